package tradecredit.platform;

/**
 * What is needed cannot be reached now: the database, or the keys of a token provider. Whoever
 * asked may ask again. Of what was to be written nobody knows here whether it is: the database did
 * not take it, or its answer was lost; a submission with the same key finds out.
 */
public final class UnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong where nothing was thrown. */
  public UnavailableException(String message) {
    super(message);
  }

  /** With what was thrown. */
  public UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
