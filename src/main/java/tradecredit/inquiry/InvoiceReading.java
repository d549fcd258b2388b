package tradecredit.inquiry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceLine;
import tradecredit.money.Money;

/**
 * An invoice as it is now.
 *
 * @param invoice as posted
 * @param openAmount what is unpaid
 * @param disputedAmount the disputed part of it
 * @param businessDate the book's today when it was read
 * @param allocations the credits applied to it
 */
public record InvoiceReading(
    Document.Invoice invoice,
    Money openAmount,
    Money disputedAmount,
    LocalDate businessDate,
    List<AllocatedCredit> allocations) {

  /** Keeps its allocations. */
  public InvoiceReading {
    allocations = List.copyOf(allocations);
  }

  /**
   * A credit applied to the invoice.
   *
   * @param creditSequence the credit's entry
   * @param act what kind of credit it is
   * @param reference the credit's number or reference
   * @param amount how much
   * @param effectiveDate from which as-of date it counts
   * @param sequence the entry that applied it
   */
  public record AllocatedCredit(
      long creditSequence,
      Act act,
      String reference,
      Money amount,
      LocalDate effectiveDate,
      long sequence) {

    /** After a later movement of the same credit on the same invoice. */
    public AllocatedCredit then(AllocatedCredit later) {
      return new AllocatedCredit(
          creditSequence,
          act,
          reference,
          amount.plus(later.amount),
          later.effectiveDate,
          later.sequence);
    }
  }

  /** How many bytes of UTF-8 its memo and the descriptions of its lines have together. */
  public long textBytes() {
    long bytes = utf8Bytes(invoice.memo());
    for (InvoiceLine line : invoice.lines()) {
      bytes += utf8Bytes(line.description());
    }
    return bytes;
  }

  private static int utf8Bytes(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Days since its due date while something undisputed is open, else 0. */
  public long daysPastDue() {
    boolean owed = openAmount.isGreaterThan(disputedAmount);
    return owed ? Math.max(0, ChronoUnit.DAYS.between(invoice.dueDate(), businessDate)) : 0;
  }
}
