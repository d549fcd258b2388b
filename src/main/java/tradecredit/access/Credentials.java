package tradecredit.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import tradecredit.platform.Stages;
import tradecredit.platform.UnavailableException;

/** The keys and tokens that requests bring, and whether they hold. */
@Singleton
public class Credentials {

  private static final String HEADER = "Authorization";
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST_TOKEN = 8192;

  private final KeyChecks keys;
  private final IdentityTokens tokens;
  private final Admission admission;
  private final ExecutorService blocking;

  Credentials(
      KeyChecks keys,
      IdentityTokens tokens,
      Admission admission,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.keys = keys;
    this.tokens = tokens;
    this.admission = admission;
    this.blocking = blocking;
  }

  static boolean areGiven(HttpRequest<?> request) {
    return request.getHeaders().contains(HEADER);
  }

  /** The id of the key that {@code request} brings, proved or not; it is no secret. */
  static Optional<String> keyIn(HttpRequest<?> request) {
    return key(request).map(KeyText::id);
  }

  /** What turns a request away whose key or token does not hold. */
  public static TurnedAwayException invalid() {
    return new TurnedAwayException(
        TurnedAwayException.Reason.BAD_CREDENTIALS,
        "The key or token is not valid: unknown, altered, revoked or expired.");
  }

  /** The key that {@code request} brings, proved or not. */
  static Optional<KeyText> key(HttpRequest<?> request) {
    return token(request).flatMap(KeyText::parse);
  }

  /** Whoever {@code key} was a while ago, if it was proved while trust lasts. */
  Optional<Principal> remembered(KeyText key) {
    return keys.remembered(key);
  }

  /**
   * Looks again whether a request that was let in may go on, where that was a while ago: a body may
   * take its time, and a key that is revoked meanwhile must not post. What was let in on trust goes
   * on: it is proved later still.
   *
   * @return completes, with a {@link TurnedAwayException} where it may not, which is noted as at
   *     the door
   */
  public CompletionStage<Boolean> confirm(HttpRequest<?> request) {
    Admitted admitted = Admitted.of(request);
    if (admitted.isFresh() || admitted.unprovedKey() != null) {
      return CompletableFuture.completedFuture(true);
    }
    String name = Principal.senderOf(request).map(Principal::name).orElse("");
    return known(request)
        .thenApply(
            found -> {
              if (found.filter(principal -> principal.name().equals(name)).isEmpty()) {
                throw admission.turnAway(request);
              }
              admitted.letIn();
              return true;
            });
  }

  /**
   * {@link #confirm}, waited for; on a thread that may.
   *
   * @throws TurnedAwayException if the request may not go on
   */
  public void confirmed(HttpRequest<?> request) {
    Stages.join(confirm(request));
  }

  /**
   * Whoever {@code request} says it is from, proved; empty where it is not. Completes where the
   * request came in: on its event loop.
   */
  CompletableFuture<Optional<Principal>> known(HttpRequest<?> request) {
    Optional<String> token = token(request);
    if (token.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Optional<KeyText> key = KeyText.parse(token.get());
    if (key.isPresent()) {
      return here(request, keys.check(key.get()));
    }
    return tokens.areTaken()
        ? here(request, CompletableFuture.supplyAsync(() -> tokens.check(token.get()), blocking))
        : CompletableFuture.completedFuture(Optional.empty());
  }

  private static Optional<String> token(HttpRequest<?> request) {
    return bearer(request.getHeaders().getAll(HEADER));
  }

  /** The key or token in the {@code Authorization} headers of a request, if there is one header. */
  static Optional<String> bearer(List<String> given) {
    String header = given.isEmpty() ? "" : given.getFirst();
    return given.size() == 1
            && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            && header.length() <= LONGEST_TOKEN
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private static CompletableFuture<Optional<Principal>> here(
      HttpRequest<?> request, CompletableFuture<Optional<Principal>> check) {
    CompletableFuture<Optional<Principal>> known = new CompletableFuture<>();
    Future<?> _ =
        check.whenCompleteAsync(
            (found, fault) -> {
              if (fault == null) {
                known.complete(found);
              } else {
                known.completeExceptionally(turnedAway(fault));
              }
            },
            EventLoops.of(request));
    return known;
  }

  /** What the caller is told where a check failed. */
  static RuntimeException turnedAway(Throwable fault) {
    Throwable cause = Stages.cause(fault);
    if (cause instanceof UnavailableException) {
      return new TurnedAwayException(
          TurnedAwayException.Reason.BUSY,
          "Who calls cannot be found out now; nothing was done. Try again.",
          null,
          Duration.ofSeconds(1));
    }
    return cause instanceof RuntimeException known ? known : new CompletionException(cause);
  }
}
