package tradecredit.http.wire;

import io.micronaut.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import tradecredit.money.Quoted;

/**
 * A request that ends here, with what its problem document says. Carries no stack trace: it is no
 * fault of the service.
 */
public final class ProblemException extends RuntimeException {

  /** The one way in which bodies are taken: as they are. */
  static final String AS_IT_IS = "identity";

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String title;
  private final transient List<Fault> faults;
  private transient Map<String, String> headers = Map.of();

  /** Ends the request with a problem and its faults. */
  public ProblemException(
      int status, String code, String title, String detail, List<Fault> faults) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.title = title;
    this.faults = List.copyOf(faults);
  }

  /** Ends the request with a problem that has no faults. */
  public ProblemException(int status, String code, String title, String detail) {
    this(status, code, title, detail, List.of());
  }

  /** The 404 for what is not there, or not for this caller. */
  public static ProblemException notFound(String what) {
    return new ProblemException(404, Codes.NOT_FOUND, Codes.NOT_FOUND_TITLE, what);
  }

  /** The 413 for a body that has more than is taken. */
  public static ProblemException tooLarge(String detail) {
    return new ProblemException(
        413, Codes.CONTENT_TOO_LARGE, Codes.CONTENT_TOO_LARGE_TITLE, detail);
  }

  /**
   * The 503 of a service that has enough to do, with {@code Retry-After}.
   *
   * @param detail what there is too much of, and what was done of the request: nothing, but of an
   *     import
   */
  public static ProblemException busy(String detail) {
    return new ProblemException(503, Codes.SERVICE_BUSY, Codes.SERVICE_BUSY_TITLE, detail)
        .withHeader(HttpHeaders.RETRY_AFTER, ProblemHandlers.RETRY_AFTER_SECONDS);
  }

  /**
   * The 415 for a body with a content coding, {@code gzip} for instance (RFC 9110, section 8.4).
   * None is taken: a small body could unpack to any size, and of one that breaks off it is not told
   * that it did.
   */
  static ProblemException coded(List<String> codings) {
    return untaken(
            HttpHeaders.CONTENT_ENCODING,
            "Bodies are taken as they are, not coded as "
                + Quoted.of(String.join(", ", codings))
                + ".")
        .withHeader(HttpHeaders.ACCEPT_ENCODING, AS_IT_IS);
  }

  /**
   * The 415 for a body that names no media type, or more than one (RFC 9110, section 8.3): any
   * would be a guess.
   */
  static ProblemException ofType(List<String> types) {
    return untaken(
        HttpHeaders.CONTENT_TYPE,
        "A body has one media type, as application/json; "
            + Quoted.of(String.join(", ", types))
            + " is none.");
  }

  private static ProblemException untaken(String header, String detail) {
    return new ProblemException(
        415,
        Codes.UNSUPPORTED_MEDIA_TYPE,
        "Unsupported Media Type",
        detail,
        List.of(new Fault("header:" + header, Codes.UNSUPPORTED_MEDIA_TYPE, detail)));
  }

  private ProblemException withHeader(String name, String value) {
    headers = Map.of(name, value);
    return this;
  }

  /** What its answer has besides the problem document. */
  Map<String, String> headers() {
    return headers;
  }

  /** The problem document, for the request at {@code instance}. */
  public Problem problem(String instance) {
    return Problem.of(status, code, title, String.valueOf(getMessage()), instance)
        .withErrors(faults);
  }
}
