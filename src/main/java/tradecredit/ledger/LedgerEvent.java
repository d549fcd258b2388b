package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * Something that others may want to hear of, written with the posting that caused it.
 *
 * @param sequence 1, 2, 3 ... per account, without gaps
 * @param type its dotted type (design section 7)
 * @param decisionNumber the decision it follows from, which holds its figures; null for one of the
 *     day's end
 * @param businessDate the book's day
 * @param recordedAt when
 * @param detail what the decision does not say; null where it says all
 */
public record LedgerEvent(
    long sequence,
    Type type,
    @Nullable Long decisionNumber,
    LocalDate businessDate,
    Instant recordedAt,
    @Nullable Detail detail) {

  /** The dotted types. */
  public enum Type {
    INVOICE_POSTED("invoice.posted"),
    PAYMENT_POSTED("payment.posted"),
    LIMIT_POSTING_REFUSED("credit_limit.posting_refused"),
    POSTING_REFUSED("posting.refused"),
    THRESHOLD_CROSSED("credit_limit.threshold_crossed"),
    STANDING_CHANGED("standing.changed");

    private final String wireName;

    Type(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the API and in the tables. */
    public String wireName() {
      return wireName;
    }
  }

  /** What only some events have to say. */
  public sealed interface Detail {}

  /**
   * The balance crossed a share of the limit.
   *
   * @param percent which share
   * @param upwards reached it from below; false: fell below it
   * @param balance the balance after
   * @param creditLimit the limit
   */
  public record Threshold(int percent, boolean upwards, Money balance, Money creditLimit)
      implements Detail {}

  /** The standing changed to what these reasons say. */
  public record StandingDetail(StandingReasons reasons) implements Detail {}
}
