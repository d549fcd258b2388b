package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.GoodStandingTest.reasons;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.DeskDocument.PaymentReturn;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/** A payment that bounced, and a payment applied anew. */
class ReturnTest {

  private static DeskPosting returned(Document.Payment payment, String date) {
    return new DeskPosting.ReturnPosting(payment, LocalDate.parse(date), "insufficient funds");
  }

  private static DeskPosting credited(String amount) {
    return new DeskPosting.CreditNotePosting(
        new CreditNoteNumber("C-" + amount),
        LocalDate.parse("2001-05-20"),
        "short",
        Money.parse(amount),
        null);
  }

  private static DeskPosting applied(Document.Payment payment, String... invoicesAndAmounts) {
    List<WantedAllocation> wanted = new java.util.ArrayList<>();
    for (int i = 0; i < invoicesAndAmounts.length; i += 2) {
      wanted.add(
          new WantedAllocation(
              new InvoiceNumber(invoicesAndAmounts[i]), Money.parse(invoicesAndAmounts[i + 1])));
    }
    return new DeskPosting.ReallocationPosting(payment, wanted);
  }

  @Test
  void a_return_re_opens_exactly_the_invoices_that_it_had_paid_with_their_due_dates() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    book.accepts(anInvoice("A-2").of("100.00").dated("2001-05-20"));
    book.accepts(anInvoice("A-3").of("100.00").dated("2001-06-01"));
    Document.Payment payment = book.accepts(aPayment("P-1").of("150.00").received("2001-06-02"));

    PaymentReturn back = book.accepts(returned(payment, "2001-06-10"), PaymentReturn.class);

    assertThat(back.reopened())
        .extracting(one -> one.invoice() + " " + one.amount() + " " + one.effectiveDate())
        .containsExactly("A-1 100.00 2001-06-10", "A-2 50.00 2001-06-10");
    assertThat(book.open())
        .extracting(item -> item.number() + " " + item.open() + " " + item.dueDate())
        .containsExactly("A-1 100.00 2001-06-06", "A-2 100.00 2001-06-10", "A-3 100.00 2001-06-22");
    book.owes("300.00");
    BookWalk.holds(book);
  }

  @Test
  void standing_follows_with_the_shortfall_and_what_is_past_due_again() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    Document.Payment payment = book.accepts(aPayment("P-1"));
    assertThat(book.position().standing()).isEqualTo(Standing.GOOD);

    book.accepts(returned(payment, "2001-06-20"), PaymentReturn.class);

    assertThat(book.journal().standingChanges().getLast().reasons())
        .isEqualTo(reasons("100.00", "0.00", "100.00"));
  }

  @Test
  void the_shortfall_is_made_good_by_later_payments_and_by_a_balance_of_nothing() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("A-1").of("500.00"));
    Document.Payment payment = book.accepts(aPayment("P-1").of("400.00"));
    book.accepts(returned(payment, "2001-05-20"), PaymentReturn.class);
    assertThat(book.position().shortfall()).hasToString("400.00");
    book.accepts(aPayment("P-2").of("150.00"));
    assertThat(book.position().shortfall()).hasToString("250.00");
    book.accepts(credited("349.99"), DeskDocument.CreditNote.class);
    assertThat(book.position().shortfall()).as("a credit note is no payment").hasToString("250.00");
    assertThat(book.position().standing()).isEqualTo(Standing.NOT_GOOD);
    book.accepts(credited("0.01"), DeskDocument.CreditNote.class);
    assertThat(book.position().balance()).hasToString("0.00");
    assertThat(book.position().shortfall()).hasToString("0.00");
    assertThat(book.position().standing()).isEqualTo(Standing.GOOD);
  }

  @Test
  void a_return_is_effective_no_earlier_than_the_movements_that_it_undoes() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("150.00"));
    Document.Payment first = book.accepts(aPayment("P-1").of("100.00").received("2001-06-01"));
    book.accepts(aPayment("P-2").of("50.00").received("2001-06-10"));

    PaymentReturn back = book.accepts(returned(first, "2001-06-05"), PaymentReturn.class);

    assertThat(back.returnedDate()).isEqualTo("2001-06-05");
    assertThat(back.effectiveDate()).isEqualTo("2001-06-10");
    BookWalk.holds(book);
  }

  @Test
  void what_was_paid_after_the_returned_date_is_open_again_from_then_on_and_the_rest_at_once() {
    OpenBook book = aBook().at("2001-06-10").open();
    book.accepts(anInvoice("A-1").of("100.00").dated("2001-05-20"));
    book.accepts(anInvoice("A-2").of("100.00").dated("2001-06-05"));
    Document.Payment payment = book.accepts(aPayment("P-1").of("150.00").received("2001-06-01"));

    PaymentReturn back = book.accepts(returned(payment, "2001-06-03"), PaymentReturn.class);

    assertThat(back.effectiveDate()).isEqualTo("2001-06-03");
    assertThat(back.reopened())
        .extracting(one -> one.invoice() + " " + one.amount() + " " + one.effectiveDate())
        .containsExactly("A-1 100.00 2001-06-03", "A-2 50.00 2001-06-05");
    BookWalk.holds(book);
  }

  @Test
  void a_payment_applied_anew_after_the_returned_date_is_in_the_book_until_then() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    Document.Payment payment = book.accepts(aPayment("P-1").received("2001-06-01"));
    book.accepts(applied(payment), DeskDocument.Reallocation.class);

    PaymentReturn back = book.accepts(returned(payment, "2001-06-03"), PaymentReturn.class);

    assertThat(back.effectiveDate()).isEqualTo("2001-06-20");
    BookWalk.holds(book);
  }

  /** Neither an open amount nor the unapplied credit would be negative before. */
  @Test
  void what_was_applied_for_the_first_time_later_delays_no_return() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    Document.Payment payment =
        book.accepts(aPayment("P-1").received("2001-06-01").of("60.00").toNoInvoice());
    book.accepts(applied(payment, "A-1", "60.00"), DeskDocument.Reallocation.class);

    PaymentReturn back = book.accepts(returned(payment, "2001-06-03"), PaymentReturn.class);

    assertThat(back.effectiveDate()).isEqualTo("2001-06-03");
    assertThat(back.reopened())
        .extracting(one -> one.invoice() + " " + one.amount() + " " + one.effectiveDate())
        .containsExactly("A-1 60.00 2001-06-20");
    BookWalk.holds(book);
  }

  @Test
  void it_was_taken_off_an_invoice_when_it_was_however_it_was_applied_afterwards() {
    OpenBook book = aBook().at("2001-06-10").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    Document.Payment payment = book.accepts(aPayment("P-1").received("2001-06-01").of("60.00"));
    book.accepts(applied(payment), DeskDocument.Reallocation.class);
    book.advanceTo("2001-06-20");
    book.accepts(applied(payment, "A-1", "60.00"), DeskDocument.Reallocation.class);

    PaymentReturn back = book.accepts(returned(payment, "2001-06-03"), PaymentReturn.class);

    assertThat(back.effectiveDate()).isEqualTo("2001-06-10");
    BookWalk.holds(book);
  }

  @Test
  void a_re_allocation_that_moves_nothing_delays_no_return() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("150.00"));
    Document.Payment kept =
        book.accepts(aPayment("P-1").received("2001-05-20").of("40.00").toNoInvoice());
    book.accepts(applied(kept), DeskDocument.Reallocation.class);

    PaymentReturn back = book.accepts(returned(kept, "2001-06-05"), PaymentReturn.class);

    assertThat(back.effectiveDate()).isEqualTo("2001-06-05");
    BookWalk.holds(book);
  }

  @Test
  void a_return_may_lead_over_the_limit_and_opens_a_breach() {
    OpenBook book = aBook().withLimit("100.00").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    Document.Payment payment = book.accepts(aPayment("P-1").of("60.00"));
    book.accepts(anInvoice("A-2").of("60.00"));

    book.accepts(returned(payment, "2001-05-20"), PaymentReturn.class);

    assertThat(book.journal().breachChanges())
        .extracting(change -> change.number() + " " + change.cause() + " " + change.balance())
        .containsExactly("1 PAYMENT_RETURN 160.00");
    assertThat(book.eventTypes()).contains(LedgerEvent.Type.LIMIT_BREACHED);
  }

  @Test
  void a_re_allocation_moves_no_balance_and_counts_from_the_business_date() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    book.accepts(anInvoice("A-2").of("100.00").dated("2001-05-20"));
    Document.Payment payment = book.accepts(aPayment("P-1").received("2001-06-01"));

    DeskDocument.Reallocation moved =
        book.accepts(applied(payment, "A-2", "70.00"), DeskDocument.Reallocation.class);

    assertThat(moved.lifted()).extracting(one -> one.invoice().value()).containsExactly("A-1");
    assertThat(moved.allocations())
        .extracting(one -> one.invoice() + " " + one.amount() + " " + one.effectiveDate())
        .containsExactly("A-2 70.00 2001-06-20");
    assertThat(moved.unapplied()).hasToString("30.00");
    assertThat(book.position().unappliedCredit()).hasToString("30.00");
    book.owes("100.00");
    assertThat(book.position().pastDue()).hasToString("130.00");
    BookWalk.holds(book);
  }

  @Test
  void what_was_applied_anew_is_what_a_return_re_opens() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("A-1").of("100.00"));
    book.accepts(anInvoice("A-2").of("100.00"));
    Document.Payment payment = book.accepts(aPayment("P-1"));
    book.accepts(applied(payment, "A-2", "40.00"), DeskDocument.Reallocation.class);

    PaymentReturn back = book.accepts(returned(payment, "2001-05-20"), PaymentReturn.class);

    assertThat(back.reopened())
        .extracting(one -> one.invoice() + " " + one.amount())
        .containsExactly("A-2 40.00");
    assertThat(book.position().unappliedCredit()).isEqualTo(Money.ZERO);
    BookWalk.holds(book);
  }

  @Test
  void a_re_allocation_may_use_what_the_payment_itself_gives_back() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("A-1").of("100.00"));
    Document.Payment payment = book.accepts(aPayment("P-1"));
    book.accepts(applied(payment, "A-1", "100.00"), DeskDocument.Reallocation.class);
    assertThat(book.open("A-1")).isEqualTo(Money.ZERO);
    BookWalk.holds(book);
  }
}
