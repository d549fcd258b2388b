package tradecredit.http.wire;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tradecredit.access.Needs;
import tradecredit.platform.Shortened;

/**
 * Refuses, by name, query parameters that mean nothing to an operation, and those that are given
 * twice: a misspelt {@code asOf} must not read as today. It does so once it is known who asks, and
 * for every operation of the API.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public class QueryGuard implements Ordered {

  private final Map<ExecutableMethod<?, ?>, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  /** Ends a request with a 400 that points to each of them. */
  @RequestFilter
  void arrives(HttpRequest<?> request) {
    if (request.getUri().getRawQuery() != null
        && RouteAttributes.getRouteInfo(request).orElse(null)
            instanceof MethodBasedRouteInfo<?, ?> route
        && route.getTargetMethod().hasAnnotation(Needs.class)) {
      refuseOthers(
          request,
          known.computeIfAbsent(
              route.getTargetMethod().getExecutableMethod(), QueryGuard::parameters));
    }
  }

  private static Set<String> parameters(ExecutableMethod<?, ?> operation) {
    return Arrays.stream(operation.getArguments())
        .filter(argument -> argument.getAnnotationMetadata().hasAnnotation(QueryValue.class))
        .map(Argument::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void refuseOthers(HttpRequest<?> request, Set<String> known) {
    Faults faults = new Faults();
    for (String name : request.getParameters().names()) {
      if (!known.contains(name)) {
        faults.add(
            "query:" + Shortened.of(name),
            "unknown-parameter",
            "there is no parameter " + Shortened.of(name) + " here");
      } else if (request.getParameters().getAll(name).size() > 1) {
        faults.add("query:" + name, "duplicate", name + " is given twice");
      }
    }
    faults.throwIfAny();
  }
}
