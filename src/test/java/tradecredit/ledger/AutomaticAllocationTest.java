package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.money.Money;

/**
 * A payment that names no invoice goes to the oldest: by due date, then invoice date, then
 * sequence.
 */
class AutomaticAllocationTest {

  @Test
  void the_oldest_due_date_is_paid_first_whatever_came_first_into_the_book() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("LATER").dated("2001-05-18").of("50.00"));
    book.accepts(anInvoice("OLDER").dated("2001-05-17").of("50.00"));
    assertThat(paid(book.accepts(aPayment("P-1").of("60.00"))))
        .containsExactly("OLDER 50.00", "LATER 10.00");
    assertThat(book.open("OLDER")).isEqualTo(Money.ZERO);
    assertThat(book.open("LATER")).isEqualTo(Money.parse("40.00"));
  }

  @Test
  void of_one_due_date_the_oldest_invoice_date_is_paid_first() {
    OpenBook book =
        aBook().at("2001-06-10").amendedFrom("2001-05-17", "50000.00", 20, Map.of()).open();
    book.accepts(anInvoice("NET-20").dated("2001-05-17").of("50.00"));
    book.accepts(anInvoice("NET-21").dated("2001-05-16").of("50.00"));
    assertThat(book.open())
        .extracting(item -> item.dueDate().toString())
        .containsOnly("2001-06-06");
    assertThat(paid(book.accepts(aPayment("P-1").of("60.00"))))
        .containsExactly("NET-21 50.00", "NET-20 10.00");
  }

  @Test
  void of_one_due_date_and_invoice_date_the_lowest_sequence_is_paid_first() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("Z").of("50.00"));
    book.accepts(anInvoice("A").of("50.00"));
    assertThat(paid(book.accepts(aPayment("P-1").of("60.00"))))
        .containsExactly("Z 50.00", "A 10.00");
  }

  @Test
  void a_later_payment_goes_on_where_the_earlier_one_ended() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("A-1").of("50.00"));
    book.accepts(anInvoice("A-2").of("50.00"));
    book.accepts(aPayment("P-1").of("60.00"));
    assertThat(paid(book.accepts(aPayment("P-2").of("15.00")))).containsExactly("A-2 15.00");
    assertThat(book.open("A-2")).isEqualTo(Money.parse("25.00"));
  }

  @Test
  void only_the_undisputed_part_is_paid() {
    OpenBook book =
        aBook()
            .withDisputedInvoice("ALL", "2001-05-16", "30.00", "30.00")
            .withDisputedInvoice("PART", "2001-05-17", "50.00", "20.00")
            .withOpenInvoice("NONE", "2001-05-18", "50.00")
            .open();
    assertThat(paid(book.accepts(aPayment("P-1").of("40.00"))))
        .containsExactly("PART 30.00", "NONE 10.00");
  }

  @Test
  void what_is_left_of_a_payment_stays_unapplied_and_lowers_the_balance_at_once() {
    OpenBook book = aBook().withOpenInvoice("A-1", "2001-05-16", "50.00").open();
    Document.Payment payment = book.accepts(aPayment("P-1").of("80.00"));
    assertThat(payment.unapplied()).isEqualTo(Money.parse("30.00"));
    assertThat(book.position().unappliedCredit()).isEqualTo(Money.parse("30.00"));
    book.owes("-30.00");
  }

  @Test
  void a_payment_into_an_empty_book_makes_the_balance_negative() {
    OpenBook book = aBook().open();
    AccountState after = book.post(aPayment("P-1").of("80.00").posting()).decision().after();
    assertThat(after.balance()).isEqualTo(Money.parse("80.00").negated());
    assertThat(after.availableCredit()).isEqualTo(Money.parse("50080.00"));
  }

  @Test
  void unapplied_credit_is_not_applied_to_a_later_invoice_by_itself() {
    OpenBook book = aBook().open();
    book.accepts(aPayment("P-1").of("80.00"));
    book.accepts(anInvoice("A-1").of("50.00"));
    assertThat(book.open("A-1")).isEqualTo(Money.parse("50.00"));
    assertThat(book.position().unappliedCredit()).isEqualTo(Money.parse("80.00"));
    book.owes("-30.00");
  }

  @Test
  void a_payment_settles_an_invoice_once_and_counts_it_out_once() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("A-1").of("50.00"));
    book.accepts(aPayment("P-1").of("49.99"));
    book.accepts(aPayment("P-2").of("0.01"));
    assertThat(book.journal().pages().stream().flatMap(page -> page.movements().stream()))
        .filteredOn(movement -> movement.kind() == Movement.Kind.ITEM)
        .extracting(Movement::openInvoices)
        .containsExactly(1, 0, -1);
  }

  private static List<String> paid(Document.Payment payment) {
    return payment.allocations().stream()
        .map(allocation -> allocation.invoice() + " " + allocation.amount())
        .toList();
  }
}
