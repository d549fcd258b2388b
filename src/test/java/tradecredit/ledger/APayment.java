package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/** A payment to post, as tests write it: allocated by the book unless it says to what it goes. */
record APayment(
    String reference,
    LocalDate received,
    String amount,
    @Nullable List<WantedAllocation> allocations) {

  /** A payment of 100.00, received on the agreement's first day. */
  static APayment aPayment(String reference) {
    return new APayment(reference, TestAgreement.EFFECTIVE, "100.00", null);
  }

  APayment of(String money) {
    return new APayment(reference, received, money, allocations);
  }

  APayment received(String day) {
    return new APayment(reference, LocalDate.parse(day), amount, allocations);
  }

  /** Allocated to this invoice, besides those named before. */
  APayment to(String invoice, String part) {
    List<WantedAllocation> wanted = new ArrayList<>(allocations == null ? List.of() : allocations);
    wanted.add(new WantedAllocation(new InvoiceNumber(invoice), Money.parse(part)));
    return new APayment(reference, received, amount, wanted);
  }

  APayment toNoInvoice() {
    return new APayment(reference, received, amount, List.of());
  }

  PaymentPosting posting() {
    return new PaymentPosting(
        new PaymentReference(reference), received, "wire", Money.parse(amount), allocations);
  }
}
