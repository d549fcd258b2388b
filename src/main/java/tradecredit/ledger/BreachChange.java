package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import tradecredit.money.Money;

/**
 * A breach begins or ends: an episode during which the balance is above the limit. At most one is
 * open per account; its peak is the highest balance of the entries in between.
 *
 * @param number 1, 2, 3 ... per account
 * @param kind whether it begins or is cured
 * @param businessDate the day on which it was so judged
 * @param afterSequence the account's last entry then: the one that caused it, unless it was a day's
 *     end on which other terms began
 * @param recordedAt when the book learned it
 * @param cause the act that did it
 * @param balance the balance then
 * @param creditLimit the limit then
 */
public record BreachChange(
    long number,
    Kind kind,
    LocalDate businessDate,
    long afterSequence,
    Instant recordedAt,
    Act cause,
    Money balance,
    Money creditLimit) {

  /** What becomes of the breach. */
  public enum Kind {
    /** It begins: the balance is above the limit. */
    OPENED(LedgerEvent.Type.LIMIT_BREACHED),
    /** It ends: the balance is not above the limit any more. */
    CURED(LedgerEvent.Type.LIMIT_CURED);

    private final LedgerEvent.Type event;

    Kind(LedgerEvent.Type event) {
      this.event = event;
    }

    /** The event that tells of it. */
    public LedgerEvent.Type event() {
      return event;
    }
  }
}
