package tradecredit.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The keys and tokens that requests bring, and whether they hold. */
@Singleton
public class Credentials {

  private static final String HEADER = "Authorization";
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST_TOKEN = 8192;
  private static final String ADMITTED = "tradecredit.admitted";
  private static final String ARRIVED = "tradecredit.arrived";

  /** For so long what was admitted needs no second look. */
  private static final Duration FRESH = Duration.ofMillis(200);

  private final KeyChecks keys;
  private final IdentityTokens tokens;
  private final ExecutorService blocking;

  Credentials(
      KeyChecks keys,
      IdentityTokens tokens,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.keys = keys;
    this.tokens = tokens;
    this.blocking = blocking;
  }

  static boolean areGiven(HttpRequest<?> request) {
    return request.getHeaders().contains(HEADER);
  }

  /** The id of the key that {@code request} brings, proved or not; it is no secret. */
  static Optional<String> keyIn(HttpRequest<?> request) {
    return request
        .getHeaders()
        .findFirst(HEADER)
        .filter(header -> header.length() < LONGEST_TOKEN && header.startsWith(SCHEME))
        .flatMap(header -> KeyText.parse(header.substring(SCHEME.length()).strip()))
        .map(KeyText::id);
  }

  static void arrived(HttpRequest<?> request) {
    request.setAttribute(ARRIVED, System.nanoTime());
  }

  /**
   * An instant, by {@link System#nanoTime}, at which {@code request} had arrived and nothing had
   * been read for it: what is read later is never older than the request. Where none was noted, it
   * is now.
   */
  public static long arrivedAt(HttpRequest<?> request) {
    return request.getAttribute(ARRIVED, Long.class).orElseGet(System::nanoTime);
  }

  static void admitted(HttpRequest<?> request) {
    request.setAttribute(ADMITTED, System.nanoTime());
  }

  static TurnedAwayException invalid() {
    return new TurnedAwayException(
        TurnedAwayException.Reason.BAD_CREDENTIALS,
        "The key or token is not valid: unknown, altered, revoked or expired.");
  }

  /**
   * Looks again whether a request that was let in may go on, where that was a while ago: a body may
   * take its time, and a key that is revoked meanwhile must not post.
   *
   * @return completes, with a {@link TurnedAwayException} where it may not
   */
  public CompletionStage<Boolean> confirm(HttpRequest<?> request) {
    long admitted = request.getAttribute(ADMITTED, Long.class).orElse(0L);
    if (System.nanoTime() - admitted < FRESH.toNanos()) {
      return CompletableFuture.completedFuture(true);
    }
    String name = request.getUserPrincipal(Principal.class).map(Principal::name).orElse("");
    return known(request)
        .thenApply(
            found -> {
              if (found.filter(principal -> principal.name().equals(name)).isEmpty()) {
                throw invalid();
              }
              admitted(request);
              return true;
            });
  }

  /**
   * Whoever {@code request} says it is from, proved; empty where it is not. Completes where the
   * request came in: on its event loop.
   */
  CompletableFuture<Optional<Principal>> known(HttpRequest<?> request) {
    List<String> given = request.getHeaders().getAll(HEADER);
    String header = given.isEmpty() ? "" : given.getFirst();
    if (given.size() != 1
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        || header.length() > LONGEST_TOKEN) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    String token = header.substring(SCHEME.length()).strip();
    Optional<KeyText> key = KeyText.parse(token);
    if (key.isPresent()) {
      return here(request, keys.check(key.get()));
    }
    return tokens.areTaken()
        ? here(request, CompletableFuture.supplyAsync(() -> tokens.check(token), blocking))
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private static CompletableFuture<Optional<Principal>> here(
      HttpRequest<?> request, CompletableFuture<Optional<Principal>> check) {
    Executor loop =
        request instanceof NettyHttpRequest<?> netty
            ? netty.getChannelHandlerContext().executor()
            : Runnable::run;
    CompletableFuture<Optional<Principal>> known = new CompletableFuture<>();
    Future<?> _ =
        check.whenCompleteAsync(
            (found, fault) -> {
              if (fault == null) {
                known.complete(found);
              } else {
                known.completeExceptionally(cause(fault));
              }
            },
            loop);
    return known;
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
}
