package tradecredit.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/** What an entry is the record of, as it was posted: it never changes. */
public sealed interface Document
    permits Document.Invoice, CreditDocument, DeskDocument, SetOffDocument {

  /** The entry that records it. */
  long sequence();

  /** Its number or reference on the account. */
  String documentNumber();

  /** What wrote it. */
  Act act();

  /** Its canonical text: the first part of what the entry's hash covers. */
  String canonical();

  /**
   * An invoice as posted. Its canonical text is its number, dates, total and memo, and six fields a
   * line. If it was delivered already there are two more, which cannot be read as a line.
   */
  record Invoice(
      long sequence,
      InvoiceNumber number,
      LocalDate invoiceDate,
      LocalDate dueDate,
      Money total,
      @Nullable String memo,
      List<InvoiceLine> lines,
      @Nullable String alreadyDelivered)
      implements Document {

    /** Keeps the lines as they were. */
    public Invoice {
      lines = List.copyOf(lines);
    }

    @Override
    public String documentNumber() {
      return number.value();
    }

    @Override
    public Act act() {
      return Act.INVOICE;
    }

    @Override
    public String canonical() {
      Netstrings text = new Netstrings();
      text.add(number.value()).add(invoiceDate).add(dueDate).add(total).add(memo);
      for (InvoiceLine line : lines) {
        text.add(line.product().value())
            .add(line.faceValue())
            .add(line.quantity())
            .add(line.discount().basisPoints())
            .add(line.amount())
            .add(line.description());
      }
      if (alreadyDelivered != null) {
        text.add("alreadyDelivered").add(alreadyDelivered);
      }
      return text.toString();
    }
  }

  /** A payment as posted, with the allocations it was posted with. */
  record Payment(
      long sequence,
      PaymentReference reference,
      LocalDate receivedDate,
      String method,
      Money amount,
      List<Allocation> allocations)
      implements CreditDocument {

    /** Keeps the allocations as they were. */
    public Payment {
      allocations = List.copyOf(allocations);
    }

    @Override
    public LocalDate creditedOn() {
      return receivedDate;
    }

    @Override
    public String documentNumber() {
      return reference.value();
    }

    @Override
    public Act act() {
      return Act.PAYMENT;
    }

    @Override
    public String canonical() {
      return new Netstrings()
          .add(reference.value())
          .add(receivedDate)
          .add(method)
          .add(amount)
          .toString();
    }
  }

  /**
   * A credit applied to an invoice.
   *
   * @param invoiceSequence the invoice's entry
   * @param invoice the invoice's number
   * @param amount how much
   * @param effectiveDate from which as-of date it counts
   */
  record Allocation(
      long invoiceSequence, InvoiceNumber invoice, Money amount, LocalDate effectiveDate) {}
}
