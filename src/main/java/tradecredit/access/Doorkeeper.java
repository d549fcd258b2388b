package tradecredit.access;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.security.token.TokenAuthenticationFetcher;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Stands at the door of every operation that names what it {@link Needs}, in Micronaut Security's
 * filter and so before a body is read: finds out who calls, how often, and whether they may. An
 * operation that names nothing is left to the filter, which answers nobody there.
 */
@Singleton
@Replaces(TokenAuthenticationFetcher.class)
class Doorkeeper implements AuthenticationFetcher<HttpRequest<?>>, SecurityRule<HttpRequest<?>> {

  private static final String SCHEME = "Bearer ";
  private static final int LONGEST_TOKEN = 8192;

  private final KeyChecks keys;
  private final IdentityTokens tokens;
  private final Admission admission;
  private final RateLimits rates;
  private final ExecutorService blocking;

  Doorkeeper(
      KeyChecks keys,
      IdentityTokens tokens,
      Admission admission,
      RateLimits rates,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.keys = keys;
    this.tokens = tokens;
    this.admission = admission;
    this.rates = rates;
    this.blocking = blocking;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    List<String> given = request.getHeaders().getAll("Authorization");
    if (given.isEmpty() || needed(request).isEmpty()) {
      return Mono.empty();
    }
    return known(given, request)
        .switchIfEmpty(
            Mono.error(
                () ->
                    admission.turnAway(
                        request,
                        null,
                        needed(request).orElseThrow(),
                        new TurnedAwayException(
                            TurnedAwayException.Reason.BAD_CREDENTIALS,
                            "The key or token is not valid: unknown, altered, revoked or expired."))));
  }

  private Mono<Authentication> known(List<String> given, HttpRequest<?> request) {
    String header = given.getFirst();
    if (given.size() > 1
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || header.length() > LONGEST_TOKEN) {
      return Mono.empty();
    }
    String token = header.substring(SCHEME.length()).strip();
    return KeyText.parse(token)
        .map(key -> here(request, keys.check(key)))
        .orElseGet(
            () ->
                tokens.areTaken()
                    ? here(
                        request, CompletableFuture.supplyAsync(() -> tokens.check(token), blocking))
                    : Mono.empty());
  }

  /** Goes on where the request came in: its event loop. */
  private static Mono<Authentication> here(
      HttpRequest<?> request, CompletableFuture<Optional<Principal>> check) {
    Executor loop =
        request instanceof NettyHttpRequest<?> netty
            ? netty.getChannelHandlerContext().executor()
            : Runnable::run;
    return Mono.fromFuture(check)
        .publishOn(Schedulers.fromExecutor(loop))
        .onErrorMap(Doorkeeper::cause)
        .flatMap(Mono::justOrEmpty);
  }

  private static Throwable cause(Throwable fault) {
    Throwable within = fault.getCause();
    Throwable cause = fault instanceof CompletionException && within != null ? within : fault;
    if (cause instanceof AccessUnavailableException) {
      return new TurnedAwayException(
          TurnedAwayException.Reason.BUSY,
          "Who calls cannot be found out now; nothing was done. Try again.",
          null,
          Duration.ofSeconds(1));
    }
    return cause;
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
    return refused == null ? Mono.just(SecurityRuleResult.ALLOWED) : Mono.error(refused);
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
