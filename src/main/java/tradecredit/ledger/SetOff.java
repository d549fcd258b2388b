package tradecredit.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.ledger.SetOffDocument.Counterpart;
import tradecredit.ledger.SetOffDocument.Part;
import tradecredit.money.Money;

/**
 * Decides the two halves of a set-off: both enter their books, or neither does. Where a rule of one
 * account stands against it, the decision there says which; the other account's says that its
 * counterpart was refused.
 *
 * <p>Nothing moves before the other side's approval, and the rules are tested again then. Approved,
 * each account's balance falls by the same amount, effective on the business date. Example: Auxer
 * Telecom owes 300.00 on {@code kattosko-to-seller}, and is owed 500.00 on {@code
 * auxer-to-kattosko}. A set-off of 300.00 leaves 0.00 and 200.00: who owes whom has not changed by
 * a cent, and both have 300.00 more room.
 */
public final class SetOff {

  private final Book first;
  private final Book second;

  /** Over two books that are open under the locks of both heads. */
  public SetOff(Book first, Book second) {
    this.first = first;
    this.second = second;
  }

  /** The halves' outcomes: both posted or both refused. */
  public record Outcomes(Outcome first, Outcome second) {}

  /**
   * Decides two halves of one act, by the same principal.
   *
   * @throws IllegalArgumentException if they do not come to the same amount
   */
  public Outcomes post(SetOffPosting one, SetOffPosting other, String principal) {
    if (!one.requested().equals(other.requested())) {
      throw new IllegalArgumentException(
          "a set-off nets equal amounts, not %s and %s"
              .formatted(one.requested(), other.requested()));
    }
    Refusal againstOne = against(first, one);
    Refusal againstOther = against(second, other);
    if (againstOne != null || againstOther != null) {
      return new Outcomes(
          refuse(first, one, againstOne, second, principal),
          refuse(second, other, againstOther, first, principal));
    }
    Counterpart inFirst = place(first);
    Counterpart inSecond = place(second);
    return new Outcomes(
        enter(first, one, inSecond, principal), enter(second, other, inFirst, principal));
  }

  private static Counterpart place(Book book) {
    return new Counterpart(book.position().account(), book.register().nextSequence());
  }

  private static Outcome refuse(
      Book book, SetOffPosting half, @Nullable Refusal own, Book counterpart, String principal) {
    Refusal refusal =
        own == null
            ? new DeskRefusal.CounterpartRefused(counterpart.position().account().value())
            : own;
    return book.register().refuse(half, refusal, principal);
  }

  private static @Nullable Refusal against(Book book, SetOffPosting half) {
    return switch (half) {
      case SetOffPosting.Proposal proposal ->
          new AllocationRules(book.items()).firstAgainst(proposal.wanted());
      case SetOffPosting.Ruling ruling -> against(book, ruling);
    };
  }

  private static @Nullable Refusal against(Book book, SetOffPosting.Ruling ruling) {
    SetOffDocument.Proposed setOff = ruling.setOff();
    Refusal decided =
        ProposalActs.decidedBefore(
            book.desk().ruling(setOff.sequence()), RefusalCode.SET_OFF_ALREADY_DECIDED);
    if (decided != null) {
      return decided;
    }
    Refusal notTheirs =
        ProposalActs.notTheirs(
            ruling.verdict(), ruling.side(), setOff.side(), RefusalCode.APPROVAL_BY_PROPOSING_SIDE);
    return notTheirs == null && ruling.verdict() == Verdict.APPROVED
        ? new AllocationRules(book.items()).firstAgainst(wanted(setOff))
        : notTheirs;
  }

  private static List<WantedAllocation> wanted(SetOffDocument.Proposed setOff) {
    return setOff.parts().stream()
        .map(part -> new WantedAllocation(part.invoice(), part.amount()))
        .toList();
  }

  private static Outcome enter(
      Book book, SetOffPosting half, Counterpart counterpart, String principal) {
    return switch (half) {
      case SetOffPosting.Proposal proposal -> propose(book, proposal, counterpart, principal);
      case SetOffPosting.Ruling ruling -> decide(book, ruling, counterpart, principal);
    };
  }

  private static Outcome propose(
      Book book, SetOffPosting.Proposal proposal, Counterpart counterpart, String principal) {
    List<Part> parts = new ArrayList<>();
    for (WantedAllocation wanted : proposal.wanted()) {
      OpenItem item = book.items().named(wanted);
      parts.add(new Part(item.sequence(), item.number(), wanted.amount()));
    }
    SetOffDocument.Proposed document =
        new SetOffDocument.Proposed(
            book.register().nextSequence(), counterpart, proposal.side(), proposal.reason(), parts);
    return book.register().enterToday(document, Money.ZERO, List.of(), proposal, principal);
  }

  private static Outcome decide(
      Book book, SetOffPosting.Ruling ruling, Counterpart counterpart, String principal) {
    SetOffDocument.Proposed setOff = ruling.setOff();
    long sequence = book.register().nextSequence();
    Applications applied = new Applications(book.items(), sequence, book.position().businessDate());
    boolean approved = ruling.verdict() == Verdict.APPROVED;
    if (approved) {
      applied.enter(setOff.amount());
      for (Part part : setOff.parts()) {
        applied.apply(book.items().get(part.invoiceSequence()), part.amount());
      }
    }
    book.desk()
        .withRuling(
            setOff.sequence(),
            new Desk.CaseDecision(
                sequence, ruling.verdict().wireName(), book.position().businessDate()));
    SetOffDocument.Decided document =
        new SetOffDocument.Decided(
            sequence,
            setOff.sequence(),
            counterpart,
            setOff.counterpart().sequence(),
            ruling.side(),
            ruling.verdict(),
            ruling.note(),
            setOff.amount(),
            applied.allocations());
    Money amount = approved ? setOff.amount().negated() : Money.ZERO;
    return book.register().enterToday(document, amount, applied.movements(), ruling, principal);
  }
}
