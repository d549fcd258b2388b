package tradecredit.posting;

import tradecredit.agreement.AccountId;

/**
 * The lane's queue is full, or the service is stopping: nothing was decided, and the same
 * submission may be sent again a little later.
 */
public final class LaneFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient AccountId account;
  private final boolean stopping;

  LaneFullException(AccountId account, boolean stopping) {
    super(
        "the lane of account " + account + (stopping ? " takes no more" : " is full"),
        null,
        false,
        false);
    this.account = account;
    this.stopping = stopping;
  }

  /** Whether the service is stopping, so that there will be no room here any more. */
  public boolean isStopping() {
    return stopping;
  }

  /** Whose lane. */
  public AccountId account() {
    return account;
  }
}
