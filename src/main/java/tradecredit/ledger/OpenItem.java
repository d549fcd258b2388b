package tradecredit.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import tradecredit.money.Money;

/**
 * An invoice as far as it is unpaid.
 *
 * @param sequence the invoice's entry
 * @param number the invoice's number
 * @param invoiceDate its invoice date
 * @param dueDate invoice date + net days
 * @param open what is still unpaid
 * @param disputed the disputed part of it
 * @param lastMovementDate the latest effective date among its movements
 */
public record OpenItem(
    long sequence,
    InvoiceNumber number,
    LocalDate invoiceDate,
    LocalDate dueDate,
    Money open,
    Money disputed,
    LocalDate lastMovementDate) {

  /** The order of automatic allocation: oldest due date, then invoice date, then sequence. */
  public static final Comparator<OpenItem> OLDEST_FIRST =
      Comparator.comparing(OpenItem::dueDate)
          .thenComparing(OpenItem::invoiceDate)
          .thenComparingLong(OpenItem::sequence);

  /** Keeps 0 <= disputed <= open. */
  public OpenItem {
    if (disputed.isNegative() || disputed.isGreaterThan(open)) {
      throw new IllegalArgumentException(
          "0 <= disputed <= open does not hold: " + disputed + ", " + open);
    }
  }

  /** What a payment may be applied to: the undisputed part. */
  public Money allocatable() {
    return open.minus(disputed);
  }

  OpenItem apply(Money amount, LocalDate effectiveDate) {
    return new OpenItem(
        sequence, number, invoiceDate, dueDate, open.minus(amount), disputed, effectiveDate);
  }

  /** Open again by {@code amount}; an application was taken back. */
  OpenItem reopen(Money amount, LocalDate effectiveDate) {
    return apply(amount.negated(), effectiveDate);
  }

  /** With {@code amount} more of it disputed; negative: less. */
  OpenItem dispute(Money amount, LocalDate effectiveDate) {
    return new OpenItem(
        sequence, number, invoiceDate, dueDate, open, disputed.plus(amount), effectiveDate);
  }
}
