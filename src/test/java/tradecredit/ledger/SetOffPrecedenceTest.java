package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.RefusalCode.ALLOCATION_EXCEEDS_OPEN_AMOUNT;
import static tradecredit.ledger.RefusalCode.APPROVAL_BY_PROPOSING_SIDE;
import static tradecredit.ledger.RefusalCode.INVOICE_UNKNOWN;
import static tradecredit.ledger.RefusalCode.SET_OFF_ALREADY_DECIDED;
import static tradecredit.ledger.RefusalCode.SET_OFF_COUNTERPART_REFUSED;
import static tradecredit.ledger.RefusalCode.WITHDRAWAL_BY_OTHER;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.ledger.SetOffDocument.Proposed;
import tradecredit.money.Money;

/** Of several rules against one half of a set-off, the first is told; the other half names it. */
class SetOffPrecedenceTest {

  private static final List<RefusalCode> PROPOSAL =
      List.of(INVOICE_UNKNOWN, ALLOCATION_EXCEEDS_OPEN_AMOUNT);
  private static final List<RefusalCode> APPROVAL =
      List.of(SET_OFF_ALREADY_DECIDED, APPROVAL_BY_PROPOSING_SIDE, ALLOCATION_EXCEEDS_OPEN_AMOUNT);
  private static final List<RefusalCode> WITHDRAWAL =
      List.of(SET_OFF_ALREADY_DECIDED, WITHDRAWAL_BY_OTHER);

  private final OpenBook one =
      aBook().at("2001-06-20").withOpenInvoice("A-1", "2001-05-16", "300.00").open();
  private final OpenBook other =
      aBook().at("2001-06-20").withOpenInvoice("B-1", "2001-05-16", "900.00").open();

  /** Every rule that stands against a half. */
  static Set<RefusalCode> rules() {
    EnumSet<RefusalCode> rules = EnumSet.of(SET_OFF_COUNTERPART_REFUSED);
    rules.addAll(PROPOSAL);
    rules.addAll(APPROVAL);
    rules.addAll(WITHDRAWAL);
    return rules;
  }

  static Stream<Set<RefusalCode>> againstProposals() {
    return PrecedenceTest.subsets(PROPOSAL);
  }

  static Stream<Set<RefusalCode>> againstApprovals() {
    return PrecedenceTest.subsets(APPROVAL);
  }

  static Stream<Set<RefusalCode>> againstWithdrawals() {
    return PrecedenceTest.subsets(WITHDRAWAL);
  }

  private static SetOffPosting.Proposal half(String side, List<WantedAllocation> wanted) {
    return new SetOffPosting.Proposal(side, wanted, "netting");
  }

  private static WantedAllocation part(String invoice, String amount) {
    return new WantedAllocation(new InvoiceNumber(invoice), Money.parse(amount));
  }

  private SetOff.Outcomes propose(Set<RefusalCode> broken) {
    List<WantedAllocation> wanted = new ArrayList<>();
    wanted.add(part("A-1", broken.contains(ALLOCATION_EXCEEDS_OPEN_AMOUNT) ? "300.01" : "300.00"));
    if (broken.contains(INVOICE_UNKNOWN)) {
      wanted.add(part("A-9", "1.00"));
    }
    Money amount = WantedAllocation.sum(wanted);
    return one.setOff(
        other, half("buyer", wanted), half("supplier", List.of(part("B-1", amount.toString()))));
  }

  private SetOff.Outcomes rule(SetOff.Outcomes setOff, boolean proposer, Verdict verdict) {
    return one.setOff(
        other,
        new SetOffPosting.Ruling(
            document(setOff.first()), proposer ? "buyer" : "supplier", verdict, null),
        new SetOffPosting.Ruling(
            document(setOff.second()), proposer ? "supplier" : "buyer", verdict, null));
  }

  private static Proposed document(Outcome outcome) {
    return (Proposed) ((Outcome.Posted) outcome).document();
  }

  private static RefusalCode code(Outcome outcome) {
    return Objects.requireNonNull(outcome.decision().refusal()).code();
  }

  private static RefusalCode firstOf(Set<RefusalCode> broken) {
    return broken.stream().sorted().findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("againstProposals")
  void a_proposal_that_breaks_these_rules_is_told_the_first(Set<RefusalCode> broken) {
    SetOff.Outcomes outcomes = propose(broken);
    assertThat(code(outcomes.first())).isEqualTo(firstOf(broken));
    assertThat(code(outcomes.second())).isEqualTo(SET_OFF_COUNTERPART_REFUSED);
  }

  @ParameterizedTest
  @MethodSource("againstApprovals")
  void an_approval_that_breaks_these_rules_is_told_the_first(Set<RefusalCode> broken) {
    SetOff.Outcomes setOff = propose(Set.of());
    if (broken.contains(ALLOCATION_EXCEEDS_OPEN_AMOUNT)) {
      one.accepts(APayment.aPayment("P-1").of("0.01").received("2001-06-01"));
    }
    if (broken.contains(SET_OFF_ALREADY_DECIDED)) {
      rule(setOff, true, Verdict.WITHDRAWN);
    }
    SetOff.Outcomes outcomes =
        rule(setOff, broken.contains(APPROVAL_BY_PROPOSING_SIDE), Verdict.APPROVED);
    assertThat(code(outcomes.first())).isEqualTo(firstOf(broken));
  }

  @ParameterizedTest
  @MethodSource("againstWithdrawals")
  void a_withdrawal_that_breaks_these_rules_is_told_the_first(Set<RefusalCode> broken) {
    SetOff.Outcomes setOff = propose(Set.of());
    if (broken.contains(SET_OFF_ALREADY_DECIDED)) {
      rule(setOff, false, Verdict.DECLINED);
    }
    SetOff.Outcomes outcomes =
        rule(setOff, !broken.contains(WITHDRAWAL_BY_OTHER), Verdict.WITHDRAWN);
    assertThat(code(outcomes.first())).isEqualTo(firstOf(broken));
    assertThat(code(outcomes.second())).isEqualTo(firstOf(broken));
  }
}
