package tradecredit.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.DeskPosting.AcknowledgementPosting;
import tradecredit.ledger.DeskPosting.HoldLiftPosting;
import tradecredit.ledger.DeskPosting.HoldPosting;
import tradecredit.money.Money;

/** The acts of the credit desk, each decided against what has become of what it refers to. */
final class DeskActs {

  private final Register register;
  private final OpenItems items;
  private final Desk desk;

  DeskActs(Register register, OpenItems items, Desk desk) {
    this.register = register;
    this.items = items;
    this.desk = desk;
  }

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
    return enter(
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
    return enter(
        new DeskDocument.HoldLifted(register.nextSequence(), inForce.sequence(), inForce.reason()),
        new Register.Effect.HoldChanged(null),
        posting,
        principal);
  }

  private Outcome post(AcknowledgementPosting posting, String principal) {
    Desk.@Nullable Settlement before = desk.acknowledgement(posting.breach());
    if (before != null) {
      return register.refuse(
          posting, before.refusal(RefusalCode.BREACH_ALREADY_ACKNOWLEDGED), principal);
    }
    long sequence = register.nextSequence();
    desk.withAcknowledged(
        posting.breach(),
        new Desk.Settlement(sequence, "acknowledged", register.position().businessDate()));
    return enter(
        new DeskDocument.BreachAcknowledgement(sequence, posting.breach(), posting.note()),
        new Register.Effect.None(),
        posting,
        principal);
  }

  private Outcome enter(
      DeskDocument document, Register.Effect effect, DeskPosting posting, String principal) {
    return register.enter(
        new Register.Passage(
            document, Money.ZERO, register.position().businessDate(), List.of(), principal, effect),
        posting);
  }
}
