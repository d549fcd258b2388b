package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.GoodStandingTest.reasons;
import static tradecredit.ledger.LedgerEvent.Type.INVOICE_POSTED;
import static tradecredit.ledger.LedgerEvent.Type.LIMIT_POSTING_REFUSED;
import static tradecredit.ledger.LedgerEvent.Type.PAYMENT_POSTED;
import static tradecredit.ledger.LedgerEvent.Type.POSTING_REFUSED;
import static tradecredit.ledger.LedgerEvent.Type.STANDING_CHANGED;

import java.util.List;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.LedgerEvent.StandingDetail;

/** What others are told of, and what not (design section 7). */
class EventsTest {

  @Test
  void each_entry_is_told_of_with_the_decision_it_follows_from() {
    OpenBook book = aBook().open();
    Decision invoice = book.post(anInvoice("A-1").posting()).decision();
    Decision payment = book.post(aPayment("P-1").posting()).decision();
    assertThat(book.journal().events())
        .containsExactly(
            new LedgerEvent(
                1,
                INVOICE_POSTED,
                invoice.number(),
                invoice.businessDate(),
                invoice.recordedAt(),
                null),
            new LedgerEvent(
                2,
                PAYMENT_POSTED,
                payment.number(),
                payment.businessDate(),
                payment.recordedAt(),
                null));
  }

  @Test
  void a_refusal_for_the_limit_is_told_of() {
    OpenBook book = aBook().withLimit("1.00").open();
    Decision refused = book.post(anInvoice("A-1").posting()).decision();
    assertThat(book.journal().events())
        .containsExactly(
            new LedgerEvent(
                1,
                LIMIT_POSTING_REFUSED,
                refused.number(),
                refused.businessDate(),
                refused.recordedAt(),
                null));
  }

  @Test
  void a_refusal_for_the_standing_is_told_of_under_another_type() {
    OpenBook book = aBook().requiringGoodStanding().withShortfall("1.00").open();
    book.refuses(anInvoice("A-1"));
    assertThat(book.eventTypes()).containsExactly(POSTING_REFUSED);
  }

  @Test
  void no_other_refusal_is_told_of() {
    OpenBook book =
        aBook()
            .withDiscount(TestAgreement.CARD, "0")
            .withOpenInvoice("A-1", "2001-05-16", "1.00")
            .open();
    book.accepts(aPayment("P-1").of("0.50"));
    int before = book.journal().events().size();
    List<AnInvoice> invoices =
        List.of(
            anInvoice("A-1"),
            anInvoice("A-2").dated("2001-05-15"),
            anInvoice("A-2").dated("2001-05-21"),
            anInvoice("A-2").selling(TestAgreement.ELSEWHERE),
            anInvoice("A-2").selling(TestAgreement.CARD, "1.00", "5"));
    List<APayment> payments =
        List.of(
            aPayment("P-1"),
            aPayment("P-2").to("A-9", "1.00"),
            aPayment("P-2").to("A-1", "0.51"),
            aPayment("P-2").of("0.49").to("A-1", "0.50"));
    invoices.forEach(book::refuses);
    payments.forEach(book::refuses);
    assertThat(book.journal().events()).hasSize(before);
    assertThat(book.journal().decisions()).hasSize(1 + invoices.size() + payments.size());
  }

  @Test
  void a_change_of_standing_is_told_of_with_its_reasons_both_ways() {
    OpenBook book =
        aBook().withOpenInvoice("A-1", "2001-05-16", "300.00").open().advanceTo("2001-06-07");
    long payment = book.post(aPayment("P-1").of("300.00").posting()).decision().number();
    assertThat(book.journal().events())
        .filteredOn(event -> event.type() == STANDING_CHANGED)
        .extracting(LedgerEvent::detail)
        .containsExactly(
            new StandingDetail(reasons("300.00", "0.00", "0.00")),
            new StandingDetail(reasons("0.00", "0.00", "0.00")));
    assertThat(book.journal().events().getFirst().decisionNumber()).isNull();
    assertThat(book.journal().events().getLast().decisionNumber()).isEqualTo(payment);
  }

  @Test
  void an_event_of_the_days_end_bears_the_day_it_is_about() {
    OpenBook book =
        aBook().withOpenInvoice("A-1", "2001-05-16", "300.00").open().advanceTo("2001-07-01");
    assertThat(book.journal().events())
        .extracting(event -> event.businessDate() + " " + event.type().wireName())
        .containsExactly("2001-06-07 invoice.past_due", "2001-06-07 standing.changed");
  }

  @Test
  void events_are_numbered_without_gap_over_postings_refusals_and_batches() {
    OpenBook book = aBook().withLimit("500.00").open();
    book.accepts(anInvoice("A-1").of("480.00"));
    book.refuses(anInvoice("A-2").of("20.01"));
    book.refusesBatch(anInvoice("A-3").of("20.00"), anInvoice("A-4").of("0.01"));
    book.accepts(aPayment("P-1").of("480.00"));
    assertThat(book.journal().events())
        .extracting(LedgerEvent::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(book.position().events()).isEqualTo(8);
  }

  @Test
  void each_type_has_its_dotted_name() {
    assertThat(LedgerEvent.Type.values())
        .extracting(LedgerEvent.Type::wireName)
        .containsExactly(
            "invoice.posted",
            "payment.posted",
            "payment.returned",
            "payment.reallocated",
            "credit_note.posted",
            "credit_note.reallocated",
            "write_off.posted",
            "set_off.posted",
            "dispute.opened",
            "dispute.resolved",
            "hold.placed",
            "hold.lifted",
            "terms.amended",
            "credit_limit.posting_refused",
            "posting.refused",
            "credit_limit.threshold_crossed",
            "credit_limit.breached",
            "credit_limit.cured",
            "invoice.past_due",
            "standing.changed");
  }
}
