package tradecredit.ledger;

import java.util.List;
import java.util.stream.Stream;
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

  /**
   * The reasons of an account that owes {@code balance}, of which no more than {@code creditLimit}
   * may be owed.
   */
  public static StandingReasons of(
      Money pastDue, Money balance, Money creditLimit, Money shortfall) {
    return new StandingReasons(pastDue, balance.minus(creditLimit).max(Money.ZERO), shortfall);
  }

  /**
   * One of them.
   *
   * @param code {@code past-due}, {@code over-limit} or {@code returned-payment}
   * @param amount how much; above 0.00
   * @param cure what would cure it, as a sentence
   */
  public record Reason(String code, Money amount, String cure) {}

  /** Those that there are, each with its cure. */
  public List<Reason> list() {
    return Stream.of(
            new Reason("past-due", pastDue, "Pay the %s that is past due.".formatted(pastDue)),
            new Reason(
                "over-limit",
                overLimit,
                "Pay %s to bring the balance back to the credit limit.".formatted(overLimit)),
            new Reason(
                "returned-payment",
                shortfall,
                "Pay the %s of returned payments, or all that is owed if that is less."
                    .formatted(shortfall)))
        .filter(reason -> reason.amount().isPositive())
        .toList();
  }

  /** Good when there is no reason against it. */
  public Standing standing() {
    return pastDue.isZero() && overLimit.isZero() && shortfall.isZero()
        ? Standing.GOOD
        : Standing.NOT_GOOD;
  }
}
