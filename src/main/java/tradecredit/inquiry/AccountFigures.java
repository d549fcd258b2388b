package tradecredit.inquiry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Terms;
import tradecredit.ledger.Hold;
import tradecredit.ledger.Standing;
import tradecredit.ledger.StandingReasons;
import tradecredit.money.Money;

/**
 * Where an account stands on a day.
 *
 * @param asOf the day
 * @param businessDate the book's today when it was read
 * @param sequence the last entry when it was read
 * @param hash that entry's, which tells the history up to it from every other: after a database has
 *     come back without its last transactions, other entries may have the same sequence
 * @param termsVersion the version of the terms in force on the day
 * @param terms those terms
 * @param balance what the buyer owes
 * @param pastDue open and undisputed, due before the day
 * @param disputed the disputed part of what is open
 * @param unappliedCredit credits applied to no invoice
 * @param reasons what stands against good standing: as recorded for past days, as judged now for
 *     today and later
 * @param hold what stops new supply now; null where nothing does
 */
public record AccountFigures(
    LocalDate asOf,
    LocalDate businessDate,
    long sequence,
    String hash,
    int termsVersion,
    Terms terms,
    Money balance,
    Money pastDue,
    Money disputed,
    Money unappliedCredit,
    StandingReasons reasons,
    @Nullable Hold hold) {

  /** Good, or not. */
  public Standing standing() {
    return reasons.standing();
  }

  /** Credit limit less balance; negative when over. */
  public Money availableCredit() {
    return terms.creditLimit().minus(balance);
  }

  /**
   * The balance as percent of the limit, half up to two decimals; null where the limit is 0.00.
   * Example: 49,056.31 of 50,000.00 is 98.11.
   */
  public @Nullable String utilisation() {
    Money limit = terms.creditLimit();
    return limit.isZero()
        ? null
        : BigDecimal.valueOf(balance.cents())
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(limit.cents()), 2, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
