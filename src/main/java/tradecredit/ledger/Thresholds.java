package tradecredit.ledger;

import java.util.List;
import tradecredit.agreement.Terms;
import tradecredit.money.Money;

/**
 * The shares of the limit that a controller wants to hear of, on the edge only.
 *
 * <p>Example: with a limit of 50,000.00 and thresholds 80, 95 and 100, a balance that goes from
 * 39,999.99 to 47,500.00 crosses 80 and 95 upwards; back to 39,999.99 it crosses both downwards.
 */
final class Thresholds {

  private Thresholds() {}

  /**
   * The thresholds that are crossed. The limit may have changed, too; only thresholds of the later
   * terms count.
   */
  static List<LedgerEvent.Threshold> crossed(
      Money before, Terms termsBefore, Money after, Terms termsAfter) {
    return termsAfter.thresholds().stream()
        .filter(
            percent -> reached(before, percent, termsBefore) != reached(after, percent, termsAfter))
        .map(
            percent ->
                new LedgerEvent.Threshold(
                    percent, reached(after, percent, termsAfter), after, termsAfter.creditLimit()))
        .toList();
  }

  private static boolean reached(Money balance, int percent, Terms terms) {
    return balance.isPositive()
        && balance.cents()
            >= Math.ceilDiv(Math.multiplyExact(terms.creditLimit().cents(), (long) percent), 100L);
  }
}
