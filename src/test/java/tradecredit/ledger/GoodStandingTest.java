package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.Refusal.NotInGoodStanding;
import tradecredit.money.Money;

/** Clause 6: where the terms require it, a buyer who is not in good standing gets no new supply. */
class GoodStandingTest {

  @Test
  void a_buyer_with_an_amount_past_due_gets_no_new_supply_where_good_standing_is_required() {
    OpenBook book =
        aBook()
            .at("2001-06-07")
            .requiringGoodStanding()
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .open();
    assertThat(book.refuses(anInvoice("A-2").dated("2001-06-07")))
        .isEqualTo(new NotInGoodStanding(reasons("300.00", "0.00", "0.00"), TestAgreement.CLAUSE));
  }

  @Test
  void an_amount_due_today_is_not_past_due() {
    OpenBook book =
        aBook()
            .at("2001-06-06")
            .requiringGoodStanding()
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .open();
    book.accepts(anInvoice("A-2"));
  }

  @Test
  void on_an_account_that_does_not_require_it_an_amount_past_due_stops_nothing() {
    OpenBook book = aBook().at("2001-06-07").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    assertThat(book.accepts(anInvoice("A-2")).decision().standing()).isEqualTo(Standing.NOT_GOOD);
  }

  @Test
  void a_back_dated_invoice_is_judged_by_the_standing_of_the_business_date() {
    OpenBook book =
        aBook()
            .at("2001-06-07")
            .requiringGoodStanding()
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .open();
    assertThat(book.refuses(anInvoice("A-2").dated("2001-05-16")).code())
        .isEqualTo(RefusalCode.ACCOUNT_NOT_IN_GOOD_STANDING);
  }

  @Test
  void the_payment_of_all_that_is_past_due_opens_supply_within_the_same_batch() {
    OpenBook book =
        aBook()
            .at("2001-06-07")
            .requiringGoodStanding()
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .open();
    book.accepts(aPayment("P-1").of("299.99"));
    book.refuses(anInvoice("A-2"));
    book.accepts(aPayment("P-2").of("0.01"));
    book.accepts(anInvoice("A-2").dated("2001-06-07"));
  }

  @Test
  void a_back_dated_invoice_that_is_past_due_at_once_stops_the_next_one() {
    OpenBook book = aBook().at("2001-06-07").requiringGoodStanding().open();
    book.accepts(anInvoice("A-1").dated("2001-05-16").of("5.00"));
    assertThat(book.refuses(anInvoice("A-2").dated("2001-06-07")))
        .isEqualTo(new NotInGoodStanding(reasons("5.00", "0.00", "0.00"), TestAgreement.CLAUSE));
  }

  @Test
  void a_disputed_amount_is_never_past_due() {
    OpenBook book =
        aBook()
            .at("2001-06-07")
            .requiringGoodStanding()
            .withDisputedInvoice("A-1", "2001-05-16", "300.00", "300.00")
            .open();
    book.accepts(anInvoice("A-2"));
  }

  @Test
  void a_shortfall_of_returned_payments_stops_supply() {
    OpenBook book = aBook().requiringGoodStanding().withShortfall("40.00").open();
    assertThat(book.refuses(anInvoice("A-1")))
        .isEqualTo(new NotInGoodStanding(reasons("0.00", "0.00", "40.00"), TestAgreement.CLAUSE));
  }

  @Test
  void a_balance_above_a_limit_that_was_cut_stops_supply_as_a_matter_of_standing() {
    OpenBook book =
        aBook()
            .requiringGoodStanding()
            .withOpenInvoice("A-1", "2001-05-16", "500.00")
            .amendedFrom("2001-05-21", "400.00", 21, Map.of())
            .open();
    book.advanceTo("2001-05-21");
    assertThat(book.refuses(anInvoice("A-2")))
        .isEqualTo(new NotInGoodStanding(reasons("0.00", "100.00", "0.00"), TestAgreement.CLAUSE));
  }

  @Test
  void a_payment_is_taken_whatever_the_standing() {
    OpenBook book =
        aBook()
            .at("2001-06-07")
            .requiringGoodStanding()
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .open();
    book.accepts(aPayment("P-1").received("2001-06-07").of("300.00"));
    assertThat(book.position().standing()).isEqualTo(Standing.GOOD);
  }

  static StandingReasons reasons(String pastDue, String overLimit, String shortfall) {
    return new StandingReasons(
        Money.parse(pastDue), Money.parse(overLimit), Money.parse(shortfall));
  }
}
