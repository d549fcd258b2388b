package tradecredit.access;

/** Who calls cannot be found out now. Nothing was done. */
public final class AccessUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what cannot be reached. */
  public AccessUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
