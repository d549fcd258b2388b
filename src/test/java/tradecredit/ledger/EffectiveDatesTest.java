package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * None before the agreement's effective date, none after the business date; back-dating between is
 * allowed.
 */
class EffectiveDatesTest {

  private static final Refusal BEFORE_AGREEMENT =
      new Refusal.EffectiveDateBeforeAgreement(day("2001-05-15"), day("2001-05-16"));
  private static final Refusal IN_FUTURE =
      new Refusal.EffectiveDateInFuture(day("2001-05-21"), day("2001-05-20"));

  private final OpenBook book = aBook().at("2001-05-20").open();

  @ParameterizedTest
  @ValueSource(strings = {"2001-05-16", "2001-05-17", "2001-05-20"})
  void a_date_from_the_agreements_to_the_business_date_is_the_entrys(String date) {
    book.accepts(anInvoice("A-1").dated(date));
    book.accepts(aPayment("P-1").received(date));
    assertThat(book.journal().pages())
        .extracting(page -> page.entry().effectiveDate())
        .containsExactly(day(date), day(date));
  }

  @Test
  void an_invoice_dated_before_the_agreement_is_refused() {
    assertThat(book.refuses(anInvoice("A-1").dated("2001-05-15"))).isEqualTo(BEFORE_AGREEMENT);
  }

  @Test
  void an_invoice_dated_after_the_business_date_is_refused() {
    assertThat(book.refuses(anInvoice("A-1").dated("2001-05-21"))).isEqualTo(IN_FUTURE);
  }

  @Test
  void a_payment_received_before_the_agreement_is_refused() {
    assertThat(book.refuses(aPayment("P-1").received("2001-05-15"))).isEqualTo(BEFORE_AGREEMENT);
  }

  @Test
  void a_payment_received_after_the_business_date_is_refused() {
    assertThat(book.refuses(aPayment("P-1").received("2001-05-21"))).isEqualTo(IN_FUTURE);
  }

  @Test
  void a_future_date_is_taken_once_the_business_date_is_there() {
    book.refuses(anInvoice("A-1").dated("2001-05-21"));
    book.advanceTo("2001-05-21");
    book.accepts(anInvoice("A-1").dated("2001-05-21"));
  }

  @Test
  void the_book_does_not_go_back_to_an_earlier_business_date() {
    book.advanceTo("2001-05-18");
    assertThat(book.position().businessDate()).isEqualTo(day("2001-05-20"));
  }

  @Test
  void an_invoice_is_due_net_days_after_its_date_in_calendar_days() {
    Outcome.Posted posted = book.accepts(anInvoice("A-1").dated("2001-05-16"));
    assertThat(((Document.Invoice) posted.document()).dueDate()).isEqualTo(day("2001-06-06"));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
