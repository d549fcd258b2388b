package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.ledger.SetOffDocument.Decided;
import tradecredit.ledger.SetOffDocument.Proposed;
import tradecredit.money.Money;

/** What two accounts owe each other, netted: both halves, or neither. */
class SetOffTest {

  private final OpenBook one = aBook().at("2001-06-20").open();
  private final OpenBook other = aBook().at("2001-06-20").open();

  private static SetOffPosting.Proposal proposal(String side, String invoice, String amount) {
    return new SetOffPosting.Proposal(
        side,
        List.of(new WantedAllocation(new InvoiceNumber(invoice), Money.parse(amount))),
        "netting");
  }

  private static Proposed proposed(Outcome outcome) {
    return (Proposed) ((Outcome.Posted) outcome).document();
  }

  private static Refusal refusal(Outcome outcome) {
    return Objects.requireNonNull(outcome.decision().refusal());
  }

  /** Proposed by the buyer of the one, who supplies on the other. */
  private SetOff.Outcomes propose(String amount) {
    return one.setOff(other, proposal("buyer", "A-1", amount), proposal("supplier", "B-1", amount));
  }

  private SetOff.Outcomes decide(SetOff.Outcomes setOff, boolean proposer, Verdict verdict) {
    return one.setOff(
        other,
        new SetOffPosting.Ruling(
            proposed(setOff.first()), proposer ? "buyer" : "supplier", verdict, null),
        new SetOffPosting.Ruling(
            proposed(setOff.second()), proposer ? "supplier" : "buyer", verdict, null));
  }

  private void invoices(String amount) {
    one.accepts(anInvoice("A-1").of(amount).dated("2001-05-16"));
    other.accepts(anInvoice("B-1").of(amount).dated("2001-05-16"));
  }

  @Test
  void a_proposal_moves_nothing_and_names_its_other_half() {
    one.accepts(anInvoice("A-0").of("1.00"));
    invoices("500.00");

    SetOff.Outcomes setOff = propose("300.00");

    assertThat(proposed(setOff.first()).counterpart().sequence())
        .isEqualTo(proposed(setOff.second()).sequence());
    assertThat(proposed(setOff.second()).counterpart().sequence())
        .isEqualTo(proposed(setOff.first()).sequence());
    one.owes("501.00");
    other.owes("500.00");
    assertThat(one.eventTypes()).doesNotContain(LedgerEvent.Type.SET_OFF_POSTED);
    BookWalk.holds(one);
    BookWalk.holds(other);
  }

  @Test
  void approved_both_balances_fall_by_the_same_amount_on_the_business_date() {
    invoices("500.00");

    SetOff.Outcomes approved = decide(propose("300.00"), false, Verdict.APPROVED);

    one.owes("200.00");
    other.owes("200.00");
    Decided half = (Decided) ((Outcome.Posted) approved.first()).document();
    assertThat(half.allocations())
        .extracting(part -> part.invoice() + " " + part.amount() + " " + part.effectiveDate())
        .containsExactly("A-1 300.00 2001-06-20");
    assertThat(one.eventTypes()).contains(LedgerEvent.Type.SET_OFF_POSTED);
    assertThat(other.eventTypes()).contains(LedgerEvent.Type.SET_OFF_POSTED);
    assertThat(one.position().pastDue()).hasToString("200.00");
    BookWalk.holds(one);
    BookWalk.holds(other);
  }

  @ParameterizedTest
  @CsvSource({"DECLINED, false", "WITHDRAWN, true"})
  void declined_or_withdrawn_nothing_moves(Verdict verdict, boolean proposer) {
    invoices("500.00");

    SetOff.Outcomes decided = decide(propose("300.00"), proposer, verdict);

    assertThat(decided.first()).isInstanceOf(Outcome.Posted.class);
    one.owes("500.00");
    other.owes("500.00");
    BookWalk.holds(one);
  }

  @Test
  void what_stands_against_one_half_refuses_both() {
    invoices("500.00");
    one.accepts(aPayment("P-1").of("450.00").received("2001-06-01"));

    SetOff.Outcomes refused = propose("100.00");

    assertThat(refusal(refused.first()).code())
        .isEqualTo(RefusalCode.ALLOCATION_EXCEEDS_OPEN_AMOUNT);
    assertThat(refusal(refused.second()).code()).isEqualTo(RefusalCode.SET_OFF_COUNTERPART_REFUSED);
    other.owes("500.00");
  }

  @Test
  void what_was_paid_since_the_proposal_refuses_the_approval_of_both() {
    invoices("500.00");
    SetOff.Outcomes setOff = propose("300.00");
    other.accepts(aPayment("P-1").of("250.00").received("2001-06-01"));

    SetOff.Outcomes refused = decide(setOff, false, Verdict.APPROVED);

    assertThat(refusal(refused.first()).code()).isEqualTo(RefusalCode.SET_OFF_COUNTERPART_REFUSED);
    assertThat(refusal(refused.second()).code())
        .isEqualTo(RefusalCode.ALLOCATION_EXCEEDS_OPEN_AMOUNT);
    one.owes("500.00");
    other.owes("250.00");
  }

  @Test
  void the_refusals_in_their_order() {
    invoices("500.00");
    SetOff.Outcomes setOff = propose("300.00");
    one.accepts(aPayment("P-1").of("450.00").received("2001-06-01"));

    assertThat(refusal(decide(setOff, true, Verdict.APPROVED).first()).code())
        .isEqualTo(RefusalCode.APPROVAL_BY_PROPOSING_SIDE);
    assertThat(refusal(decide(setOff, false, Verdict.WITHDRAWN).first()).code())
        .isEqualTo(RefusalCode.WITHDRAWAL_BY_OTHER);
    assertThat(refusal(decide(setOff, false, Verdict.APPROVED).first()).code())
        .isEqualTo(RefusalCode.ALLOCATION_EXCEEDS_OPEN_AMOUNT);
    decide(setOff, true, Verdict.WITHDRAWN);
    SetOff.Outcomes late = decide(setOff, true, Verdict.APPROVED);
    assertThat(refusal(late.first()))
        .isEqualTo(
            new DeskRefusal.AlreadyDecided(
                RefusalCode.SET_OFF_ALREADY_DECIDED,
                "withdrawn",
                one.position().sequence(),
                LocalDate.parse("2001-06-20")));
    assertThat(refusal(late.second()).code()).isEqualTo(RefusalCode.SET_OFF_ALREADY_DECIDED);
  }

  @Test
  void a_set_off_makes_good_what_a_returned_payment_had_left_short() {
    invoices("500.00");
    Document.Payment payment = one.accepts(aPayment("P-1").of("400.00").received("2001-06-01"));
    one.accepts(
        new DeskPosting.ReturnPosting(payment, LocalDate.parse("2001-06-20"), "bounced"),
        DeskDocument.PaymentReturn.class);
    assertThat(one.position().shortfall()).hasToString("400.00");

    decide(propose("150.00"), false, Verdict.APPROVED);

    assertThat(one.position().shortfall()).hasToString("250.00");
    assertThat(other.position().shortfall()).isEqualTo(Money.ZERO);
  }

  @Test
  void halves_that_differ_are_no_set_off() {
    invoices("500.00");
    assertThatThrownBy(
            () ->
                one.setOff(
                    other, proposal("buyer", "A-1", "1.00"), proposal("supplier", "B-1", "2.00")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.00 and 2.00");
  }
}
