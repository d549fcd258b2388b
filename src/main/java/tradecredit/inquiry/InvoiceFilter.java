package tradecredit.inquiry;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.InvoiceNumber;

/**
 * Which invoices are listed.
 *
 * @param status only those of this state; null for all
 * @param number only the one of this number; null for all
 */
public record InvoiceFilter(@Nullable Status status, @Nullable InvoiceNumber number) {

  /** The state of an invoice, as a filter. */
  public enum Status {
    /** Something of it is unpaid. */
    OPEN("open"),
    /** Nothing of it is unpaid. */
    PAID("paid"),
    /** Something undisputed of it was due before the business date. */
    PAST_DUE("pastDue"),
    /** Something of it is disputed. */
    DISPUTED("disputed");

    private final String wireName;

    Status(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the API. */
    public String wireName() {
      return wireName;
    }
  }
}
