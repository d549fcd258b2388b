package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.LedgerEvent.Type.INVOICE_PAST_DUE;
import static tradecredit.ledger.LedgerEvent.Type.INVOICE_POSTED;
import static tradecredit.ledger.LedgerEvent.Type.STANDING_CHANGED;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/** An act, not only a day's end, can make an invoice past due: then it is told and proven alike. */
class BecomingPastDueTest {

  private static final LocalDate TODAY = LocalDate.parse("2001-06-10");

  /** Of the last record of standing, the events that prove it. */
  private static List<String> proof(OpenBook book) {
    StandingChange change = book.journal().standingChanges().getLast();
    return pastDue(book).stream()
        .filter(
            event ->
                change.firstEvent() <= event.sequence() && event.sequence() <= change.lastEvent())
        .map(BecomingPastDueTest::words)
        .toList();
  }

  private static List<LedgerEvent> pastDue(OpenBook book) {
    return book.journal().events().stream()
        .filter(event -> event.type() == INVOICE_PAST_DUE)
        .toList();
  }

  private static String words(LedgerEvent event) {
    LedgerEvent.PastDue late = (LedgerEvent.PastDue) event.detail();
    return late == null ? "" : late.number() + " " + late.amount();
  }

  private static DeskPosting returned(Document.Payment payment) {
    return new DeskPosting.ReturnPosting(payment, TODAY, "bounced");
  }

  @Test
  void a_returned_payment_tells_of_those_invoices_alone_that_were_not_late_before() {
    OpenBook book =
        aBook()
            .at("2001-06-10")
            .withOpenInvoice("A-1", "2001-05-17", "200.00")
            .withOpenInvoice("A-2", "2001-05-16", "100.00")
            .withOpenInvoice("A-3", "2001-05-18", "150.00")
            .withOpenInvoice("A-4", "2001-05-25", "50.00")
            .open();
    Document.Payment payment =
        book.accepts(
            aPayment("P-1")
                .of("450.00")
                .to("A-1", "200.00")
                .to("A-2", "100.00")
                .to("A-3", "100.00")
                .to("A-4", "50.00"));
    book.accepts(returned(payment), DeskDocument.PaymentReturn.class);

    assertThat(pastDue(book))
        .as("A-3 was late with 50.00 already, A-4 is not due yet; oldest first")
        .extracting(BecomingPastDueTest::words)
        .containsExactly("A-2 100.00", "A-1 200.00");
    assertThat(proof(book)).containsExactly("A-2 100.00", "A-1 200.00");
    long decision = book.journal().decisions().getLast().number();
    assertThat(pastDue(book))
        .allMatch(event -> Long.valueOf(decision).equals(event.decisionNumber()));
  }

  @Test
  void a_back_dated_invoice_is_told_of_after_it_was_posted_and_before_the_standing_changes() {
    OpenBook book = aBook().at("2001-06-07").open();
    book.accepts(anInvoice("A-1").dated("2001-05-16").of("5.00"));
    assertThat(book.eventTypes())
        .containsExactly(INVOICE_POSTED, INVOICE_PAST_DUE, STANDING_CHANGED);
    assertThat(proof(book)).containsExactly("A-1 5.00");
  }

  @Test
  void an_invoice_due_on_the_business_date_is_not_told_of() {
    OpenBook book = aBook().at("2001-06-06").open();
    book.accepts(anInvoice("A-1").dated("2001-05-16").of("5.00"));
    assertThat(pastDue(book)).isEmpty();
  }

  @Test
  void a_refused_atomic_batch_leaves_nothing_told() {
    OpenBook book = aBook().at("2001-06-07").withLimit("10.00").open();
    book.refusesBatch(
        anInvoice("A-1").dated("2001-05-16").of("5.00"),
        anInvoice("A-2").dated("2001-05-16").of("50.00"));
    assertThat(pastDue(book)).isEmpty();
    assertThat(book.journal().standingChanges()).isEmpty();
  }

  @Test
  void a_rejected_dispute_tells_of_its_invoice_unless_another_part_of_it_was_late() {
    OpenBook book = aBook().at("2001-05-20").withOpenInvoice("A-0", "2001-05-16", "1.00").open();
    Document.Invoice whole = accepted(book, "A-1");
    Document.Invoice part = accepted(book, "A-2");
    DeskDocument.Dispute all = disputed(book, whole, "10.00");
    DeskDocument.Dispute some = disputed(book, part, "4.00");
    book.advanceTo("2001-06-10");
    int before = pastDue(book).size();
    book.accepts(rejected(some), DeskDocument.DisputeResolution.class);
    assertThat(pastDue(book)).as("A-2 was late with 6.00").hasSize(before);
    book.accepts(rejected(all), DeskDocument.DisputeResolution.class);
    assertThat(proof(book)).containsExactly("A-1 10.00");
  }

  private static Document.Invoice accepted(OpenBook book, String number) {
    book.accepts(anInvoice(number).dated("2001-05-16").of("10.00"));
    return book.invoice(number);
  }

  private static DeskDocument.Dispute disputed(
      OpenBook book, Document.Invoice invoice, String amount) {
    return book.accepts(
        new DeskPosting.DisputePosting(invoice, Money.parse(amount), "dead", List.of()),
        DeskDocument.Dispute.class);
  }

  private static DeskPosting rejected(DeskDocument.Dispute dispute) {
    return new DeskPosting.ResolutionPosting(dispute, false, null, null);
  }

  @Test
  void a_payment_applied_anew_tells_of_what_it_left_and_not_of_what_it_came_back_to() {
    OpenBook book =
        aBook()
            .at("2001-06-10")
            .withOpenInvoice("A-1", "2001-05-16", "100.00")
            .withOpenInvoice("A-2", "2001-05-16", "60.00")
            .withOpenInvoice("A-3", "2001-05-25", "100.00")
            .open();
    Document.Payment payment =
        book.accepts(aPayment("P-1").of("160.00").to("A-1", "100.00").to("A-2", "60.00"));
    book.accepts(
        new DeskPosting.ReallocationPosting(
            payment, List.of(wanted("A-2", "60.00"), wanted("A-3", "100.00"))),
        DeskDocument.Reallocation.class);
    assertThat(proof(book)).containsExactly("A-1 100.00");
    assertThat(pastDue(book)).hasSize(1);
  }

  private static WantedAllocation wanted(String invoice, String amount) {
    return new WantedAllocation(new InvoiceNumber(invoice), Money.parse(amount));
  }

  @Test
  void one_late_invoice_for_another_of_the_same_amount_is_told_of_without_a_record_of_standing() {
    OpenBook book =
        aBook()
            .at("2001-06-10")
            .withOpenInvoice("A-1", "2001-05-16", "100.00")
            .withOpenInvoice("A-2", "2001-05-16", "100.00")
            .open();
    Document.Payment payment = book.accepts(aPayment("P-1").of("100.00").to("A-1", "100.00"));
    int records = book.journal().standingChanges().size();
    book.accepts(
        new DeskPosting.ReallocationPosting(payment, List.of(wanted("A-2", "100.00"))),
        DeskDocument.Reallocation.class);
    assertThat(pastDue(book)).extracting(BecomingPastDueTest::words).containsExactly("A-1 100.00");
    assertThat(book.journal().standingChanges()).hasSize(records);
  }

  @Test
  void every_invoice_of_a_large_return_is_told_of_in_an_event_of_its_own() {
    ABook before = aBook().at("2001-06-10");
    IntStream.range(0, 300).forEach(i -> before.withOpenInvoice("A-" + i, "2001-05-16", "1.00"));
    OpenBook book = before.open();
    Document.Payment payment = book.accepts(aPayment("P-1").of("300.00"));
    book.accepts(returned(payment), DeskDocument.PaymentReturn.class);
    assertThat(proof(book)).hasSize(300);
  }
}
