package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/** A credit note applied later, and applied anew: as a payment is, but it is never returned. */
class CreditNoteReallocationTest {

  private static DeskDocument.CreditNote note(
      OpenBook book, String date, String amount, @Nullable String invoice) {
    return book.accepts(
        new DeskPosting.CreditNotePosting(
            new CreditNoteNumber("C-1"),
            LocalDate.parse(date),
            "short",
            Money.parse(amount),
            invoice == null ? null : new InvoiceNumber(invoice)),
        DeskDocument.CreditNote.class);
  }

  private static DeskPosting applied(CreditDocument credit, String... invoicesAndAmounts) {
    List<WantedAllocation> wanted = new ArrayList<>();
    for (int i = 0; i < invoicesAndAmounts.length; i += 2) {
      wanted.add(
          new WantedAllocation(
              new InvoiceNumber(invoicesAndAmounts[i]), Money.parse(invoicesAndAmounts[i + 1])));
    }
    return new DeskPosting.ReallocationPosting(credit, wanted);
  }

  private static DeskDocument.Reallocation moved(OpenBook book, DeskPosting posting) {
    return book.accepts(posting, DeskDocument.Reallocation.class);
  }

  @Test
  void what_was_left_of_it_is_applied_to_a_later_invoice_on_the_business_date() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    DeskDocument.CreditNote note = note(book, "2001-05-20", "150.00", null);
    assertThat(book.position().unappliedCredit()).hasToString("50.00");
    book.accepts(anInvoice("A-2").of("80.00").dated("2001-06-01"));

    DeskDocument.Reallocation moved = moved(book, applied(note, "A-1", "100.00", "A-2", "50.00"));

    assertThat(moved.credit()).isEqualTo(Act.CREDIT_NOTE);
    assertThat(moved.creditSequence()).isEqualTo(note.sequence());
    assertThat(moved.reference()).isEqualTo("C-1");
    assertThat(moved.allocations())
        .extracting(one -> one.invoice() + " " + one.amount() + " " + one.effectiveDate())
        .containsExactly("A-1 100.00 2001-06-20", "A-2 50.00 2001-06-20");
    assertThat(moved.unapplied()).isEqualTo(Money.ZERO);
    assertThat(book.open("A-2")).hasToString("30.00");
    book.owes("30.00");
    BookWalk.holds(book);
  }

  @Test
  void it_is_taken_back_from_where_it_was_and_what_is_late_is_late_again_from_today_on() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    DeskDocument.CreditNote note = note(book, "2001-05-20", "100.00", "A-1");
    assertThat(book.position().pastDue()).isEqualTo(Money.ZERO);

    DeskDocument.Reallocation moved = moved(book, applied(note));

    assertThat(moved.lifted())
        .extracting(one -> one.invoice() + " " + one.amount() + " " + one.effectiveDate())
        .containsExactly("A-1 100.00 2001-06-20");
    assertThat(moved.unapplied()).hasToString("100.00");
    assertThat(book.position().pastDue()).hasToString("100.00");
    assertThat(book.position().standing()).isEqualTo(Standing.NOT_GOOD);
    assertThat(book.eventTypes())
        .endsWith(
            LedgerEvent.Type.CREDIT_NOTE_REALLOCATED,
            LedgerEvent.Type.INVOICE_PAST_DUE,
            LedgerEvent.Type.STANDING_CHANGED);
    book.owes("0.00");
    BookWalk.holds(book);
  }

  @Test
  void it_may_be_applied_anew_again_and_again_and_each_time_from_where_it_is_now() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("A-1").of("100.00"));
    book.accepts(anInvoice("A-2").of("100.00"));
    DeskDocument.CreditNote note = note(book, "2001-05-16", "100.00", "A-1");
    moved(book, applied(note, "A-2", "60.00"));
    DeskDocument.Reallocation last = moved(book, applied(note, "A-1", "70.00", "A-2", "30.00"));
    assertThat(last.lifted())
        .extracting(one -> one.invoice() + " " + one.amount())
        .containsExactly("A-2 60.00");
    assertThat(book.open("A-1")).hasToString("30.00");
    assertThat(book.open("A-2")).hasToString("70.00");
    BookWalk.holds(book);
  }

  @Test
  void it_makes_good_no_returned_payment() {
    OpenBook book = aBook().withShortfall("40.00").open();
    book.accepts(anInvoice("A-1").of("100.00"));
    DeskDocument.CreditNote note = note(book, "2001-05-16", "50.00", "A-1");
    moved(book, applied(note));
    assertThat(book.position().shortfall()).hasToString("40.00");
  }

  @Test
  void more_than_it_is_of_says_which_credit_it_is() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("A-1").of("100.00"));
    DeskDocument.CreditNote note = note(book, "2001-05-16", "50.00", "A-1");
    assertThat(book.refuses(applied(note, "A-1", "50.01")))
        .isEqualTo(
            new Refusal.AllocationsExceedPayment(
                Money.parse("50.01"), Money.parse("50.00"), Act.CREDIT_NOTE));
  }
}
