package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What orders the book: numbers without gap, and instants that always increase. */
class NumberingTest {

  private static final Duration TICK = Duration.ofNanos(1000);

  private final OpenBook book = aBook().withLimit("150.00").open();

  @Test
  void entries_are_numbered_without_gap_over_refusals() {
    for (int i = 0; i < 10; i++) {
      book.post(anInvoice("A-" + i).posting());
      book.post(aPayment("P-" + i / 2).posting());
    }
    assertThat(book.journal().pages().size()).isBetween(10, 15);
    assertThat(book.journal().pages())
        .extracting(page -> page.entry().sequence())
        .containsExactlyElementsOf(upTo(book.journal().pages().size()));
    assertThat(book.journal().pages())
        .allMatch(page -> page.entry().sequence() == page.document().sequence());
  }

  @Test
  void decisions_are_numbered_without_gap_refused_ones_too() {
    book.accepts(anInvoice("A-1"));
    book.refuses(anInvoice("A-1"));
    book.refusesBatch(anInvoice("A-2").of("50.00"), anInvoice("A-3").of("0.01"));
    book.accepts(aPayment("P-1"));
    assertThat(book.journal().decisions())
        .extracting(Decision::number)
        .containsExactlyElementsOf(upTo(4));
  }

  @Test
  void each_balance_before_is_the_balance_after_the_entry_before() {
    book.accepts(anInvoice("A-1"));
    book.accepts(aPayment("P-1").of("250.00"));
    book.accepts(anInvoice("A-2").of("10.00"));
    assertThat(book.journal().pages())
        .extracting(
            page ->
                page.entry().balanceBefore()
                    + " "
                    + page.entry().amount()
                    + " "
                    + page.entry().balanceAfter())
        .containsExactly("0.00 100.00 100.00", "100.00 -250.00 -150.00", "-150.00 10.00 -140.00");
  }

  @Test
  void while_the_clock_stands_still_decisions_are_recorded_a_microsecond_apart() {
    for (int i = 0; i < 5; i++) {
      book.post(anInvoice("A-" + i).posting());
    }
    assertThat(book.journal().decisions())
        .extracting(Decision::recordedAt)
        .containsExactly(
            ABook.NOW,
            ABook.NOW.plus(TICK),
            ABook.NOW.plus(TICK.multipliedBy(2)),
            ABook.NOW.plus(TICK.multipliedBy(3)),
            ABook.NOW.plus(TICK.multipliedBy(4)));
  }

  @Test
  void a_clock_that_went_back_does_not_take_the_book_back() {
    book.accepts(anInvoice("A-1"));
    Instant last = book.position().recordedAt();
    book.nextBatchAt(last.minusSeconds(3600));
    assertThat(book.accepts(aPayment("P-1").of("1.00")).sequence()).isEqualTo(2);
    assertThat(book.position().recordedAt()).isEqualTo(last.plus(TICK));
  }

  @Test
  void a_clock_that_went_on_is_the_time_of_the_next_decision() {
    book.accepts(anInvoice("A-1"));
    Instant later = book.position().recordedAt().plusSeconds(5);
    book.nextBatchAt(later);
    book.accepts(aPayment("P-1"));
    assertThat(book.position().recordedAt()).isEqualTo(later);
  }

  @Test
  void a_refused_batch_is_recorded_after_what_came_before_it() {
    book.accepts(anInvoice("A-1"));
    Instant last = book.position().recordedAt();
    BatchOutcome.NonePosted none =
        book.refusesBatch(anInvoice("A-2").of("50.00"), anInvoice("A-3").of("0.01"));
    assertThat(none.decision().recordedAt()).isEqualTo(last.plus(TICK));
  }

  @Test
  void an_entry_its_decision_and_its_events_bear_one_instant() {
    Decision decision = book.accepts(anInvoice("A-1").of("150.00")).decision();
    assertThat(book.journal().pages().getFirst().entry().recordedAt())
        .isEqualTo(decision.recordedAt());
    assertThat(book.journal().events()).hasSizeGreaterThan(1);
    assertThat(book.journal().events())
        .extracting(LedgerEvent::recordedAt)
        .containsOnly(decision.recordedAt());
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
