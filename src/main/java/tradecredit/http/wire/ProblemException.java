package tradecredit.http.wire;

import java.util.List;

/**
 * A request that ends here, with what its problem document says. Carries no stack trace: it is no
 * fault of the service.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String title;
  private final transient List<Fault> faults;

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

  /** The problem document, for the request at {@code instance}. */
  public Problem problem(String instance) {
    return Problem.of(status, code, title, String.valueOf(getMessage()), instance)
        .withErrors(faults);
  }
}
