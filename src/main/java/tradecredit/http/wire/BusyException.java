package tradecredit.http.wire;

/**
 * The service has enough to do: 503 with {@code Retry-After}. Its detail tells what was done of the
 * request: nothing, but of an import.
 */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what there is too much of. */
  public BusyException(String detail) {
    super(detail, null, false, false);
  }
}
