package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.util.List;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.Refusal.BatchRefused;
import tradecredit.ledger.Refusal.InvoiceNumberTaken;
import tradecredit.money.Money;

/** A batch that is posted whole or not at all. */
class AtomicBatchTest {

  private static final AnInvoice FITS = anInvoice("FITS").of("400.00");
  private static final AnInvoice TOO_MUCH = anInvoice("TOO-MUCH").of("100.01");

  private final OpenBook book = aBook().withLimit("500.00").open();

  @Test
  void a_batch_that_fits_is_posted_in_its_own_order() {
    BatchOutcome outcome =
        book.postAtomically(anInvoice("A-2").of("400.00"), anInvoice("A-1").of("100.00"));
    assertThat(outcome).isInstanceOf(BatchOutcome.AllPosted.class);
    assertThat(((BatchOutcome.AllPosted) outcome).outcomes()).hasSize(2);
    assertThat(book.journal().pages())
        .extracting(page -> page.entry().sequence() + " " + page.document().documentNumber())
        .containsExactly("1 A-2", "2 A-1");
    assertThat(book.journal().decisions()).hasSize(2);
    book.owes("500.00");
  }

  @Test
  void a_batch_with_one_invoice_too_many_leaves_nothing_in_the_book() {
    Position before = book.position();
    book.refusesBatch(FITS, TOO_MUCH);
    assertThat(book.position())
        .usingRecursiveComparison()
        .ignoringFields("recordedAt", "last.decision", "last.event")
        .isEqualTo(before);
    assertThat(book.journal().pages()).isEmpty();
    assertThat(book.journal().standingChanges()).isEmpty();
    assertThat(book.open()).isEmpty();
  }

  @Test
  void a_breach_that_an_item_would_have_opened_is_taken_back_with_its_batch() {
    BatchOutcome outcome =
        book.postAtomically(
            List.of(
                anInvoice("SENT").of("600.00").deliveredAlready("sent on May 15"),
                TOO_MUCH.posting()));
    assertThat(outcome).isInstanceOf(BatchOutcome.NonePosted.class);
    assertThat(book.journal().breachChanges()).isEmpty();
    assertThat(book.journal().breachBalances()).isEmpty();
    assertThat(book.journal().standingChanges()).isEmpty();
    assertThat(book.eventTypes()).containsExactly(LedgerEvent.Type.LIMIT_POSTING_REFUSED);
    book.accepts(anInvoice("SENT").of("500.00"));
    BookWalk.holds(book);
  }

  @Test
  void a_refused_batch_leaves_one_decision_one_event_and_a_reason_for_each_refused_item() {
    BatchOutcome.NonePosted none = book.refusesBatch(FITS, TOO_MUCH);
    assertThat(book.journal().decisions()).containsExactly(none.decision());
    assertThat(book.eventTypes()).containsExactly(LedgerEvent.Type.LIMIT_POSTING_REFUSED);
    assertThat(book.journal().itemRefusals())
        .extracting(Journal.ItemRefusal::item)
        .containsExactlyElementsOf(none.refused());
    assertThat(none.decision().act()).isEqualTo(Act.INVOICE_BATCH);
    assertThat(none.decision().number()).isEqualTo(1);
    assertThat(none.decision().documentNumber()).isEqualTo("FITS");
    assertThat(none.decision().requested()).isEqualTo(Money.parse("500.01"));
    assertThat(none.decision().after().balance()).isEqualTo(Money.ZERO);
  }

  @Test
  void each_item_is_judged_after_those_before_it() {
    BatchOutcome.NonePosted none = book.refusesBatch(TOO_MUCH, FITS);
    assertThat(none.refused()).hasSize(1);
    BatchItem item = none.refused().getFirst();
    assertThat(item.index()).isEqualTo(1);
    assertThat(item.requested()).isEqualTo(Money.parse("400.00"));
    assertThat(item.refusal()).isInstanceOf(Refusal.CreditLimitExceeded.class);
    assertThat(((Refusal.CreditLimitExceeded) item.refusal()).balance())
        .isEqualTo(Money.parse("100.01"));
  }

  @Test
  void the_refusal_names_the_first_that_breaks_the_limit_though_another_was_refused_before() {
    AnInvoice tooEarly = anInvoice("EARLY").dated("2001-05-15");
    BatchOutcome.NonePosted none =
        book.refusesBatch(tooEarly, FITS, TOO_MUCH, anInvoice("ALSO").of("600.00"));
    assertThat(none.decision().refusal()).isEqualTo(new BatchRefused(4, 3, 2));
    assertThat(indexes(none)).containsExactly(0, 2, 3);
    assertThat(book.eventTypes()).containsExactly(LedgerEvent.Type.LIMIT_POSTING_REFUSED);
  }

  @Test
  void where_none_breaks_the_limit_it_names_the_first_refused_and_tells_nobody() {
    BatchOutcome.NonePosted none =
        book.refusesBatch(
            FITS, anInvoice("EARLY").dated("2001-05-15"), anInvoice("LATE").dated("2001-05-21"));
    assertThat(none.decision().refusal()).isEqualTo(new BatchRefused(3, 2, 1));
    assertThat(book.journal().events()).isEmpty();
  }

  @Test
  void a_controller_hears_of_a_hold_though_another_reason_comes_first() {
    OpenBook held = aBook().at("2001-06-01").onHold("audit").open();
    BatchOutcome.NonePosted none =
        held.refusesBatch(anInvoice("EARLY").dated("2001-05-15"), anInvoice("HELD"));
    assertThat(none.decision().refusal()).isEqualTo(new BatchRefused(2, 2, 0));
    assertThat(held.eventTypes()).containsExactly(LedgerEvent.Type.POSTING_REFUSED);
  }

  @Test
  void a_number_that_stands_twice_in_a_batch_is_taken_the_second_time() {
    BatchOutcome.NonePosted none = book.refusesBatch(FITS, anInvoice("FITS").of("1.00"));
    assertThat(none.refused())
        .containsExactly(new BatchItem(1, Money.parse("1.00"), new InvoiceNumberTaken("FITS")));
  }

  @Test
  void the_next_posting_is_numbered_without_gap_and_may_take_a_number_of_the_refused_batch() {
    book.accepts(anInvoice("A-1").of("1.00"));
    book.refusesBatch(FITS, TOO_MUCH);
    Outcome.Posted posted = book.accepts(FITS);
    assertThat(posted.document().sequence()).isEqualTo(2);
    assertThat(posted.decision().number()).isEqualTo(3);
    assertThat(book.journal().pages().getLast().entry().previousHash())
        .isEqualTo(book.journal().pages().getFirst().entry().hash());
  }

  @Test
  void what_was_posted_before_in_the_same_transaction_stays() {
    book.accepts(anInvoice("A-1").of("50.00"));
    book.accepts(aPayment("P-1").of("20.00"));
    book.refusesBatch(FITS, TOO_MUCH);
    assertThat(book.open("A-1")).isEqualTo(Money.parse("30.00"));
    assertThat(book.journal().pages()).hasSize(2);
    book.owes("30.00");
  }

  @Test
  void a_payment_after_a_refused_batch_does_not_reach_its_invoices() {
    book.refusesBatch(FITS, TOO_MUCH);
    assertThat(book.accepts(aPayment("P-1")).allocations()).isEmpty();
    assertThat(book.refuses(aPayment("P-2").to("FITS", "1.00")))
        .isEqualTo(new Refusal.InvoiceUnknown("FITS"));
  }

  @Test
  void invoices_of_a_refused_batch_are_not_counted_on_for_room() {
    book.refusesBatch(anInvoice("A-1").of("500.00"), anInvoice("A-2").of("0.01"));
    Refusal refusal = book.refuses(anInvoice("A-3").of("500.01"));
    assertThat(((Refusal.CreditLimitExceeded) refusal).firstDateWithRoom()).isNull();
  }

  @Test
  void a_batch_that_would_end_good_standing_and_is_refused_leaves_standing_as_it_was() {
    book.advanceTo("2001-06-07");
    book.refusesBatch(
        anInvoice("A-1").dated("2001-05-16").of("5.00"), anInvoice("A-2").of("500.00"));
    assertThat(book.position().standing()).isEqualTo(Standing.GOOD);
    assertThat(book.position().pastDue()).isEqualTo(Money.ZERO);
    assertThat(book.position().standingChanges()).isZero();
    assertThat(book.journal().standingChanges()).isEmpty();
  }

  @Test
  void two_refused_batches_in_a_row_leave_two_decisions() {
    book.refusesBatch(FITS, TOO_MUCH);
    BatchOutcome.NonePosted second = book.refusesBatch(FITS, TOO_MUCH);
    assertThat(second.decision().number()).isEqualTo(2);
    assertThat(book.journal().itemRefusals())
        .extracting(Journal.ItemRefusal::decisionNumber)
        .containsExactly(1L, 2L);
  }

  private static List<Integer> indexes(BatchOutcome.NonePosted none) {
    return none.refused().stream().map(BatchItem::index).toList();
  }
}
