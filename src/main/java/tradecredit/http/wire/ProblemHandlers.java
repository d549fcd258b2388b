package tradecredit.http.wire;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import tradecredit.access.TurnedAwayException;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.AfterLastEventException;
import tradecredit.inquiry.KnownInFutureException;
import tradecredit.posting.BookUnavailableException;
import tradecredit.posting.LaneFullException;

/** Which exception becomes which problem. */
@Factory
public final class ProblemHandlers {

  /** When what is full or away may be asked again. */
  public static final String RETRY_AFTER_SECONDS = "1";

  @Singleton
  ExceptionHandler<ProblemException, HttpResponse<?>> ended() {
    return new Ended();
  }

  @Singleton
  ExceptionHandler<CodedBodyException, HttpResponse<?>> coded() {
    return new Coded();
  }

  @Singleton
  ExceptionHandler<LaneFullException, HttpResponse<?>> full() {
    return new Full();
  }

  @Singleton
  ExceptionHandler<BookUnavailableException, HttpResponse<?>> unavailable() {
    return new Unavailable();
  }

  @Singleton
  ExceptionHandler<BusyException, HttpResponse<?>> tooMany() {
    return new TooMany();
  }

  @Singleton
  ExceptionHandler<KnownInFutureException, HttpResponse<?>> future() {
    return new Future();
  }

  @Singleton
  ExceptionHandler<AfterLastEventException, HttpResponse<?>> afterLastEvent() {
    return new AfterLastEvent();
  }

  @Singleton
  ExceptionHandler<TurnedAwayException, HttpResponse<?>> turnedAway() {
    return new TurnedAway();
  }

  @Singleton
  @Replaces(DefaultAuthorizationExceptionHandler.class)
  ExceptionHandler<AuthorizationException, HttpResponse<?>> denied() {
    return new Denied();
  }

  /** A lane has no room. */
  public static Problem full(AccountId account, String path) {
    return busy(
        "Too many postings wait on account %s; nothing was posted.".formatted(account), path);
  }

  /** The service takes nothing any more. */
  private static Problem stopping(String path) {
    return busy("The service is stopping; nothing was posted.", path);
  }

  /** The database is away. */
  public static Problem unavailable(Resending resending, String path) {
    return busy(resending.afterOutage(), path);
  }

  private static Problem busy(String detail, String path) {
    return Problem.of(503, Codes.SERVICE_BUSY, "The service cannot take this now", detail, path);
  }

  private static HttpResponse<?> later(Problem problem) {
    return ProblemResponses.of(problem).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
  }

  /** A request that was not let in. */
  static final class TurnedAway implements ExceptionHandler<TurnedAwayException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, TurnedAwayException away) {
      return AccessProblems.response(away, request.getPath());
    }
  }

  /** An operation that names nothing that it needs, and so answers nobody. */
  static final class Denied implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, AuthorizationException denied) {
      return ProblemResponses.of(AccessProblems.closed(request.getPath()));
    }
  }

  /** A request that ended early. */
  static final class Ended implements ExceptionHandler<ProblemException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, ProblemException ended) {
      return ProblemResponses.of(ended, request);
    }
  }

  /** A body that is compressed, or coded otherwise. */
  static final class Coded implements ExceptionHandler<CodedBodyException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, CodedBodyException coded) {
      return ProblemResponses.of(coded.problem(request.getPath()))
          .header(HttpHeaders.ACCEPT_ENCODING, CodedBodyException.TAKEN);
    }
  }

  /** More at once than is taken. */
  static final class TooMany implements ExceptionHandler<BusyException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, BusyException busy) {
      return later(ProblemHandlers.busy(String.valueOf(busy.getMessage()), request.getPath()));
    }
  }

  /** A lane that is full, or takes no more. */
  static final class Full implements ExceptionHandler<LaneFullException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, LaneFullException full) {
      return later(
          full.isStopping()
              ? ProblemHandlers.stopping(request.getPath())
              : ProblemHandlers.full(full.account(), request.getPath()));
    }
  }

  /** A database that is away. */
  static final class Unavailable
      implements ExceptionHandler<BookUnavailableException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, BookUnavailableException unavailable) {
      return later(ProblemHandlers.unavailable(Resending.of(request), request.getPath()));
    }
  }

  /** A knownAt that is still to come. */
  static final class Future implements ExceptionHandler<KnownInFutureException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, KnownInFutureException future) {
      return ProblemResponses.of(
          Query.fault(
              "knownAt", "in-future", "knownAt is after now: what the book will know is not known"),
          request);
    }
  }

  /** A feed that was read further than it goes. */
  static final class AfterLastEvent
      implements ExceptionHandler<AfterLastEventException, HttpResponse<?>> {
    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, AfterLastEventException after) {
      return ProblemResponses.of(
          Query.fault(
              "after",
              "out-of-range",
              "after is above the last event, %d; if it was read once, the book was put back to an earlier state since: read anew"
                  .formatted(after.last())),
          request);
    }
  }
}
