package tradecredit.posting;

/**
 * The database did not take the batch, or its answer was lost. Whether the batch is in the book is
 * unknown to the caller; the same submission with the same key finds out.
 */
public final class BookUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Where the database said nothing. */
  public BookUnavailableException(String message) {
    super(message);
  }

  /** With what the database said. */
  public BookUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
