package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.ledger.ABook.aBook;
import static tradecredit.ledger.APayment.aPayment;
import static tradecredit.ledger.AnInvoice.anInvoice;
import static tradecredit.ledger.RefusalCode.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/** An act of the desk that breaks several rules at once is told the first. */
class DeskPrecedenceTest {

  private static final String DAY = "2001-06-07";

  /** An act, its rules in order, and how it is made to break some of them. */
  private record Act(
      String name, List<RefusalCode> rules, Function<Set<RefusalCode>, Refusal> refusal) {}

  private static final List<Act> ACTS =
      List.of(
          new Act(
              "return",
              List.of(PAYMENT_ALREADY_RETURNED, RETURNED_BEFORE_RECEIVED, EFFECTIVE_DATE_IN_FUTURE),
              DeskPrecedenceTest::paymentReturn),
          new Act(
              "re-allocation",
              List.of(
                  PAYMENT_ALREADY_RETURNED,
                  INVOICE_UNKNOWN,
                  ALLOCATION_EXCEEDS_OPEN_AMOUNT,
                  ALLOCATIONS_EXCEED_PAYMENT),
              DeskPrecedenceTest::reallocation),
          new Act(
              "re-allocation of a credit note",
              List.of(INVOICE_UNKNOWN, ALLOCATION_EXCEEDS_OPEN_AMOUNT, ALLOCATIONS_EXCEED_PAYMENT),
              DeskPrecedenceTest::noteReallocation),
          new Act(
              "re-allocation of a dispute's credit note",
              List.of(
                  CREDIT_NOTE_OF_DISPUTE,
                  INVOICE_UNKNOWN,
                  ALLOCATION_EXCEEDS_OPEN_AMOUNT,
                  ALLOCATIONS_EXCEED_PAYMENT),
              DeskPrecedenceTest::noteReallocation),
          new Act(
              "credit note",
              List.of(
                  CREDIT_NOTE_NUMBER_TAKEN,
                  EFFECTIVE_DATE_BEFORE_AGREEMENT,
                  EFFECTIVE_DATE_IN_FUTURE,
                  INVOICE_UNKNOWN),
              DeskPrecedenceTest::creditNote),
          new Act(
              "credit note above the invoice",
              List.of(
                  CREDIT_NOTE_NUMBER_TAKEN,
                  EFFECTIVE_DATE_IN_FUTURE,
                  ALLOCATION_EXCEEDS_OPEN_AMOUNT),
              DeskPrecedenceTest::creditNote),
          new Act(
              "write-off of no invoice", List.of(INVOICE_UNKNOWN), DeskPrecedenceTest::writeOff),
          new Act(
              "write-off", List.of(WRITE_OFF_EXCEEDS_OPEN_AMOUNT), DeskPrecedenceTest::writeOff),
          new Act(
              "approval of a write-off",
              List.of(
                  WRITE_OFF_ALREADY_DECIDED, APPROVAL_BY_PROPOSER, WRITE_OFF_EXCEEDS_OPEN_AMOUNT),
              DeskPrecedenceTest::writeOffDecision),
          new Act(
              "withdrawal of a write-off",
              List.of(WRITE_OFF_ALREADY_DECIDED, WITHDRAWAL_BY_OTHER),
              DeskPrecedenceTest::writeOffDecision),
          new Act(
              "dispute",
              List.of(DISPUTE_EXCEEDS_OPEN_AMOUNT, CARDS_IN_DISPUTE),
              DeskPrecedenceTest::dispute),
          new Act(
              "resolution",
              List.of(DISPUTE_ALREADY_RESOLVED, CREDIT_EXCEEDS_DISPUTE),
              DeskPrecedenceTest::resolution),
          new Act("hold", List.of(ALREADY_ON_HOLD), DeskPrecedenceTest::hold),
          new Act("lift", List.of(NOT_ON_HOLD), DeskPrecedenceTest::lift),
          new Act(
              "acknowledgement",
              List.of(BREACH_ALREADY_ACKNOWLEDGED),
              DeskPrecedenceTest::acknowledgement),
          new Act(
              "amendment",
              List.of(TERMS_EFFECTIVE_IN_PAST, TERMS_NOT_POSSIBLE),
              DeskPrecedenceTest::amendment),
          new Act(
              "approval of an amendment",
              List.of(AMENDMENT_ALREADY_DECIDED, APPROVAL_BY_PROPOSING_SIDE),
              DeskPrecedenceTest::amendmentDecision),
          new Act(
              "withdrawal of an amendment",
              List.of(AMENDMENT_ALREADY_DECIDED, WITHDRAWAL_BY_OTHER),
              DeskPrecedenceTest::amendmentDecision));

  static Set<RefusalCode> rules() {
    EnumSet<RefusalCode> rules = EnumSet.noneOf(RefusalCode.class);
    ACTS.forEach(act -> rules.addAll(act.rules()));
    return rules;
  }

  static Stream<Arguments> broken() {
    return ACTS.stream()
        .flatMap(
            act ->
                PrecedenceTest.subsets(act.rules())
                    .filter(broken -> !contradicts(broken))
                    .map(broken -> Arguments.of(act.name(), broken)));
  }

  /** A date is not both too early and in the future. */
  private static boolean contradicts(Set<RefusalCode> broken) {
    return broken.contains(EFFECTIVE_DATE_IN_FUTURE) && broken.contains(RETURNED_BEFORE_RECEIVED);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void an_act_that_breaks_these_rules_is_told_the_first(String name, Set<RefusalCode> broken) {
    Act act = ACTS.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    Refusal refusal = act.refusal().apply(broken);
    assertThat(refusal.code()).isEqualTo(broken.iterator().next());
  }

  @Test
  void the_rules_of_each_act_are_in_the_order_of_the_enum() {
    ACTS.forEach(act -> assertThat(act.rules()).as(act.name()).isSorted());
  }

  private static OpenBook book() {
    OpenBook book = aBook().at(DAY).open();
    book.accepts(anInvoice("A-1").of("300.00"));
    book.accepts(anInvoice("A-2").of("50.00").dated("2001-05-20"));
    return book;
  }

  private static Refusal paymentReturn(Set<RefusalCode> broken) {
    OpenBook book = book();
    Document.Payment payment = book.accepts(aPayment("P-1").received("2001-05-20"));
    if (broken.contains(PAYMENT_ALREADY_RETURNED)) {
      book.accepts(returned(payment, "2001-05-20"), DeskDocument.PaymentReturn.class);
    }
    String early = broken.contains(RETURNED_BEFORE_RECEIVED) ? "2001-05-15" : DAY;
    return book.refuses(
        returned(payment, broken.contains(EFFECTIVE_DATE_IN_FUTURE) ? "2001-06-08" : early));
  }

  private static DeskPosting returned(Document.Payment payment, String date) {
    return new DeskPosting.ReturnPosting(payment, LocalDate.parse(date), "bounced");
  }

  private static Refusal reallocation(Set<RefusalCode> broken) {
    OpenBook book = book();
    Document.Payment payment =
        book.accepts(
            aPayment("P-1")
                .of(broken.contains(ALLOCATIONS_EXCEED_PAYMENT) ? "9.99" : "900.00")
                .toNoInvoice());
    if (broken.contains(PAYMENT_ALREADY_RETURNED)) {
      book.accepts(returned(payment, DAY), DeskDocument.PaymentReturn.class);
    }
    return book.refuses(new DeskPosting.ReallocationPosting(payment, wantedThatBreak(broken)));
  }

  private static List<WantedAllocation> wantedThatBreak(Set<RefusalCode> broken) {
    List<WantedAllocation> wanted = new ArrayList<>();
    wanted.add(wanted("A-2", broken.contains(ALLOCATION_EXCEEDS_OPEN_AMOUNT) ? "50.01" : "50.00"));
    if (broken.contains(INVOICE_UNKNOWN)) {
      wanted.add(wanted("A-9", "1.00"));
    }
    return wanted;
  }

  private static Refusal noteReallocation(Set<RefusalCode> broken) {
    OpenBook book = book();
    String amount = broken.contains(ALLOCATIONS_EXCEED_PAYMENT) ? "9.99" : "290.00";
    DeskDocument.CreditNote note =
        book.accepts(note("C-1", DAY, amount, "A-1"), DeskDocument.CreditNote.class);
    DeskDocument.CreditNote ofDispute =
        new DeskDocument.CreditNote(
            note.sequence(),
            CreditNoteNumber.ofResolution(note.sequence()),
            note.creditDate(),
            note.reason(),
            note.amount(),
            note.allocations());
    return book.refuses(
        new DeskPosting.ReallocationPosting(
            broken.contains(CREDIT_NOTE_OF_DISPUTE) ? ofDispute : note, wantedThatBreak(broken)));
  }

  private static WantedAllocation wanted(String invoice, String amount) {
    return new WantedAllocation(new InvoiceNumber(invoice), Money.parse(amount));
  }

  private static Refusal creditNote(Set<RefusalCode> broken) {
    OpenBook book = book();
    book.accepts(note("C-1", DAY, "1.00", null), DeskDocument.CreditNote.class);
    String date = broken.contains(EFFECTIVE_DATE_BEFORE_AGREEMENT) ? "2001-05-15" : DAY;
    return book.refuses(
        note(
            broken.contains(CREDIT_NOTE_NUMBER_TAKEN) ? "C-1" : "C-2",
            broken.contains(EFFECTIVE_DATE_IN_FUTURE) ? "2001-06-08" : date,
            broken.contains(ALLOCATION_EXCEEDS_OPEN_AMOUNT) ? "50.01" : "2.00",
            broken.contains(INVOICE_UNKNOWN) ? "A-9" : "A-2"));
  }

  private static DeskPosting note(
      String number, String date, String amount, @Nullable String invoice) {
    return new DeskPosting.CreditNotePosting(
        new CreditNoteNumber(number),
        LocalDate.parse(date),
        "short",
        Money.parse(amount),
        invoice == null ? null : new InvoiceNumber(invoice));
  }

  private static Refusal writeOff(Set<RefusalCode> broken) {
    return book()
        .refuses(
            new DeskPosting.WriteOffPosting(
                new InvoiceNumber(broken.contains(INVOICE_UNKNOWN) ? "A-9" : "A-2"),
                Money.parse("50.01"),
                "lost"));
  }

  private static Refusal writeOffDecision(Set<RefusalCode> broken) {
    OpenBook book = book();
    DeskDocument.WriteOff writeOff =
        book.accepts(
            new DeskPosting.WriteOffPosting(new InvoiceNumber("A-2"), Money.parse("50.00"), "lost"),
            "ana",
            DeskDocument.WriteOff.class);
    if (broken.contains(WRITE_OFF_EXCEEDS_OPEN_AMOUNT)) {
      book.accepts(aPayment("P-1").of("0.01").to("A-2", "0.01"));
    }
    if (broken.contains(WRITE_OFF_ALREADY_DECIDED)) {
      book.accepts(
          new DeskPosting.WriteOffDecisionPosting(writeOff, Verdict.DECLINED, null),
          "bob",
          DeskDocument.WriteOffDecision.class);
    }
    Verdict verdict = broken.contains(WITHDRAWAL_BY_OTHER) ? Verdict.WITHDRAWN : Verdict.APPROVED;
    return book.refuses(
        new DeskPosting.WriteOffDecisionPosting(writeOff, verdict, null),
        broken.contains(APPROVAL_BY_PROPOSER) ? "ana" : "bob");
  }

  private static Refusal dispute(Set<RefusalCode> broken) {
    OpenBook book = book();
    List<CardRange> cards = List.of(new CardRange("AD-100", "AD-199"));
    book.accepts(
        new DeskPosting.DisputePosting(book.invoice("A-1"), Money.parse("1.00"), "dead", cards),
        DeskDocument.Dispute.class);
    return book.refuses(
        new DeskPosting.DisputePosting(
            book.invoice("A-2"),
            Money.parse(broken.contains(DISPUTE_EXCEEDS_OPEN_AMOUNT) ? "50.01" : "50.00"),
            "dead",
            broken.contains(CARDS_IN_DISPUTE)
                ? List.of(new CardRange("AD-199", "AD-200"))
                : List.of()));
  }

  private static Refusal resolution(Set<RefusalCode> broken) {
    OpenBook book = book();
    DeskDocument.Dispute dispute =
        book.accepts(
            new DeskPosting.DisputePosting(book.invoice("A-2"), null, "dead", List.of()),
            DeskDocument.Dispute.class);
    if (broken.contains(DISPUTE_ALREADY_RESOLVED)) {
      book.accepts(
          new DeskPosting.ResolutionPosting(dispute, false, null, null),
          DeskDocument.DisputeResolution.class);
    }
    Money credited = Money.parse(broken.contains(CREDIT_EXCEEDS_DISPUTE) ? "50.01" : "50.00");
    return book.refuses(new DeskPosting.ResolutionPosting(dispute, true, credited, null));
  }

  private static Refusal hold(Set<RefusalCode> broken) {
    OpenBook book = book();
    book.accepts(new DeskPosting.HoldPosting("one"), DeskDocument.HoldPlaced.class);
    return book.refuses(new DeskPosting.HoldPosting("another"));
  }

  private static Refusal lift(Set<RefusalCode> broken) {
    return book().refuses(new DeskPosting.HoldLiftPosting());
  }

  private static Refusal acknowledgement(Set<RefusalCode> broken) {
    OpenBook book = book();
    book.accepts(
        new DeskPosting.AcknowledgementPosting(1, "seen"),
        DeskDocument.BreachAcknowledgement.class);
    return book.refuses(new DeskPosting.AcknowledgementPosting(1, "seen again"));
  }

  private static DeskPosting amendment(String from, @Nullable String limit, int firstThreshold) {
    return new DeskPosting.AmendmentPosting(
        "seller",
        LocalDate.parse(from),
        new TermsChange(
            limit == null ? null : Money.parse(limit), null, null, List.of(firstThreshold, 90)),
        "why not");
  }

  private static Refusal amendment(Set<RefusalCode> broken) {
    OpenBook book = book();
    String from = broken.contains(TERMS_EFFECTIVE_IN_PAST) ? "2001-06-06" : "2001-06-30";
    return book.refuses(amendment(from, "1.00", broken.contains(TERMS_NOT_POSSIBLE) ? 95 : 80));
  }

  private static Refusal amendmentDecision(Set<RefusalCode> broken) {
    OpenBook book = book();
    DeskDocument.TermsAmendment amendment =
        book.accepts(amendment("2001-06-30", "1.00", 80), DeskDocument.TermsAmendment.class);
    if (broken.contains(AMENDMENT_ALREADY_DECIDED)) {
      book.accepts(
          new DeskPosting.AmendmentDecisionPosting(amendment, "kattosko", Verdict.DECLINED, null),
          DeskDocument.AmendmentDecision.class);
    }
    Verdict verdict = broken.contains(WITHDRAWAL_BY_OTHER) ? Verdict.WITHDRAWN : Verdict.APPROVED;
    return book.refuses(
        new DeskPosting.AmendmentDecisionPosting(
            amendment,
            broken.contains(APPROVAL_BY_PROPOSING_SIDE) ? "seller" : "kattosko",
            verdict,
            null));
  }
}
