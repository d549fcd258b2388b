package tradecredit.ledger;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.DeskPosting.AcknowledgementPosting;
import tradecredit.ledger.DeskPosting.HoldLiftPosting;
import tradecredit.ledger.DeskPosting.HoldPosting;

/** The acts of the credit desk, each decided against what has become of what it refers to. */
final class DeskActs {

  private final Book book;
  private final Register register;
  private final Desk desk;

  DeskActs(Book book) {
    this.book = book;
    this.register = book.register();
    this.desk = book.desk();
  }

  Outcome post(DeskPosting posting, String principal) {
    return switch (posting) {
      case DeskPosting.ReturnPosting act -> new CreditActs(book).post(act, principal);
      case DeskPosting.ReallocationPosting act -> new CreditActs(book).post(act, principal);
      case DeskPosting.CreditNotePosting act -> new CreditActs(book).post(act, principal);
      case DeskPosting.WriteOffPosting act -> new ProposalActs(book).post(act, principal);
      case DeskPosting.WriteOffDecisionPosting act -> new ProposalActs(book).post(act, principal);
      case DeskPosting.AmendmentPosting act -> new ProposalActs(book).post(act, principal);
      case DeskPosting.AmendmentDecisionPosting act -> new ProposalActs(book).post(act, principal);
      case DeskPosting.DisputePosting act -> new DisputeActs(book).post(act, principal);
      case DeskPosting.ResolutionPosting act -> new DisputeActs(book).post(act, principal);
      case HoldPosting act -> post(act, principal);
      case HoldLiftPosting act -> post(act, principal);
      case AcknowledgementPosting act -> post(act, principal);
    };
  }

  private Outcome post(HoldPosting posting, String principal) {
    Hold inForce = register.position().hold();
    if (inForce != null) {
      return register.refuse(posting, new DeskRefusal.AlreadyOnHold(inForce), principal);
    }
    long sequence = register.nextSequence();
    Hold hold = new Hold(sequence, posting.reason(), register.position().businessDate());
    return register.enterToday(
        new DeskDocument.HoldPlaced(sequence, posting.reason()),
        new Register.Effect.HoldChanged(hold),
        posting,
        principal);
  }

  private Outcome post(HoldLiftPosting posting, String principal) {
    Hold inForce = register.position().hold();
    if (inForce == null) {
      return register.refuse(
          posting, new DeskRefusal.NotOnHold(register.position().businessDate()), principal);
    }
    return register.enterToday(
        new DeskDocument.HoldLifted(register.nextSequence(), inForce.sequence(), inForce.reason()),
        new Register.Effect.HoldChanged(null),
        posting,
        principal);
  }

  private Outcome post(AcknowledgementPosting posting, String principal) {
    Desk.@Nullable CaseDecision before = desk.acknowledgement(posting.breach());
    if (before != null) {
      return register.refuse(
          posting, before.refusal(RefusalCode.BREACH_ALREADY_ACKNOWLEDGED), principal);
    }
    long sequence = register.nextSequence();
    desk.withAcknowledged(
        posting.breach(),
        new Desk.CaseDecision(sequence, "acknowledged", register.position().businessDate()));
    return register.enterToday(
        new DeskDocument.BreachAcknowledgement(sequence, posting.breach(), posting.note()),
        new Register.Effect.None(),
        posting,
        principal);
  }
}
