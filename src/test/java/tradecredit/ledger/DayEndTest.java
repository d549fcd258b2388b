package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.LedgerEvent.Type.INVOICE_PAST_DUE;
import static tradecredit.ledger.LedgerEvent.Type.LIMIT_BREACHED;
import static tradecredit.ledger.LedgerEvent.Type.LIMIT_CURED;
import static tradecredit.ledger.LedgerEvent.Type.STANDING_CHANGED;
import static tradecredit.ledger.LedgerEvent.Type.THRESHOLD_CROSSED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.money.Money;

/** What the first transaction of a newer business date writes of the days before (section 4). */
class DayEndTest {

  @Test
  void each_invoice_that_fell_past_due_is_told_of_on_its_own_day() {
    OpenBook book =
        aBook()
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .withDisputedInvoice("A-2", "2001-05-16", "50.00", "20.00")
            .withDisputedInvoice("A-3", "2001-05-16", "50.00", "50.00")
            .withOpenInvoice("A-4", "2001-05-18", "7.00")
            .withOpenInvoice("A-5", "2001-06-10", "1.00")
            .open();

    book.advanceTo("2001-06-20");

    assertThat(book.journal().events())
        .filteredOn(event -> event.type() == INVOICE_PAST_DUE)
        .extracting(event -> event.businessDate() + " " + pastDue(event))
        .containsExactly("2001-06-07 A-1 300.00", "2001-06-07 A-2 30.00", "2001-06-09 A-4 7.00");
  }

  private static String pastDue(LedgerEvent event) {
    LedgerEvent.PastDue late = (LedgerEvent.PastDue) event.detail();
    return late == null ? "" : late.number() + " " + late.amount();
  }

  @Test
  void the_record_of_standing_names_the_events_that_prove_it() {
    OpenBook book =
        aBook()
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .withOpenInvoice("A-2", "2001-05-16", "5.00")
            .withOpenInvoice("A-3", "2001-05-18", "7.00")
            .open();

    book.advanceTo("2001-06-20");

    assertThat(book.journal().standingChanges())
        .extracting(change -> change.firstEvent() + " to " + change.lastEvent())
        .containsExactly("1 to 2", "4 to 4");
  }

  @Test
  void a_limit_that_falls_on_a_skipped_day_opens_its_breach_on_that_day() {
    OpenBook book =
        aBook()
            .withOpenInvoice("A-1", "2001-05-18", "450.00")
            .amendedFrom("2001-05-25", "400.00", 21, Map.of())
            .open();

    book.advanceTo("2001-06-01");

    assertThat(book.journal().breachChanges())
        .containsExactly(
            new BreachChange(
                1,
                BreachChange.Kind.OPENED,
                java.time.LocalDate.parse("2001-05-25"),
                1,
                book.journal().standingChanges().getFirst().recordedAt(),
                Act.TERMS_AMENDMENT,
                Money.parse("450.00"),
                Money.parse("400.00")));
    assertThat(book.journal().standingChanges())
        .extracting(StandingChange::businessDate)
        .containsExactly(java.time.LocalDate.parse("2001-05-25"));
  }

  @Test
  void a_limit_that_falls_and_rises_on_skipped_days_leaves_a_breach_that_was_cured() {
    OpenBook book =
        aBook()
            .withOpenInvoice("A-1", "2001-05-18", "450.00")
            .amendedFrom("2001-05-25", "400.00", 21, Map.of())
            .amendedFrom("2001-05-28", "600.00", 21, Map.of())
            .open();

    book.advanceTo("2001-06-01");

    assertThat(book.journal().breachChanges())
        .extracting(change -> change.number() + " " + change.kind() + " " + change.businessDate())
        .containsExactly("1 OPENED 2001-05-25", "1 CURED 2001-05-28");
    assertThat(book.eventTypes())
        .containsSubsequence(
            THRESHOLD_CROSSED, LIMIT_BREACHED, STANDING_CHANGED, LIMIT_CURED, STANDING_CHANGED);
    assertThat(book.position().standing()).isEqualTo(Standing.GOOD);
  }

  /** Of each record of standing its day, what was past due and what was over the limit. */
  private static List<String> judged(OpenBook book) {
    return book.journal().standingChanges().stream()
        .map(
            change ->
                change.businessDate()
                    + " "
                    + change.reasons().pastDue()
                    + " "
                    + change.reasons().overLimit())
        .toList();
  }

  @Test
  void due_dates_and_new_terms_are_judged_in_the_order_of_their_days() {
    OpenBook book =
        aBook()
            .withOpenInvoice("A-1", "2001-05-16", "450.00")
            .amendedFrom("2001-06-05", "400.00", 21, Map.of())
            .amendedFrom("2001-06-09", "500.00", 21, Map.of())
            .open();

    book.advanceTo("2001-06-20");

    assertThat(judged(book))
        .containsExactly(
            "2001-06-05 0.00 50.00", "2001-06-07 450.00 50.00", "2001-06-09 450.00 0.00");
  }

  @Test
  void terms_that_begin_on_the_day_on_which_an_invoice_turns_late_are_judged_with_it() {
    OpenBook book =
        aBook()
            .withOpenInvoice("A-1", "2001-05-16", "450.00")
            .amendedFrom("2001-06-07", "400.00", 21, Map.of())
            .open();

    book.advanceTo("2001-06-20");

    assertThat(judged(book)).containsExactly("2001-06-07 450.00 50.00");
  }

  @Test
  void the_days_end_takes_no_sequence_and_no_decision_and_its_instants_increase() {
    OpenBook book =
        aBook()
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .withOpenInvoice("A-2", "2001-05-18", "7.00")
            .open();
    Position before = book.position();

    book.advanceTo("2001-06-20");

    assertThat(book.position().sequence()).isEqualTo(before.sequence());
    assertThat(book.position().decisions()).isEqualTo(before.decisions());
    assertThat(book.journal().pages()).isEmpty();
    List<java.time.Instant> instants =
        book.journal().standingChanges().stream().map(StandingChange::recordedAt).toList();
    assertThat(instants).isSorted().doesNotHaveDuplicates();
    assertThat(book.position().recordedAt()).isAfterOrEqualTo(instants.getLast());
  }

  @Test
  void a_posting_of_the_new_day_is_decided_after_its_ends() {
    OpenBook book =
        aBook()
            .requiringGoodStanding()
            .withOpenInvoice("A-1", "2001-05-16", "300.00")
            .open()
            .advanceTo("2001-06-07");

    Refusal refusal = book.refuses(anInvoice("A-2").dated("2001-06-07"));

    assertThat(refusal.code()).isEqualTo(RefusalCode.ACCOUNT_NOT_IN_GOOD_STANDING);
  }
}
