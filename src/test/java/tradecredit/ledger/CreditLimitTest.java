package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.money.Money;

/** Clauses 5 and 6: at most so much owed; exactly so much is allowed. */
class CreditLimitTest {

  @Test
  void an_invoice_that_reaches_the_limit_exactly_is_accepted() {
    OpenBook book = aBook().withLimit("50000.00").open();
    book.accepts(anInvoice("A-1").of("49999.99"));
    AccountState after = book.accepts(anInvoice("A-2").of("0.01")).decision().after();
    assertThat(after.balance()).isEqualTo(Money.parse("50000.00"));
    assertThat(after.availableCredit()).isEqualTo(Money.ZERO);
  }

  @Test
  void an_invoice_one_cent_over_the_limit_is_refused() {
    OpenBook book = aBook().withLimit("50000.00").open();
    assertThat(book.refuses(anInvoice("A-1").of("50000.01")))
        .isEqualTo(exceeded("0.00", "50000.01"));
    book.owes("0.00");
  }

  @Test
  void invoices_of_one_batch_are_measured_one_after_the_other() {
    OpenBook book = aBook().withLimit("50000.00").open();
    book.accepts(anInvoice("A-1").of("30000.00"));
    book.refuses(anInvoice("A-2").of("20000.01"));
    book.accepts(anInvoice("A-3").of("20000.00"));
    book.refuses(anInvoice("A-4").of("0.01"));
    book.owes("50000.00");
  }

  @Test
  void a_refusal_changes_no_figure_and_leaves_its_number_free() {
    OpenBook book =
        aBook().withLimit("50000.00").withOpenInvoice("A-0", "2001-05-16", "10.00").open();
    Position before = book.position();
    book.refuses(anInvoice("A-1").of("50000.00"));
    assertThat(book.position())
        .usingRecursiveComparison()
        .ignoringFields("recordedAt", "last.decision", "last.event")
        .isEqualTo(before);
    assertThat(book.journal().pages()).isEmpty();
    assertThat(book.accepts(anInvoice("A-1").of("49990.00")).document().sequence()).isEqualTo(2);
  }

  @Test
  void a_back_dated_invoice_gets_no_softer_test_than_one_of_today() {
    OpenBook book = aBook().at("2001-05-20").withLimit("50000.00").open();
    book.accepts(anInvoice("A-1").dated("2001-05-20").of("50000.00"));
    assertThat(book.refuses(anInvoice("A-2").dated("2001-05-16").of("0.01")).code())
        .isEqualTo(RefusalCode.CREDIT_LIMIT_EXCEEDED);
  }

  @Test
  void a_payment_makes_room_for_exactly_as_much_whatever_it_is_applied_to() {
    OpenBook book = aBook().withLimit("500.00").open();
    book.accepts(anInvoice("A-1").of("500.00"));
    book.accepts(aPayment("P-1").of("20.00").toNoInvoice());
    book.refuses(anInvoice("A-2").of("20.01"));
    book.accepts(anInvoice("A-2").of("20.00"));
  }

  @Test
  void what_was_paid_in_advance_is_room_above_the_limit() {
    OpenBook book = aBook().withLimit("500.00").open();
    book.accepts(aPayment("P-1").of("70.00"));
    book.refuses(anInvoice("A-1").of("570.01"));
    book.accepts(anInvoice("A-1").of("570.00"));
    book.owes("500.00");
  }

  @Test
  void the_disputed_part_of_an_invoice_still_uses_the_limit() {
    OpenBook book =
        aBook()
            .withLimit("500.00")
            .withDisputedInvoice("A-1", "2001-05-16", "400.00", "400.00")
            .open();
    book.refuses(anInvoice("A-2").of("100.01"));
    book.accepts(anInvoice("A-2").of("100.00"));
  }

  @Test
  void a_limit_of_nothing_lets_draw_on_what_was_paid_in_advance_only() {
    OpenBook book = aBook().withLimit("0.00").open();
    book.refuses(anInvoice("A-1").of("0.01"));
    book.accepts(aPayment("P-1").of("1.00"));
    book.accepts(anInvoice("A-1").of("1.00"));
    book.refuses(anInvoice("A-2").of("0.01"));
  }

  @Test
  void the_limit_in_force_is_that_of_the_business_date_not_of_the_invoice_date() {
    OpenBook book =
        aBook()
            .at("2001-05-20")
            .withLimit("500.00")
            .amendedFrom("2001-05-21", "700.00", 21, Map.of())
            .open();
    book.refuses(anInvoice("A-1").dated("2001-05-20").of("500.01"));
    book.advanceTo("2001-05-21");
    book.accepts(anInvoice("A-1").dated("2001-05-20").of("700.00"));
  }

  private static Refusal exceeded(String balance, String requested) {
    return new Refusal.CreditLimitExceeded(
        Money.parse(balance),
        Money.parse("50000.00"),
        Money.parse(requested),
        null,
        TestAgreement.CLAUSE);
  }
}
