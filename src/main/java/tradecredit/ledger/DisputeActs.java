package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.DeskPosting.DisputePosting;
import tradecredit.ledger.DeskPosting.ResolutionPosting;
import tradecredit.money.Money;

/**
 * Disputes: goods that were not in good working condition are not owed (clauses 5 and 6), so the
 * disputed part leaves past-due and standing until it is decided, and stays in the balance.
 */
record DisputeActs(Register register, OpenItems items, Desk desk) {

  Outcome post(DisputePosting asked, String principal) {
    OpenItem item = items.get(asked.invoice().sequence());
    DisputePosting posting = asked.amount() == null ? asked.over(item.allocatable()) : asked;
    Money amount = posting.requested();
    Refusal refusal = against(posting, item, amount);
    if (refusal != null) {
      return register.refuse(posting, refusal, principal);
    }
    LocalDate today = register.position().businessDate();
    DeskDocument.Dispute document =
        new DeskDocument.Dispute(
            register.nextSequence(),
            item.sequence(),
            item.number(),
            amount,
            posting.reason(),
            posting.cards());
    items.replace(item, item.dispute(amount, today));
    desk.open(document, principal);
    return register.enterToday(
        document, Money.ZERO, List.of(Movement.disputed(item, today, amount)), posting, principal);
  }

  private @Nullable Refusal against(DisputePosting posting, OpenItem item, Money amount) {
    if (amount.isZero() || amount.isGreaterThan(item.allocatable())) {
      return new DeskRefusal.TooMuch(
          RefusalCode.DISPUTE_EXCEEDS_OPEN_AMOUNT,
          item.number().value(),
          posting.requested(),
          item.allocatable());
    }
    List<CardRange.Span> cards = posting.cards().stream().map(CardRange::span).toList();
    for (DeskDocument.Dispute open : desk.openDisputes()) {
      Refusal overlap = overlap(cards, open);
      if (overlap != null) {
        return overlap;
      }
    }
    return null;
  }

  private static @Nullable Refusal overlap(List<CardRange.Span> cards, DeskDocument.Dispute open) {
    List<CardRange.Span> disputed = open.cards().stream().map(CardRange::span).toList();
    for (CardRange.Span span : cards) {
      for (CardRange.Span other : disputed) {
        if (span.overlaps(other)) {
          return new DeskRefusal.CardsInDispute(
              span.range().toString(), other.range().toString(), open.sequence());
        }
      }
    }
    return null;
  }

  /**
   * Ends a dispute: what is upheld is credited to the invoice, the rest is owed again with its
   * original due date, as if it had never been disputed.
   */
  Outcome post(ResolutionPosting posting, String principal) {
    Desk.Case found = desk.found(posting.dispute());
    Refusal refusal = against(posting, found);
    if (refusal != null) {
      return register.refuse(posting, refusal, principal);
    }
    DeskDocument.Dispute dispute = posting.dispute();
    LocalDate today = register.position().businessDate();
    long sequence = register.nextSequence();
    Money credited = credited(posting);
    OpenItem item = items.get(dispute.invoiceSequence());
    List<Movement> movements = new ArrayList<>();
    movements.add(Movement.disputed(item, today, dispute.amount().negated()));
    OpenItem undisputed = item.dispute(dispute.amount().negated(), today);
    items.replace(item, undisputed);
    if (credited.isPositive()) {
      Applications applied = new Applications(items, sequence, today);
      applied.enter(credited);
      applied.apply(undisputed, credited);
      movements.addAll(applied.movements());
    }
    desk.decide(
        found, new Desk.CaseDecision(sequence, posting.upheld() ? "upheld" : "rejected", today));
    DeskDocument.DisputeResolution document =
        new DeskDocument.DisputeResolution(
            sequence,
            dispute.sequence(),
            item.sequence(),
            item.number(),
            dispute.amount(),
            credited,
            posting.note());
    return register.enterToday(document, credited.negated(), movements, posting, principal);
  }

  private static Money credited(ResolutionPosting posting) {
    if (!posting.upheld()) {
      return Money.ZERO;
    }
    return posting.credited() == null ? posting.dispute().amount() : posting.credited();
  }

  private static @Nullable Refusal against(ResolutionPosting posting, Desk.Case found) {
    Desk.CaseDecision decided = found.decided();
    if (decided != null) {
      return decided.refusal(RefusalCode.DISPUTE_ALREADY_RESOLVED);
    }
    Money disputed = posting.dispute().amount();
    return credited(posting).isGreaterThan(disputed)
        ? new DeskRefusal.TooMuch(
            RefusalCode.CREDIT_EXCEEDS_DISPUTE,
            posting.documentNumber(),
            credited(posting),
            disputed)
        : null;
  }
}
