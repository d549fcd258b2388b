package tradecredit.access;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.filters.SecurityFilter;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stands at the door of every operation that names what it {@link Needs}, before a body is read:
 * finds out who calls, how often, and whether they may. What is {@link Public} it lets through, and
 * what names neither, the framework's own, it leaves to Micronaut Security's rules: what none of
 * them allows answers nobody.
 *
 * <p>Takes the place of Micronaut Security's filter, which {@code application.yml} turns off: its
 * chains of publishers cost each poll much of its processor time.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Doorkeeper implements Ordered {

  private final Credentials credentials;
  private final Admission admission;
  private final RateLimits rates;
  private final List<SecurityRule<HttpRequest<?>>> rules;

  Doorkeeper(
      Credentials credentials,
      Admission admission,
      RateLimits rates,
      List<SecurityRule<HttpRequest<?>>> rules) {
    this.credentials = credentials;
    this.admission = admission;
    this.rates = rates;
    this.rules = rules;
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
    Optional<Permission> needed =
        route.getAnnotationMetadata().enumValue(Needs.class, Permission.class);
    return needed.isPresent() ? admit(request, needed.get()) : byTheFrameworksRules(request);
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
    request.setAttribute(SecurityFilter.AUTHENTICATION, principal);
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
    request.setAttribute(SecurityFilter.AUTHENTICATION, principal);
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

  /** The first rule that says anything decides; where none does, it is denied. */
  private CompletionStage<HttpRequest<?>> byTheFrameworksRules(HttpRequest<?> request) {
    return Flux.fromIterable(rules)
        .concatMap(rule -> Mono.from(rule.check(request, null)))
        .filter(result -> result != SecurityRuleResult.UNKNOWN)
        .next()
        .filter(result -> result == SecurityRuleResult.ALLOWED)
        .switchIfEmpty(Mono.error(() -> new AuthorizationException(null)))
        .<HttpRequest<?>>map(allowed -> request)
        .toFuture();
  }
}
