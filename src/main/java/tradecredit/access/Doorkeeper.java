package tradecredit.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.management.endpoint.EndpointSensitivityHandler;
import io.micronaut.management.endpoint.EndpointSensitivityProcessor;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Stands at the door of every operation that names what it {@link Needs}, before a body is read:
 * finds out who calls, how often, and whether they may. What is {@link Public} it lets through.
 * What names neither is the framework's own: of that it lets through what is configured as not
 * sensitive ({@code endpoints.health.sensitive}), and the rest answers nobody.
 *
 * <p>There is no filter of the framework's for these beside it, and no Micronaut Security, whose
 * filter makes chains of publishers, which cost each poll much of its processor time, and whose
 * rules know nothing of parties and accounts.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Doorkeeper implements Ordered, EndpointSensitivityHandler {

  private final Credentials credentials;
  private final Admission admission;
  private final RateLimits rates;
  private final EndpointSensitivityProcessor endpoints;

  Doorkeeper(
      Credentials credentials,
      Admission admission,
      RateLimits rates,
      EndpointSensitivityProcessor endpoints) {
    this.credentials = credentials;
    this.admission = admission;
    this.rates = rates;
    this.endpoints = endpoints;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order();
  }

  /** Lets a request on; fails with what turns it away. */
  @RequestFilter
  CompletionStage<HttpRequest<?>> admit(HttpRequest<?> request) {
    RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElse(null);
    if (route == null || route.getAnnotationMetadata().hasAnnotation(Public.class)) {
      return CompletableFuture.completedFuture(request);
    }
    Permission needed =
        route.getAnnotationMetadata().enumValue(Needs.class, Permission.class).orElse(null);
    if (needed != null) {
      return admit(request, needed);
    }
    if (isNotSensitive(route)) {
      return CompletableFuture.completedFuture(request);
    }
    throw new TurnedAwayException(TurnedAwayException.Reason.FORBIDDEN, "This is open to nobody.");
  }

  private boolean isNotSensitive(RouteMatch<?> route) {
    return route instanceof MethodBasedRouteMatch<?, ?> match
        && Boolean.FALSE.equals(endpoints.getEndpointMethods().get(match.getExecutableMethod()));
  }

  private CompletionStage<HttpRequest<?>> admit(HttpRequest<?> request, Permission needed) {
    if (!Credentials.areGiven(request)) {
      throw admission.turnAway(
          request,
          null,
          needed,
          new TurnedAwayException(
              TurnedAwayException.Reason.NO_CREDENTIALS,
              "Send an API key or a token in one header: Authorization: Bearer ..."));
    }
    Admitted.arrived(request);
    return isLetInOnTrust(request, needed)
        ? CompletableFuture.completedFuture(request)
        : proved(request, needed);
  }

  /** Whoever would be turned away is not told before the key is proved. */
  private boolean isLetInOnTrust(HttpRequest<?> request, Permission needed) {
    if (!isDecidedOnTrust(request)) {
      return false;
    }
    KeyText key = Credentials.key(request).orElse(null);
    Principal principal = key == null ? null : credentials.remembered(key).orElse(null);
    if (key == null
        || principal == null
        || !admission.allows(request, principal, needed)
        || rates.count(principal).isPositive()) {
      return false;
    }
    principal.sent(request);
    Admitted.of(request).onTrust(key);
    return true;
  }

  private static boolean isDecidedOnTrust(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(route -> route.getAnnotationMetadata().hasAnnotation(OnTrust.class))
        .isPresent();
  }

  private CompletionStage<HttpRequest<?>> proved(HttpRequest<?> request, Permission needed) {
    return credentials
        .known(request)
        .thenApply(
            found -> {
              Principal principal =
                  found.orElseThrow(
                      () -> admission.turnAway(request, null, needed, Credentials.invalid()));
              letIn(request, principal, needed);
              return request;
            });
  }

  private void letIn(HttpRequest<?> request, Principal principal, Permission needed) {
    principal.sent(request);
    Duration wait = rates.count(principal);
    if (wait.isPositive()) {
      throw new TurnedAwayException(
          TurnedAwayException.Reason.TOO_OFTEN,
          "%s asks more often than is taken; nothing was done.".formatted(principal.name()),
          null,
          wait);
    }
    TurnedAwayException refused = admission.judge(request, principal, needed);
    if (refused != null) {
      throw refused;
    }
    Admitted.of(request).letIn();
  }
}
