package tradecredit.access;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Stands at the door of every operation that names what it {@link Needs}, in Micronaut Security's
 * filter and so before a body is read: finds out who calls, how often, and whether they may. An
 * operation that names nothing is left to the filter, which answers nobody there.
 */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
class Doorkeeper implements AuthenticationFetcher<HttpRequest<?>>, SecurityRule<HttpRequest<?>> {

  private final Credentials credentials;
  private final Admission admission;
  private final RateLimits rates;

  Doorkeeper(Credentials credentials, Admission admission, RateLimits rates) {
    this.credentials = credentials;
    this.admission = admission;
    this.rates = rates;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    if (!Credentials.areGiven(request) || needed(request).isEmpty()) {
      return Mono.empty();
    }
    return credentials
        .known(request)
        .<Authentication>map(principal -> principal)
        .switchIfEmpty(
            Mono.error(
                () ->
                    admission.turnAway(
                        request, null, needed(request).orElseThrow(), Credentials.invalid())));
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> asked, @Nullable Authentication authentication) {
    HttpRequest<?> request = Objects.requireNonNull(asked);
    Optional<Permission> needed = needed(request);
    if (needed.isEmpty()) {
      return Mono.just(isPublic(request) ? SecurityRuleResult.ALLOWED : SecurityRuleResult.UNKNOWN);
    }
    if (!(authentication instanceof Principal principal)) {
      return Mono.error(
          admission.turnAway(
              request,
              null,
              needed.get(),
              new TurnedAwayException(
                  TurnedAwayException.Reason.NO_CREDENTIALS,
                  "Send an API key or a token in one header: Authorization: Bearer ...")));
    }
    Duration wait = rates.count(principal);
    if (wait.isPositive()) {
      return Mono.error(
          new TurnedAwayException(
              TurnedAwayException.Reason.TOO_OFTEN,
              "%s asks more often than is taken; nothing was done.".formatted(principal.name()),
              null,
              wait));
    }
    TurnedAwayException refused = admission.judge(request, principal, needed.get());
    if (refused != null) {
      return Mono.error(refused);
    }
    Credentials.admitted(request);
    return Mono.just(SecurityRuleResult.ALLOWED);
  }

  private static boolean isPublic(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(route -> route.getAnnotationMetadata().hasAnnotation(Public.class))
        .isPresent();
  }

  private static Optional<Permission> needed(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request).flatMap(Doorkeeper::needed);
  }

  private static Optional<Permission> needed(RouteMatch<?> route) {
    return route.getAnnotationMetadata().enumValue(Needs.class, Permission.class);
  }
}
