package tradecredit.http.wire;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import tradecredit.access.TurnedAwayException;

/** The answers to requests that are not let in. */
public final class AccessProblems {

  private static final String SCHEME = "Bearer realm=\"trade-credit-ledger\"";

  private AccessProblems() {}

  /** With {@code WWW-Authenticate} (RFC 6750) and {@code Retry-After} where they belong. */
  static MutableHttpResponse<Problem> response(TurnedAwayException away, String path) {
    MutableHttpResponse<Problem> response = ProblemResponses.of(problem(away, path));
    return switch (away.reason()) {
      case NO_CREDENTIALS -> response.header(HttpHeaders.WWW_AUTHENTICATE, SCHEME);
      case BAD_CREDENTIALS ->
          response.header(HttpHeaders.WWW_AUTHENTICATE, SCHEME + ", error=\"invalid_token\"");
      case TOO_OFTEN, BUSY ->
          response.header(HttpHeaders.RETRY_AFTER, wholeSeconds(away.retryAfter()));
      case FORBIDDEN, HIDDEN -> response;
    };
  }

  /** The problem document alone. */
  public static Problem problem(TurnedAwayException away, String path) {
    String detail = away.detail();
    return switch (away.reason()) {
      case NO_CREDENTIALS, BAD_CREDENTIALS ->
          Problem.of(401, Codes.UNAUTHORIZED, "The caller is not authenticated", detail, path);
      case FORBIDDEN ->
          Problem.of(403, Codes.FORBIDDEN, "The caller may not do this", detail, path)
              .withClause(away.clause());
      case HIDDEN -> Problem.of(404, Codes.NOT_FOUND, Codes.NOT_FOUND_TITLE, detail, path);
      case TOO_OFTEN ->
          Problem.of(429, Codes.TOO_MANY_REQUESTS, "The caller asks too often", detail, path);
      case BUSY ->
          Problem.of(503, Codes.SERVICE_BUSY, "The service cannot take this now", detail, path);
    };
  }

  /** Rounded up, since a second too early is refused again. */
  public static String wholeSeconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
  }
}
