package tradecredit.posting;

import tradecredit.agreement.AccountId;

/**
 * The lane's queue is full: nothing was decided, and the same submission may be sent again a little
 * later.
 */
public final class LaneFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient AccountId account;

  LaneFullException(AccountId account) {
    super("the lane of account " + account + " is full", null, false, false);
    this.account = account;
  }

  /** Whose lane. */
  public AccountId account() {
    return account;
  }
}
