package tradecredit.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/** One act that is asked of the book. A posting is always well formed, but it may be refused. */
public sealed interface Posting
    permits Posting.InvoicePosting, Posting.PaymentPosting, DeskPosting, SetOffPosting {

  /** What it does. */
  Act act();

  /** The number or reference that names its document on the account. */
  String documentNumber();

  /** What it would move, as a positive amount. */
  Money requested();

  /** How many lines or allocations it has. */
  int size();

  /**
   * A card invoice.
   *
   * @param number unique on the account for ever
   * @param invoiceDate its effective date
   * @param memo free text, or nothing
   * @param lines at least one
   * @param requested its total, the sum of its lines' amounts; above zero
   * @param alreadyDelivered why it is recorded although hold, standing or limit stand against it:
   *     the cards are delivered and the debt is a fact; null where it asks for supply
   */
  record InvoicePosting(
      InvoiceNumber number,
      LocalDate invoiceDate,
      @Nullable String memo,
      List<InvoiceLine> lines,
      Money requested,
      @Nullable String alreadyDelivered)
      implements Posting {

    /** Refuses an invoice of nothing. */
    public InvoicePosting {
      lines = List.copyOf(lines);
      if (!requested.isPositive()) {
        throw new IllegalArgumentException("an invoice's total is above zero");
      }
    }

    /** The invoice whose total is the sum of its lines' amounts. */
    public static InvoicePosting of(
        InvoiceNumber number,
        LocalDate invoiceDate,
        @Nullable String memo,
        List<InvoiceLine> lines,
        @Nullable String alreadyDelivered) {
      Money total = lines.stream().map(InvoiceLine::amount).reduce(Money.ZERO, Money::plus);
      return new InvoicePosting(number, invoiceDate, memo, lines, total, alreadyDelivered);
    }

    @Override
    public Act act() {
      return Act.INVOICE;
    }

    @Override
    public String documentNumber() {
      return number.value();
    }

    @Override
    public int size() {
      return lines.size();
    }
  }

  /**
   * A payment received.
   *
   * @param reference unique on the account for ever
   * @param receivedDate its effective date
   * @param method how it was paid
   * @param requested its amount, above zero
   * @param allocations to which invoices it goes; null for automatic allocation, empty for none
   */
  record PaymentPosting(
      PaymentReference reference,
      LocalDate receivedDate,
      String method,
      Money requested,
      @Nullable List<WantedAllocation> allocations)
      implements Posting {

    /** Refuses a payment of nothing, and one that names an invoice twice. */
    public PaymentPosting {
      allocations = allocations == null ? null : List.copyOf(allocations);
      if (!requested.isPositive()) {
        throw new IllegalArgumentException("a payment's amount is above zero");
      }
      if (allocations != null
          && allocations.stream().map(WantedAllocation::invoice).distinct().count()
              < allocations.size()) {
        throw new IllegalArgumentException("a payment names each invoice once");
      }
    }

    /** True where the book chooses the invoices: oldest due date first. */
    public boolean isAutomatic() {
      return allocations == null;
    }

    /** What is wanted explicitly; empty for an automatic one. */
    public List<WantedAllocation> wanted() {
      return allocations == null ? List.of() : allocations;
    }

    @Override
    public Act act() {
      return Act.PAYMENT;
    }

    @Override
    public String documentNumber() {
      return reference.value();
    }

    @Override
    public int size() {
      return wanted().size();
    }
  }

  /**
   * A part of a payment that its poster assigns to an invoice.
   *
   * @param invoice which invoice
   * @param amount how much, above zero
   */
  record WantedAllocation(InvoiceNumber invoice, Money amount) {

    /** What they come to. */
    public static Money sum(List<WantedAllocation> wanted) {
      return wanted.stream().map(WantedAllocation::amount).reduce(Money.ZERO, Money::plus);
    }
  }
}
