package tradecredit.http.wire;

import io.micronaut.context.annotation.Factory;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import tradecredit.access.TurnedAwayException;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AfterLastEventException;
import tradecredit.inquiry.KnownInFutureException;
import tradecredit.platform.UnavailableException;
import tradecredit.posting.LaneFullException;

/** Which exception becomes which problem. */
@Factory
public final class ProblemHandlers {

  /** When what is full or away may be asked again. */
  public static final String RETRY_AFTER_SECONDS = "1";

  /** A request that ended early. */
  @Singleton
  ExceptionHandler<ProblemException, HttpResponse<?>> ended() {
    return (request, ended) -> ProblemResponses.of(ended, request);
  }

  /** A lane that is full, or takes no more. */
  @Singleton
  ExceptionHandler<LaneFullException, HttpResponse<?>> full() {
    return (request, full) ->
        later(
            full.isStopping()
                ? stopping(Resending.of(request), request.getPath())
                : full(full.account(), Resending.of(request), request.getPath()));
  }

  /** A database that is away. */
  @Singleton
  ExceptionHandler<UnavailableException, HttpResponse<?>> unavailable() {
    return (request, unavailable) -> later(unavailable(Resending.of(request), request.getPath()));
  }

  /** A knownAt that is still to come. */
  @Singleton
  ExceptionHandler<KnownInFutureException, HttpResponse<?>> future() {
    return (request, future) ->
        ProblemResponses.of(
            Query.fault(
                "knownAt",
                "in-future",
                "knownAt is after now: what the book will know is not known"),
            request);
  }

  /** A feed that was read further than it goes. */
  @Singleton
  ExceptionHandler<AfterLastEventException, HttpResponse<?>> afterLastEvent() {
    return (request, after) ->
        ProblemResponses.of(
            Query.fault(
                "after",
                "out-of-range",
                "after is above the last event, %d; if it was read once, the book was put back to an earlier state since: read anew"
                    .formatted(after.last())),
            request);
  }

  /** A request that was not let in. */
  @Singleton
  ExceptionHandler<TurnedAwayException, HttpResponse<?>> turnedAway() {
    return (request, away) -> AccessProblems.response(away, request.getPath());
  }

  /** A lane has no room. */
  public static Problem full(AccountId account, Resending resending, String path) {
    return busy(
        "Too many postings wait on account %s; %s".formatted(account, resending.afterRefusal()),
        path);
  }

  /** The service takes nothing any more. */
  private static Problem stopping(Resending resending, String path) {
    return busy("The service is stopping; " + resending.afterRefusal(), path);
  }

  /** The database is away. */
  public static Problem unavailable(Resending resending, String path) {
    return busy(resending.afterOutage(), path);
  }

  private static Problem busy(String detail, String path) {
    return Problem.of(503, Codes.SERVICE_BUSY, Codes.SERVICE_BUSY_TITLE, detail, path);
  }

  private static HttpResponse<?> later(Problem problem) {
    return ProblemResponses.of(problem).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
  }
}
