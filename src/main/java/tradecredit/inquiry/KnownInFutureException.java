package tradecredit.inquiry;

import java.time.Instant;

/** What the book will know is not known: the instant is after the database's clock. */
public final class KnownInFutureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the instant that was asked for and the clock's. */
  public KnownInFutureException(Instant knownAt, Instant now) {
    super("%s is after now, %s".formatted(knownAt, now), null, false, false);
  }
}
