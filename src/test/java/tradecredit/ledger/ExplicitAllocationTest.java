package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import org.junit.jupiter.api.Test;
import tradecredit.ledger.Refusal.AllocationExceedsOpenAmount;
import tradecredit.ledger.Refusal.AllocationsExceedPayment;
import tradecredit.ledger.Refusal.InvoiceUnknown;
import tradecredit.ledger.Refusal.PaymentReferenceTaken;
import tradecredit.money.Money;

/** A payment that names its invoices goes to these and no others. */
class ExplicitAllocationTest {

  private final OpenBook book =
      aBook()
          .withOpenInvoice("A-1", "2001-05-16", "50.00")
          .withOpenInvoice("A-2", "2001-05-17", "50.00")
          .withDisputedInvoice("A-3", "2001-05-18", "50.00", "20.00")
          .open();

  @Test
  void it_goes_where_it_is_wanted_though_something_else_is_older() {
    book.accepts(aPayment("P-1").of("70.00").to("A-3", "25.00").to("A-2", "45.00"));
    assertThat(book.open("A-1")).isEqualTo(Money.parse("50.00"));
    assertThat(book.open("A-2")).isEqualTo(Money.parse("5.00"));
    assertThat(book.open("A-3")).isEqualTo(Money.parse("5.00"));
    assertThat(book.position().unappliedCredit()).isEqualTo(Money.ZERO);
  }

  @Test
  void nothing_is_allocated_beyond_what_is_wanted() {
    book.accepts(aPayment("P-1").of("100.00").to("A-2", "10.00"));
    assertThat(book.open("A-1")).isEqualTo(Money.parse("50.00"));
    assertThat(book.position().unappliedCredit()).isEqualTo(Money.parse("90.00"));
    book.owes("50.00");
  }

  @Test
  void a_payment_that_wants_no_invoice_stays_unapplied() {
    book.accepts(aPayment("P-1").of("100.00").toNoInvoice());
    assertThat(book.open("A-1")).isEqualTo(Money.parse("50.00"));
    assertThat(book.position().unappliedCredit()).isEqualTo(Money.parse("100.00"));
  }

  @Test
  void an_allocation_of_exactly_what_is_open_is_accepted_and_one_cent_more_is_refused() {
    assertThat(book.refuses(aPayment("P-1").to("A-1", "50.01")))
        .isEqualTo(
            new AllocationExceedsOpenAmount("A-1", Money.parse("50.01"), Money.parse("50.00")));
    book.accepts(aPayment("P-1").to("A-1", "50.00"));
  }

  @Test
  void an_allocation_is_measured_against_the_undisputed_part() {
    assertThat(book.refuses(aPayment("P-1").to("A-3", "30.01")))
        .isEqualTo(
            new AllocationExceedsOpenAmount("A-3", Money.parse("30.01"), Money.parse("30.00")));
    book.accepts(aPayment("P-1").to("A-3", "30.00"));
  }

  @Test
  void an_invoice_that_is_settled_takes_no_more() {
    book.accepts(aPayment("P-1").of("50.00").to("A-1", "50.00"));
    assertThat(book.refuses(aPayment("P-2").to("A-1", "0.01")))
        .isEqualTo(new AllocationExceedsOpenAmount("A-1", Money.parse("0.01"), Money.ZERO));
  }

  @Test
  void allocations_of_exactly_the_payment_are_accepted_and_one_cent_more_is_refused() {
    assertThat(book.refuses(aPayment("P-1").of("79.99").to("A-1", "50.00").to("A-2", "30.00")))
        .isEqualTo(
            new AllocationsExceedPayment(Money.parse("80.00"), Money.parse("79.99"), Act.PAYMENT));
    book.accepts(aPayment("P-1").of("80.00").to("A-1", "50.00").to("A-2", "30.00"));
  }

  @Test
  void an_invoice_that_the_account_does_not_have_is_unknown() {
    assertThat(book.refuses(aPayment("P-1").to("A-1", "1.00").to("A-9", "1.00")))
        .isEqualTo(new InvoiceUnknown("A-9"));
  }

  @Test
  void an_invoice_of_the_same_batch_is_known_and_a_refused_one_is_not() {
    book.accepts(anInvoice("A-4").of("10.00"));
    book.refuses(anInvoice("A-5").of("50000.00"));
    book.accepts(aPayment("P-1").to("A-4", "10.00"));
    assertThat(book.refuses(aPayment("P-2").to("A-5", "10.00")))
        .isEqualTo(new InvoiceUnknown("A-5"));
  }

  @Test
  void a_reference_is_taken_by_the_payment_that_has_it_and_not_by_a_refused_one() {
    book.refuses(aPayment("P-1").to("A-9", "1.00"));
    book.accepts(aPayment("P-1"));
    assertThat(book.refuses(aPayment("P-1").of("1.00")))
        .isEqualTo(new PaymentReferenceTaken("P-1"));
  }

  @Test
  void an_invoice_number_and_a_payment_reference_do_not_take_each_other() {
    book.accepts(anInvoice("SAME"));
    book.accepts(aPayment("SAME"));
  }

  @Test
  void a_refused_payment_moves_nothing() {
    Position before = book.position();
    book.refuses(aPayment("P-1").to("A-1", "20.00").to("A-2", "50.01"));
    assertThat(book.open("A-1")).isEqualTo(Money.parse("50.00"));
    assertThat(book.position())
        .usingRecursiveComparison()
        .ignoringFields("recordedAt", "last.decision")
        .isEqualTo(before);
    assertThat(book.journal().pages()).isEmpty();
  }
}
