package tradecredit.inquiry;

import tradecredit.agreement.AccountId;

/**
 * Somebody has read further in the events of an account than they go: in a book that was put back
 * since to an earlier state. What comes under those numbers now is other than what was read.
 */
public final class AfterLastEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long last;

  /** With the number that was named, and that of the last event. */
  public AfterLastEventException(AccountId account, long after, long last) {
    super("the last event of %s is %d, not %d".formatted(account, last, after), null, false, false);
    this.last = last;
  }

  /** The number of the last event; 0 where there is none. */
  public long last() {
    return last;
  }
}
