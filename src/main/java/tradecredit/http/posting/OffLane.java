package tradecredit.http.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.access.Credentials;
import tradecredit.access.RequestId;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.ProblemResponses;
import tradecredit.platform.UnavailableException;
import tradecredit.posting.PostingSettings;

/**
 * Takes a JSON body to a desk that has a transaction of its own, which no account's lane takes: on
 * a thread that may wait for the database. Who asked waits no longer than {@link
 * PostingSettings#answerTimeout}, as for a lane; what is under way then goes on, and the same
 * request with the same key finds out.
 */
@Singleton
public final class OffLane {

  private static final Logger LOG = LoggerFactory.getLogger(OffLane.class);

  private final Credentials credentials;
  private final Duration answerTimeout;
  private final Executor blocking;

  OffLane(
      Credentials credentials,
      PostingSettings settings,
      @Named(TaskExecutors.BLOCKING) Executor blocking) {
    this.credentials = credentials;
    this.answerTimeout = settings.answerTimeout();
    this.blocking = blocking;
  }

  /**
   * Submits under the request's key, if its sender may still post when its body is there.
   *
   * @param desk what is done with the request's key and the digest of its payload
   * @return what the desk answers; fails with what it throws, or with {@link UnavailableException}
   *     when the outcome does not come in time
   */
  public <A> CompletionStage<A> submit(
      HttpRequest<?> request, JsonNode body, BiFunction<String, String, A> desk) {
    String key = Addressed.key(request);
    String digest = Submissions.digest(request, body);
    return credentials
        .confirm(request)
        .thenCompose(mayStill -> inTime(request, () -> desk.apply(key, digest)));
  }

  private <A> CompletionStage<A> inTime(HttpRequest<?> request, Supplier<A> work) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    blocking.execute(() -> work(request, work, answer));
    return answer
        .orTimeout(answerTimeout.toNanos(), TimeUnit.NANOSECONDS)
        .exceptionallyAsync(
            fault -> {
              throw fault instanceof TimeoutException
                  ? new UnavailableException("no outcome in time", fault)
                  : new CompletionException(fault);
            },
            blocking);
  }

  private static <A> void work(
      HttpRequest<?> request, Supplier<A> work, CompletableFuture<A> answer) {
    try {
      answer.complete(work.get());
    } catch (RuntimeException | Error fault) {
      if (!answer.completeExceptionally(fault)) {
        late(request, fault);
      }
    }
  }

  /** Whoever asked went away with a 503, so what came of it after that is told here alone. */
  private static void late(HttpRequest<?> request, Throwable fault) {
    switch (fault) {
      case ProblemException _ -> {
        // An answer like any other: the same key is told it.
      }
      case UnavailableException _ ->
          LOG.warn("Request {} came to no outcome: {}", RequestId.of(request), fault.getMessage());
      default -> ProblemResponses.logFailure(request, fault);
    }
  }
}
