package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;
import tradecredit.platform.WireNames;

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
    PAYMENT_RETURNED("payment.returned"),
    PAYMENT_REALLOCATED("payment.reallocated"),
    CREDIT_NOTE_POSTED("credit_note.posted"),
    CREDIT_NOTE_REALLOCATED("credit_note.reallocated"),
    WRITE_OFF_POSTED("write_off.posted"),
    SET_OFF_POSTED("set_off.posted"),
    DISPUTE_OPENED("dispute.opened"),
    DISPUTE_RESOLVED("dispute.resolved"),
    HOLD_PLACED("hold.placed"),
    HOLD_LIFTED("hold.lifted"),
    TERMS_AMENDED("terms.amended"),
    LIMIT_POSTING_REFUSED("credit_limit.posting_refused"),
    POSTING_REFUSED("posting.refused"),
    THRESHOLD_CROSSED("credit_limit.threshold_crossed"),
    LIMIT_BREACHED("credit_limit.breached"),
    LIMIT_CURED("credit_limit.cured"),
    INVOICE_PAST_DUE("invoice.past_due"),
    STANDING_CHANGED("standing.changed");

    private final String wireName;

    Type(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the API and in the tables. */
    public String wireName() {
      return wireName;
    }

    /** Reads {@link #wireName()}. */
    public static Type of(String wireName) {
      return WireNames.read(values(), Type::wireName, wireName, "event");
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

  /**
   * The balance went above the limit, or came back to it.
   *
   * @param number the breach's number
   * @param balance the balance after
   * @param creditLimit the limit
   */
  public record BreachDetail(long number, Money balance, Money creditLimit) implements Detail {}

  /**
   * An invoice is past due: it was not paid by its due date, or it was posted, or owed again, after
   * that date.
   *
   * @param invoiceSequence its entry
   * @param number its number
   * @param dueDate its due date
   * @param amount what is open and undisputed of it
   */
  public record PastDue(long invoiceSequence, InvoiceNumber number, LocalDate dueDate, Money amount)
      implements Detail {}

  /** The standing changed to what these reasons say. */
  public record StandingDetail(StandingReasons reasons) implements Detail {}
}
