package tradecredit.http.wire;

/**
 * The service has enough to do: 503 with {@code Retry-After}. Its detail tells what was done of the
 * request: nothing, but of an import.
 */
public final class BusyException extends RuntimeException {

  /**
   * What is told of a posting that found no room: an earlier request with its key may have been
   * posted, or be under way.
   */
  public static final String NOTHING_POSTED =
      "nothing was posted by this request. Send it again with the same key.";

  private static final long serialVersionUID = 1L;

  /** Says what there is too much of. */
  public BusyException(String detail) {
    super(detail, null, false, false);
  }
}
