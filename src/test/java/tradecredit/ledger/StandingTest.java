package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.GoodStandingTest.reasons;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.money.Money;

/** When standing changes, and what is written of it. */
class StandingTest {

  @Test
  void
      an_account_falls_out_of_good_standing_on_the_day_after_the_due_date_however_many_days_are_skipped() {
    OpenBook book = aBook().withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    book.advanceTo("2001-07-01");
    assertThat(book.journal().standingChanges()).hasSize(1);
    StandingChange change = book.journal().standingChanges().getFirst();
    assertThat(change.number()).isEqualTo(1);
    assertThat(change.businessDate()).isEqualTo("2001-06-07");
    assertThat(change.afterSequence()).isEqualTo(1);
    assertThat(change.reasons()).isEqualTo(reasons("300.00", "0.00", "0.00"));
    assertThat(book.position().businessDate()).isEqualTo("2001-07-01");
    assertThat(book.position().standing()).isEqualTo(Standing.NOT_GOOD);
  }

  @Test
  void on_the_due_date_itself_the_account_is_still_in_good_standing() {
    OpenBook book =
        aBook().withOpenInvoice("A-1", "2001-05-16", "300.00").open().advanceTo("2001-06-06");
    assertThat(book.position().standing()).isEqualTo(Standing.GOOD);
    assertThat(book.journal().standingChanges()).isEmpty();
    assertThat(book.advanceTo("2001-06-07").position().standing()).isEqualTo(Standing.NOT_GOOD);
  }

  @Test
  void
      what_falls_past_due_on_several_skipped_days_adds_up_and_the_first_of_them_dates_the_change() {
    OpenBook book =
        aBook()
            .withOpenInvoice("A-2", "2001-05-18", "7.00")
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .withOpenInvoice("A-3", "2001-05-20", "1.00")
            .open();
    book.advanceTo("2001-06-10");
    assertThat(book.position().pastDue()).isEqualTo(Money.parse("307.00"));
    assertThat(book.journal().standingChanges())
        .extracting(change -> change.businessDate() + " " + change.reasons().pastDue())
        .containsExactly("2001-06-07 300.00", "2001-06-09 307.00");
    assertThat(book.eventTypes())
        .as("three invoices fell past due, the standing turned once")
        .containsExactly(
            LedgerEvent.Type.INVOICE_PAST_DUE,
            LedgerEvent.Type.STANDING_CHANGED,
            LedgerEvent.Type.INVOICE_PAST_DUE);
  }

  @Test
  void the_roll_of_a_day_on_which_nothing_fell_due_writes_nothing() {
    OpenBook book =
        aBook().withOpenInvoice("A-1", "2001-05-16", "300.00").open().advanceTo("2001-06-01");
    assertThat(book.journal().standingChanges()).isEmpty();
    assertThat(book.journal().events()).isEmpty();
    assertThat(book.position().sequence()).isEqualTo(1);
  }

  @Test
  void the_roll_of_the_day_takes_no_sequence_and_no_decision() {
    OpenBook book = aBook().withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    Position before = book.position();
    Position after = book.advanceTo("2001-06-07").position();
    assertThat(after.sequence()).isEqualTo(before.sequence());
    assertThat(after.hash()).isEqualTo(before.hash());
    assertThat(after.decisions()).isEqualTo(before.decisions());
    assertThat(book.journal().decisions()).isEmpty();
  }

  @Test
  void a_payment_of_all_that_is_past_due_restores_good_standing_and_says_so_once() {
    OpenBook book = aBook().at("2001-06-07").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    book.accepts(aPayment("P-1").of("299.99"));
    assertThat(book.journal().standingChanges())
        .as("the day keeps what it was not good for")
        .extracting(StandingChange::reasons)
        .containsExactly(reasons("0.01", "0.00", "0.00"));
    book.accepts(aPayment("P-2").of("0.01"));
    assertThat(book.journal().standingChanges())
        .last()
        .isEqualTo(
            new StandingChange(
                3,
                book.position().businessDate(),
                3,
                book.position().recordedAt(),
                reasons("0.00", "0.00", "0.00"),
                1,
                0));
    assertThat(book.position().standing()).isEqualTo(Standing.GOOD);
  }

  @Test
  void a_payment_that_leaves_what_is_past_due_unpaid_does_not_restore_good_standing() {
    OpenBook book = aBook().at("2001-06-07").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    book.accepts(aPayment("P-1").of("500.00").toNoInvoice());
    assertThat(book.position().standing()).isEqualTo(Standing.NOT_GOOD);
    assertThat(book.position().pastDue()).isEqualTo(Money.parse("300.00"));
  }

  @Test
  void a_decision_carries_the_standing_before_and_the_account_after_it() {
    OpenBook book = aBook().at("2001-06-07").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
    Decision decision = book.post(aPayment("P-1").of("300.00").posting()).decision();
    assertThat(decision.standing()).isEqualTo(Standing.NOT_GOOD);
    assertThat(decision.after().standing()).isEqualTo(Standing.GOOD);
  }

  @Test
  void a_back_dated_invoice_that_is_past_due_at_once_ends_good_standing_with_its_own_decision() {
    OpenBook book = aBook().at("2001-06-07").open();
    Decision decision = book.accepts(anInvoice("A-1").dated("2001-05-16").of("5.00")).decision();
    assertThat(book.journal().standingChanges())
        .containsExactly(
            new StandingChange(
                1,
                decision.businessDate(),
                1,
                decision.recordedAt(),
                reasons("5.00", "0.00", "0.00"),
                2,
                2));
  }

  @Test
  void a_limit_cut_below_the_balance_ends_good_standing_and_a_payment_down_to_it_restores_it() {
    OpenBook book =
        aBook()
            .withOpenInvoice("A-1", "2001-05-16", "500.00")
            .amendedFrom("2001-05-21", "400.00", 21, Map.of())
            .open();
    book.advanceTo("2001-05-21");
    book.accepts(aPayment("P-1").of("99.99"));
    assertThat(book.position().standing()).isEqualTo(Standing.NOT_GOOD);
    book.accepts(aPayment("P-2").of("0.01"));
    assertThat(book.journal().standingChanges())
        .extracting(StandingChange::reasons)
        .containsExactly(
            reasons("0.00", "100.00", "0.00"),
            reasons("0.00", "0.01", "0.00"),
            reasons("0.00", "0.00", "0.00"));
  }

  @Test
  void a_disputed_part_never_falls_past_due() {
    OpenBook book =
        aBook()
            .withDisputedInvoice("A-1", "2001-05-16", "300.00", "299.00")
            .open()
            .advanceTo("2001-06-07");
    assertThat(book.position().pastDue()).isEqualTo(Money.parse("1.00"));
  }

  @Test
  void no_reason_is_ever_negative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StandingReasons(Money.ofCents(-1), Money.ZERO, Money.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StandingReasons(Money.ZERO, Money.ofCents(-1), Money.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StandingReasons(Money.ZERO, Money.ZERO, Money.ofCents(-1)));
  }

  @Test
  void each_reason_alone_stands_against_good_standing() {
    assertThat(reasons("0.01", "0.00", "0.00").standing()).isEqualTo(Standing.NOT_GOOD);
    assertThat(reasons("0.00", "0.01", "0.00").standing()).isEqualTo(Standing.NOT_GOOD);
    assertThat(reasons("0.00", "0.00", "0.01").standing()).isEqualTo(Standing.NOT_GOOD);
    assertThat(reasons("0.00", "0.00", "0.00").standing()).isEqualTo(Standing.GOOD);
  }
}
