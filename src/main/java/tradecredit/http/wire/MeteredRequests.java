package tradecredit.http.wire;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Has the answers of the router counted; those of the front door count themselves. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class MeteredRequests implements Ordered {

  private static final String ARRIVAL = MeteredRequests.class.getName();

  private final RequestMeters meters;

  /** To word a route takes its template apart, each time. */
  private final Map<UriRouteInfo<?, ?>, String> worded = new ConcurrentHashMap<>();

  /** What was asked for, and when, by {@link System#nanoTime}. */
  private record Arrival(String route, long since) {}

  MeteredRequests(RequestMeters meters) {
    this.meters = meters;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.METRICS.order();
  }

  /** The route is asked for now: of a request that fails it is not known any more in the end. */
  @RequestFilter
  void arrives(HttpRequest<?> request) {
    request.setAttribute(ARRIVAL, new Arrival(route(request), System.nanoTime()));
  }

  @ResponseFilter
  void leaves(HttpRequest<?> request, HttpResponse<?> response) {
    request
        .removeAttribute(ARRIVAL, Arrival.class)
        .ifPresent(
            arrival ->
                meters.answered(
                    request.getMethod().name(), arrival.route(), response.code(), arrival.since()));
  }

  private String route(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request).orElse(null) instanceof UriRouteInfo<?, ?> route
        ? worded.computeIfAbsent(route, one -> one.getUriMatchTemplate().toPathString())
        : RequestMeters.NONE;
  }
}
