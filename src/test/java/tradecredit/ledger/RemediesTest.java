package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.Refusal.CreditLimitExceeded;
import tradecredit.money.Money;

/** What a refusal for the limit says would cure it. */
class RemediesTest {

  @Test
  void the_largest_invoice_is_what_would_be_accepted_and_a_cent_more_would_not() {
    OpenBook book =
        aBook().withLimit("500.00").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    CreditLimitExceeded refusal = exceeded(book, anInvoice("A-2").of("900.00"));
    assertThat(refusal.largestInvoice()).isEqualTo(Money.parse("200.00"));
    book.refuses(anInvoice("A-2").of("200.01"));
    book.accepts(anInvoice("A-2").of("200.00"));
  }

  @Test
  void the_largest_invoice_is_never_below_zero() {
    OpenBook book =
        aBook()
            .withLimit("500.00")
            .withOpenInvoice("A-1", "2001-05-16", "500.00")
            .amendedFrom("2001-05-20", "400.00", 21, Map.of())
            .open();
    assertThat(exceeded(book, anInvoice("A-2").of("1.00")).largestInvoice()).isEqualTo(Money.ZERO);
  }

  @Test
  void the_smallest_payment_makes_exactly_the_room_that_is_missing() {
    OpenBook book =
        aBook().withLimit("500.00").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    assertThat(exceeded(book, anInvoice("A-2").of("250.00")).excess())
        .isEqualTo(Money.parse("50.00"));
    book.accepts(aPayment("P-1").of("49.99"));
    book.refuses(anInvoice("A-2").of("250.00"));
    book.accepts(aPayment("P-2").of("0.01"));
    book.accepts(anInvoice("A-2").of("250.00"));
  }

  @Test
  void the_first_date_with_room_is_the_due_date_on_which_enough_is_paid_in_sum() {
    OpenBook book = threeDueDates();
    assertThat(room(book, "200.00")).isEqualTo("2001-06-06");
    assertThat(room(book, "200.01")).isEqualTo("2001-06-07");
    assertThat(room(book, "500.00")).isEqualTo("2001-06-07");
    assertThat(room(book, "500.01")).isEqualTo("2001-06-10");
    assertThat(room(book, "600.00")).isEqualTo("2001-06-10");
  }

  @Test
  void there_is_no_first_date_where_all_that_is_open_would_not_make_room() {
    assertThat(room(threeDueDates(), "600.01")).isEqualTo("null");
  }

  @Test
  void what_is_due_today_is_counted_on_and_the_date_is_today() {
    OpenBook book =
        aBook()
            .at("2001-06-06")
            .withLimit("100.00")
            .withOpenInvoice("A-1", "2001-05-16", "100.00")
            .open();
    assertThat(room(book, "100.00")).isEqualTo("2001-06-06");
  }

  @Test
  void what_is_past_due_is_not_counted_on() {
    OpenBook book =
        aBook()
            .at("2001-06-07")
            .withLimit("150.00")
            .withOpenInvoice("A-1", "2001-05-16", "100.00")
            .withOpenInvoice("A-2", "2001-06-01", "50.00")
            .open();
    assertThat(room(book, "50.00")).isEqualTo("2001-06-22");
    assertThat(room(book, "50.01")).isEqualTo("null");
  }

  @Test
  void what_falls_past_due_by_the_roll_of_the_day_is_no_longer_counted_on() {
    OpenBook book = threeDueDates().advanceTo("2001-06-07");
    assertThat(room(book, "200.00")).isEqualTo("2001-06-07");
    assertThat(room(book, "400.01")).isEqualTo("null");
  }

  @Test
  void what_is_disputed_is_not_counted_on() {
    OpenBook book =
        aBook()
            .withLimit("100.00")
            .withDisputedInvoice("A-1", "2001-05-16", "100.00", "60.00")
            .open();
    assertThat(room(book, "40.00")).isEqualTo("2001-06-06");
    assertThat(room(book, "40.01")).isEqualTo("null");
  }

  @Test
  void invoices_and_payments_of_the_same_batch_count() {
    OpenBook book = aBook().withLimit("100.00").open();
    book.accepts(anInvoice("A-1").dated("2001-05-16").of("60.00"));
    book.accepts(anInvoice("A-2").dated("2001-05-18").of("40.00"));
    assertThat(room(book, "60.01")).isEqualTo("2001-06-08");
    book.accepts(aPayment("P-1").of("60.00"));
    book.accepts(anInvoice("A-3").dated("2001-05-20").of("60.00"));
    assertThat(room(book, "40.00")).isEqualTo("2001-06-08");
    assertThat(room(book, "40.01")).isEqualTo("2001-06-10");
  }

  /** 200.00 due on 6 June, 300.00 on 7 June, 100.00 on 10 June; all of the limit used. */
  private static OpenBook threeDueDates() {
    return aBook()
        .withLimit("600.00")
        .withOpenInvoice("A-1", "2001-05-16", "200.00")
        .withOpenInvoice("A-2", "2001-05-17", "300.00")
        .withOpenInvoice("A-3", "2001-05-20", "100.00")
        .open();
  }

  private static String room(OpenBook book, String amount) {
    LocalDate date = exceeded(book, anInvoice("A-9").of(amount)).firstDateWithRoom();
    return String.valueOf(date);
  }

  private static CreditLimitExceeded exceeded(OpenBook book, AnInvoice invoice) {
    Refusal refusal = book.refuses(invoice);
    assertThat(refusal).isInstanceOf(CreditLimitExceeded.class);
    assertThat(refusal.clause()).isEqualTo(TestAgreement.CLAUSE);
    return (CreditLimitExceeded) refusal;
  }
}
