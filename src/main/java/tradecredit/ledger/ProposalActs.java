package tradecredit.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.DeskPosting.AmendmentDecisionPosting;
import tradecredit.ledger.DeskPosting.AmendmentPosting;
import tradecredit.ledger.DeskPosting.WriteOffDecisionPosting;
import tradecredit.ledger.DeskPosting.WriteOffPosting;
import tradecredit.money.Money;

/**
 * Acts that take two: a write-off needs a second controller, other terms need the other side.
 * Nothing moves before the second decision, and the rules are tested again then.
 */
record ProposalActs(Register register, OpenItems items, Desk desk) {

  /** On how many days to come other terms may begin: an amendment adds a version for each. */
  private static final int MOST_DAYS_TO_COME = 366;

  Outcome post(WriteOffPosting posting, String principal) {
    OpenItem item = items.find(posting.invoice());
    Refusal refusal =
        item == null
            ? new Refusal.InvoiceUnknown(posting.invoice().value())
            : tooMuch(item, posting.requested());
    if (item == null || refusal != null) {
      return register.refuse(posting, Objects.requireNonNull(refusal), principal);
    }
    DeskDocument.WriteOff document =
        new DeskDocument.WriteOff(
            register.nextSequence(),
            item.sequence(),
            item.number(),
            posting.requested(),
            posting.reason());
    desk.open(document, principal);
    return register.enterToday(document, Money.ZERO, List.of(), posting, principal);
  }

  private static @Nullable Refusal tooMuch(OpenItem item, Money amount) {
    return amount.isGreaterThan(item.allocatable())
        ? new DeskRefusal.TooMuch(
            RefusalCode.WRITE_OFF_EXCEEDS_OPEN_AMOUNT,
            item.number().value(),
            amount,
            item.allocatable())
        : null;
  }

  Outcome post(WriteOffDecisionPosting posting, String principal) {
    DeskDocument.WriteOff writeOff = posting.writeOff();
    Desk.Case found = desk.found(writeOff);
    OpenItem item = items.get(writeOff.invoiceSequence());
    boolean approved = posting.verdict() == Verdict.APPROVED;
    Refusal refusal = against(posting, found, principal);
    if (refusal == null && approved) {
      refusal = tooMuch(item, writeOff.amount());
    }
    if (refusal != null) {
      return register.refuse(posting, refusal, principal);
    }
    long sequence = register.nextSequence();
    Applications applied = new Applications(items, sequence, register.position().businessDate());
    if (approved) {
      applied.enter(writeOff.amount());
      applied.apply(item, writeOff.amount());
    }
    decide(found, sequence, posting.verdict());
    DeskDocument document =
        new DeskDocument.WriteOffDecision(
            sequence,
            writeOff.sequence(),
            writeOff.invoice(),
            writeOff.amount(),
            posting.verdict(),
            posting.note());
    Money amount = approved ? writeOff.amount().negated() : Money.ZERO;
    return register.enterToday(document, amount, applied.movements(), posting, principal);
  }

  private static @Nullable Refusal against(
      WriteOffDecisionPosting posting, Desk.Case found, String principal) {
    Refusal refusal = decidedBefore(found.decided(), RefusalCode.WRITE_OFF_ALREADY_DECIDED);
    return refusal == null
        ? notTheirs(
            posting.verdict(), principal, found.principal(), RefusalCode.APPROVAL_BY_PROPOSER)
        : refusal;
  }

  Outcome post(AmendmentPosting posting, String principal) {
    LocalDate today = register.position().businessDate();
    Refusal refusal =
        posting.effectiveDate().isBefore(today)
            ? new DeskRefusal.TooEarly(
                RefusalCode.TERMS_EFFECTIVE_IN_PAST, posting.effectiveDate(), today)
            : againstTerms(posting.change(), posting.effectiveDate());
    if (refusal != null) {
      return register.refuse(posting, refusal, principal);
    }
    DeskDocument.TermsAmendment document =
        new DeskDocument.TermsAmendment(
            register.nextSequence(),
            posting.side(),
            posting.effectiveDate(),
            posting.change(),
            posting.reason());
    desk.open(document, principal);
    return register.enterToday(document, Money.ZERO, List.of(), posting, principal);
  }

  private @Nullable Refusal againstTerms(TermsChange change, LocalDate from) {
    TermsHistory terms = register.rules().terms();
    LocalDate today = register.position().businessDate();
    List<LocalDate> toCome = terms.beginningBetween(today, LocalDate.MAX);
    if (from.isAfter(today) && toCome.size() >= MOST_DAYS_TO_COME && !toCome.contains(from)) {
      return new DeskRefusal.TermsNotPossible(
          "other terms begin on %d days to come already".formatted(toCome.size()));
    }
    try {
      terms.amendedBy(change, from);
      return null;
    } catch (IllegalArgumentException impossible) {
      return new DeskRefusal.TermsNotPossible(String.valueOf(impossible.getMessage()));
    }
  }

  Outcome post(AmendmentDecisionPosting posting, String principal) {
    LocalDate today = register.position().businessDate();
    LocalDate from = Later.of(posting.amendment().effectiveDate(), today);
    Desk.Case found = desk.found(posting.amendment());
    boolean approved = posting.verdict() == Verdict.APPROVED;
    Refusal refusal = against(posting, found);
    if (refusal == null && approved) {
      refusal = againstTerms(posting.amendment().change(), from);
    }
    if (refusal != null) {
      return register.refuse(posting, refusal, principal);
    }
    long sequence = register.nextSequence();
    decide(found, sequence, posting.verdict());
    List<TermsVersion> added =
        approved
            ? register.rules().terms().amendedBy(posting.amendment().change(), from)
            : List.of();
    DeskDocument document =
        new DeskDocument.AmendmentDecision(
            sequence,
            posting.amendment().sequence(),
            posting.side(),
            posting.verdict(),
            posting.note(),
            approved ? Long.valueOf(added.getFirst().version()) : null,
            approved ? from : null);
    Register.Effect effect =
        approved ? new Register.Effect.TermsAmended(added) : new Register.Effect.None();
    return register.enterToday(document, effect, posting, principal);
  }

  private static @Nullable Refusal against(AmendmentDecisionPosting posting, Desk.Case found) {
    Refusal refusal = decidedBefore(found.decided(), RefusalCode.AMENDMENT_ALREADY_DECIDED);
    return refusal == null
        ? notTheirs(
            posting.verdict(),
            posting.side(),
            posting.amendment().side(),
            RefusalCode.APPROVAL_BY_PROPOSING_SIDE)
        : refusal;
  }

  static @Nullable Refusal decidedBefore(Desk.@Nullable CaseDecision decided, RefusalCode code) {
    return decided == null ? null : decided.refusal(code);
  }

  /**
   * Whether {@code decider} may decide what {@code proposer} proposed: withdrawal is for the
   * proposer, approval and refusal are for the other.
   *
   * @param ownDecision the refusal's code where the proposer approves or declines
   */
  static @Nullable Refusal notTheirs(
      Verdict verdict, String decider, String proposer, RefusalCode ownDecision) {
    boolean isOwn = decider.equals(proposer);
    if (verdict == Verdict.WITHDRAWN) {
      return isOwn ? null : new DeskRefusal.NotTheirs(RefusalCode.WITHDRAWAL_BY_OTHER, proposer);
    }
    return isOwn ? new DeskRefusal.NotTheirs(ownDecision, proposer) : null;
  }

  private void decide(Desk.Case found, long sequence, Verdict verdict) {
    desk.decide(
        found,
        new Desk.CaseDecision(sequence, verdict.wireName(), register.position().businessDate()));
  }
}
