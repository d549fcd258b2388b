package tradecredit.http;

/** The service has enough to do: 503 with {@code Retry-After}; nothing of the request was done. */
final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BusyException(String detail) {
    super(detail, null, false, false);
  }
}
