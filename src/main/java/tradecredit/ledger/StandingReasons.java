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

  /** What may stand against good standing, and what cures it. */
  public enum Code {
    /** Open, undisputed amounts due before the business date. */
    PAST_DUE("past-due", "Pay the %s that is past due, or apply unapplied credit to it."),

    /** A balance above the credit limit. */
    OVER_LIMIT("over-limit", "Pay %s to bring the balance back to the credit limit."),

    /** Returned payments that no later payment has made good. */
    RETURNED_PAYMENT(
        "returned-payment",
        "Pay the %s of returned payments, or all that is owed if that is less.");

    private final String wireName;
    private final String cure;

    Code(String wireName, String cure) {
      this.wireName = wireName;
      this.cure = cure;
    }

    /** As the API names it. */
    public String wireName() {
      return wireName;
    }
  }

  /**
   * One of them.
   *
   * @param amount how much; above 0.00
   */
  public record Reason(Code code, Money amount) {

    /** What would cure it, as a sentence. */
    public String cure() {
      return code.cure.formatted(amount);
    }
  }

  /** Those that there are. */
  public List<Reason> list() {
    return Stream.of(
            new Reason(Code.PAST_DUE, pastDue),
            new Reason(Code.OVER_LIMIT, overLimit),
            new Reason(Code.RETURNED_PAYMENT, shortfall))
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
