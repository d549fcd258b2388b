package tradecredit.ledger;

import tradecredit.money.Money;

/**
 * Why an account is not in good standing, each figure zero where it is no reason.
 *
 * <p>Example: with 300.00 open and due yesterday, and a balance of 50,100.00 under a limit of
 * 50,000.00, the reasons are {@code pastDue} 300.00 and {@code overLimit} 100.00.
 *
 * @param pastDue open, undisputed amounts due before the business date
 * @param overLimit balance above the credit limit
 * @param shortfall returned payments that no later payment has made good
 */
public record StandingReasons(Money pastDue, Money overLimit, Money shortfall) {

  /** Refuses a negative figure. */
  public StandingReasons {
    if (pastDue.isNegative() || overLimit.isNegative() || shortfall.isNegative()) {
      throw new IllegalArgumentException(
          "a reason is never negative: " + pastDue + ", " + overLimit + ", " + shortfall);
    }
  }

  /** Good when there is no reason against it. */
  public Standing standing() {
    return pastDue.isZero() && overLimit.isZero() && shortfall.isZero()
        ? Standing.GOOD
        : Standing.NOT_GOOD;
  }
}
