package tradecredit.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * What an entry did to one open item or to one credit. Movements are never changed: applying a
 * credit is a pair, + on the credit and - on the invoice, so their sum is the balance on every
 * as-of date.
 *
 * @param kind an invoice's open item, or a credit
 * @param invoiceSequence the invoice; null for a credit
 * @param creditSequence the credit, or the credit that is applied to the invoice; null where there
 *     is none
 * @param dueDate the invoice's due date, {@link #NO_DATE} for a credit
 * @param invoiceDate the invoice's date, {@link #NO_DATE} for a credit
 * @param effectiveDate from which as-of date it counts
 * @param amount signed: what it adds to the balance
 * @param disputedAmount signed: what it adds to the disputed part
 * @param openInvoices +1 where an invoice opens, -1 where it is settled, else 0
 */
public record Movement(
    Kind kind,
    @Nullable Long invoiceSequence,
    @Nullable Long creditSequence,
    LocalDate dueDate,
    LocalDate invoiceDate,
    LocalDate effectiveDate,
    Money amount,
    Money disputedAmount,
    int openInvoices) {

  /** Stands where a credit has no date; sorts after every due date. */
  public static final LocalDate NO_DATE = LocalDate.of(9999, 12, 31);

  /** What moves. */
  public enum Kind {
    ITEM("item"),
    CREDIT("credit");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The name in the tables. */
    public String wireName() {
      return wireName;
    }
  }

  static Movement opened(OpenItem item) {
    return of(item, null, item.invoiceDate(), item.open(), Money.ZERO, 1);
  }

  /** A credit is there, or is there again. */
  static Movement credited(long creditSequence, LocalDate effectiveDate, Money amount) {
    return drawn(creditSequence, effectiveDate, amount.negated());
  }

  static Movement drawn(long creditSequence, LocalDate effectiveDate, Money amount) {
    return new Movement(
        Kind.CREDIT, null, creditSequence, NO_DATE, NO_DATE, effectiveDate, amount, Money.ZERO, 0);
  }

  static Movement applied(
      OpenItem item, long creditSequence, LocalDate effectiveDate, Money amount) {
    int closed = amount.equals(item.open()) ? -1 : 0;
    return of(item, creditSequence, effectiveDate, amount.negated(), Money.ZERO, closed);
  }

  /** Takes an application back: the invoice is open again by {@code amount}. */
  static Movement lifted(
      OpenItem item, long creditSequence, LocalDate effectiveDate, Money amount) {
    int opened = item.open().isZero() ? 1 : 0;
    return of(item, creditSequence, effectiveDate, amount, Money.ZERO, opened);
  }

  /** A part of an open amount becomes disputed, or with a negative amount undisputed again. */
  static Movement disputed(OpenItem item, LocalDate effectiveDate, Money amount) {
    return of(item, null, effectiveDate, Money.ZERO, amount, 0);
  }

  private static Movement of(
      OpenItem item,
      @Nullable Long creditSequence,
      LocalDate effectiveDate,
      Money amount,
      Money disputed,
      int openInvoices) {
    return new Movement(
        Kind.ITEM,
        item.sequence(),
        creditSequence,
        item.dueDate(),
        item.invoiceDate(),
        effectiveDate,
        amount,
        disputed,
        openInvoices);
  }

  Netstrings addTo(Netstrings canonical) {
    return canonical
        .add(kind.wireName())
        .add(invoiceSequence == null ? null : invoiceSequence.toString())
        .add(creditSequence == null ? null : creditSequence.toString())
        .add(dueDate)
        .add(invoiceDate)
        .add(effectiveDate)
        .add(amount)
        .add(disputedAmount)
        .add(openInvoices);
  }
}
