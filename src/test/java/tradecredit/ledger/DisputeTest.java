package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.ledger.DeskDocument.Dispute;
import tradecredit.ledger.DeskDocument.DisputeResolution;
import tradecredit.money.Money;

/** Goods that were not in good working condition (clauses 5 and 6), and debts given up. */
class DisputeTest {

  private static DeskPosting disputed(OpenBook book, String invoice, @Nullable String amount) {
    return new DeskPosting.DisputePosting(
        book.invoice(invoice), amount == null ? null : Money.parse(amount), "dead", List.of());
  }

  private static OpenBook pastDue() {
    OpenBook book = aBook().at("2001-06-20").open();
    book.accepts(anInvoice("A-1").of("300.00"));
    return book;
  }

  @Test
  void the_disputed_part_leaves_past_due_and_standing_and_stays_in_the_balance() {
    OpenBook book = pastDue();
    book.accepts(disputed(book, "A-1", "299.00"), Dispute.class);
    assertThat(book.position().pastDue()).hasToString("1.00");
    assertThat(book.position().disputed()).hasToString("299.00");
    book.owes("300.00");
    book.accepts(disputed(book, "A-1", null), Dispute.class);
    assertThat(book.position().standing()).isEqualTo(Standing.GOOD);
    BookWalk.holds(book);
  }

  @Test
  void a_dispute_of_all_that_is_open_is_decided_over_what_was_open() {
    OpenBook book = pastDue();
    book.accepts(aPayment("P-1").of("210.00"));
    Dispute dispute = book.accepts(disputed(book, "A-1", null), Dispute.class);
    assertThat(dispute.amount()).hasToString("90.00");
    assertThat(book.journal().decisions().getLast().requested()).hasToString("90.00");
    book.refuses(disputed(book, "A-1", null));
    assertThat(book.journal().decisions().getLast().requested()).hasToString("0.00");
  }

  @Test
  void no_automatic_allocation_touches_it() {
    OpenBook book = pastDue();
    book.accepts(disputed(book, "A-1", "200.00"), Dispute.class);
    Document.Payment payment = book.accepts(aPayment("P-1").of("150.00"));
    assertThat(payment.allocations())
        .extracting(one -> one.invoice() + " " + one.amount())
        .containsExactly("A-1 100.00");
    assertThat(book.position().unappliedCredit()).hasToString("50.00");
  }

  @Test
  void upheld_in_part_it_is_credited_in_part_and_the_rest_is_past_due_again() {
    OpenBook book = pastDue();
    Dispute dispute = book.accepts(disputed(book, "A-1", "200.00"), Dispute.class);

    DisputeResolution end =
        book.accepts(
            new DeskPosting.ResolutionPosting(dispute, true, Money.parse("120.00"), "some dead"),
            DisputeResolution.class);

    assertThat(end.upheld()).isTrue();
    assertThat(UpheldDispute.creditNote(end, book.position().businessDate()))
        .isEqualTo(
            new DeskDocument.CreditNote(
                end.sequence(),
                new CreditNoteNumber("CN-3"),
                LocalDate.parse("2001-06-20"),
                "dispute upheld",
                Money.parse("120.00"),
                List.of(
                    new Document.Allocation(
                        1,
                        new InvoiceNumber("A-1"),
                        Money.parse("120.00"),
                        LocalDate.parse("2001-06-20")))));
    book.owes("180.00");
    assertThat(book.position().disputed()).isEqualTo(Money.ZERO);
    assertThat(book.position().pastDue()).hasToString("180.00");
    assertThat(book.eventTypes())
        .containsSubsequence(
            LedgerEvent.Type.DISPUTE_OPENED,
            LedgerEvent.Type.DISPUTE_RESOLVED,
            LedgerEvent.Type.CREDIT_NOTE_POSTED);
    BookWalk.holds(book);
  }

  @Test
  void upheld_whole_the_invoice_is_settled() {
    OpenBook book = pastDue();
    Dispute dispute = book.accepts(disputed(book, "A-1", null), Dispute.class);
    book.accepts(
        new DeskPosting.ResolutionPosting(dispute, true, null, null), DisputeResolution.class);
    book.owes("0.00");
    assertThat(book.open()).isEmpty();
    BookWalk.holds(book);
  }

  @Test
  void rejected_it_comes_back_with_its_original_due_date() {
    OpenBook book = pastDue();
    Dispute dispute = book.accepts(disputed(book, "A-1", null), Dispute.class);
    DisputeResolution end =
        book.accepts(
            new DeskPosting.ResolutionPosting(dispute, false, null, "all of them connect"),
            DisputeResolution.class);
    assertThat(end.upheld()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> UpheldDispute.creditNote(end, LocalDate.parse("2001-06-20")));
    assertThat(book.position().pastDue()).hasToString("300.00");
    assertThat(book.open())
        .extracting(item -> item.dueDate().toString())
        .containsExactly("2001-06-06");
    assertThat(book.position().standing()).isEqualTo(Standing.NOT_GOOD);
    BookWalk.holds(book);
  }

  @ParameterizedTest
  @CsvSource({"true, upheld", "false, rejected"})
  void a_second_decision_is_refused_with_what_the_first_came_to(boolean upheld, String state) {
    OpenBook book = pastDue();
    Dispute dispute = book.accepts(disputed(book, "A-1", null), Dispute.class);
    DisputeResolution end =
        book.accepts(
            new DeskPosting.ResolutionPosting(dispute, upheld, null, null),
            DisputeResolution.class);

    assertThat(book.refuses(new DeskPosting.ResolutionPosting(dispute, !upheld, null, null)))
        .isEqualTo(
            new DeskRefusal.AlreadyDecided(
                RefusalCode.DISPUTE_ALREADY_RESOLVED,
                state,
                end.sequence(),
                book.position().businessDate()));
    BookWalk.holds(book);
  }

  @Test
  void nothing_is_written_off_before_another_controller_approves() {
    OpenBook book = pastDue();
    DeskDocument.WriteOff proposed =
        book.accepts(
            new DeskPosting.WriteOffPosting(
                new InvoiceNumber("A-1"), Money.parse("10.00"), "not worth collecting"),
            "ana",
            DeskDocument.WriteOff.class);
    book.owes("300.00");
    book.accepts(
        new DeskPosting.WriteOffDecisionPosting(proposed, Verdict.APPROVED, null),
        "bob",
        DeskDocument.WriteOffDecision.class);
    book.owes("290.00");
    assertThat(book.open("A-1")).hasToString("290.00");
    assertThat(book.eventTypes()).contains(LedgerEvent.Type.WRITE_OFF_POSTED);
    BookWalk.holds(book);
  }

  @Test
  void a_hold_stops_new_supply_and_nothing_else_until_it_is_lifted() {
    OpenBook book = aBook().open();
    book.accepts(anInvoice("A-1"));
    book.accepts(new DeskPosting.HoldPosting("looked into"), DeskDocument.HoldPlaced.class);
    assertThat(book.refuses(anInvoice("A-2")))
        .isEqualTo(new Refusal.AccountOnHold("looked into", book.position().businessDate()));
    book.accepts(aPayment("P-1"));
    book.advanceTo("2001-07-20");
    assertThat(book.refuses(anInvoice("A-2")).code()).isEqualTo(RefusalCode.ACCOUNT_ON_HOLD);
    book.accepts(new DeskPosting.HoldLiftPosting(), DeskDocument.HoldLifted.class);
    book.accepts(anInvoice("A-2"));
    assertThat(book.eventTypes())
        .containsSubsequence(
            LedgerEvent.Type.HOLD_PLACED,
            LedgerEvent.Type.POSTING_REFUSED,
            LedgerEvent.Type.HOLD_LIFTED);
  }

  @Test
  void cards_that_are_delivered_already_are_a_debt_whatever_stands_against_them() {
    OpenBook book = aBook().at("2001-06-20").withLimit("350.00").requiringGoodStanding().open();
    book.accepts(anInvoice("A-1").of("300.00"));
    book.accepts(new DeskPosting.HoldPosting("looked into"), DeskDocument.HoldPlaced.class);
    Outcome.Posted posted =
        (Outcome.Posted)
            book.post(anInvoice("A-2").of("100.00").deliveredAlready("sent on May 15"));
    assertThat(((Document.Invoice) posted.document()).alreadyDelivered())
        .isEqualTo("sent on May 15");
    book.owes("400.00");
    assertThat(book.journal().breachChanges()).hasSize(1);
    book.accepts(aPayment("P-1").of("49.99"));
    assertThat(book.journal().breachChanges()).as("one cent is still over").hasSize(1);
    book.accepts(aPayment("P-2").of("0.01"));
    assertThat(book.journal().breachChanges())
        .extracting(change -> change.number() + " " + change.kind() + " " + change.cause())
        .containsExactly("1 OPENED INVOICE", "1 CURED PAYMENT");
    BookWalk.holds(book);
  }
}
