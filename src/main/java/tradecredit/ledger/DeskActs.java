package tradecredit.ledger;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.DeskPosting.AcknowledgementPosting;
import tradecredit.ledger.DeskPosting.HoldLiftPosting;
import tradecredit.ledger.DeskPosting.HoldPosting;

/** The acts of the credit desk, each decided against what has become of what it refers to. */
record DeskActs(Register register, OpenItems items, Desk desk) {

  Outcome post(DeskPosting posting, String principal) {
    CreditActs credits = new CreditActs(register, items, desk);
    ProposalActs proposals = new ProposalActs(register, items, desk);
    DisputeActs disputes = new DisputeActs(register, items, desk);
    return switch (posting) {
      case DeskPosting.ReturnPosting act -> credits.post(act, principal);
      case DeskPosting.ReallocationPosting act -> credits.post(act, principal);
      case DeskPosting.CreditNotePosting act -> credits.post(act, principal);
      case DeskPosting.WriteOffPosting act -> proposals.post(act, principal);
      case DeskPosting.WriteOffDecisionPosting act -> proposals.post(act, principal);
      case DeskPosting.AmendmentPosting act -> proposals.post(act, principal);
      case DeskPosting.AmendmentDecisionPosting act -> proposals.post(act, principal);
      case DeskPosting.DisputePosting act -> disputes.post(act, principal);
      case DeskPosting.ResolutionPosting act -> disputes.post(act, principal);
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
