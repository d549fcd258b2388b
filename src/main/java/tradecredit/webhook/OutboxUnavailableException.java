package tradecredit.webhook;

/** The database cannot be reached now; what was asked may be asked again. */
public final class OutboxUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what the database said. */
  public OutboxUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
