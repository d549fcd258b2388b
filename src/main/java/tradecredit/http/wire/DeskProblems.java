package tradecredit.http.wire;

import tradecredit.ledger.DeskRefusal;
import tradecredit.ledger.Hold;
import tradecredit.ledger.RefusalCode;

/** What the problems of the credit desk tell beyond their code. */
final class DeskProblems {

  private DeskProblems() {}

  static Problem members(Problem problem, DeskRefusal refusal) {
    return switch (refusal) {
      case DeskRefusal.AlreadyDecided decided ->
          problem
              .with("state", decided.state())
              .with("sequence", decided.sequence())
              .with("date", decided.date());
      case DeskRefusal.AlreadyOnHold on -> members(problem, on.hold());
      case DeskRefusal.NotTheirs other -> problem.with("proposedBy", other.proposer());
      case DeskRefusal.TooEarly early -> problem.with("earliest", early.earliest());
      case DeskRefusal.TooMuch much -> problem.with("most", much.most().toString());
      case DeskRefusal.CounterpartRefused ignored -> problem;
      case DeskRefusal.NotOnHold ignored -> problem;
      case DeskRefusal.CreditNoteNumberTaken ignored -> problem;
      case DeskRefusal.CreditNoteOfDispute ignored -> problem;
      case DeskRefusal.CardsInDispute ignored -> problem;
      case DeskRefusal.TermsNotPossible ignored -> problem;
    };
  }

  private static Problem members(Problem problem, Hold hold) {
    return problem
        .with("state", "onHold")
        .with("reason", hold.reason())
        .with("sequence", hold.sequence())
        .with("date", hold.since());
  }

  static String detail(DeskRefusal refusal) {
    return switch (refusal) {
      case DeskRefusal.CreditNoteNumberTaken taken ->
          "Credit note %s is already in the book.".formatted(taken.number());
      case DeskRefusal.CreditNoteOfDispute note ->
          "Credit note %s is what an upheld dispute took off its invoice; it is not applied to another."
              .formatted(note.number());
      case DeskRefusal.AlreadyDecided decided -> detail(decided);
      case DeskRefusal.AlreadyOnHold on ->
          "The account is on hold since %s (entry %d): %s."
              .formatted(on.hold().since(), on.hold().sequence(), on.hold().reason());
      case DeskRefusal.NotOnHold _ -> "There is no hold on the account that could be lifted.";
      case DeskRefusal.NotTheirs other -> detail(other);
      case DeskRefusal.TooEarly early -> detail(early);
      case DeskRefusal.TooMuch much -> detail(much);
      case DeskRefusal.CardsInDispute cards ->
          "The cards %s overlap %s of the open dispute that entry %d recorded; resolve that one first."
              .formatted(cards.cards(), cards.disputed(), cards.disputeSequence());
      case DeskRefusal.CounterpartRefused ignored ->
          throw new IllegalStateException(
              "a set-off is answered with the half that a rule refuses");
      case DeskRefusal.TermsNotPossible impossible ->
          "There cannot be such terms: %s.".formatted(impossible.reason());
    };
  }

  private static String detail(DeskRefusal.AlreadyDecided decided) {
    return switch (decided.code()) {
      case PAYMENT_ALREADY_RETURNED ->
          "The payment was returned on %s (entry %d)."
              .formatted(decided.date(), decided.sequence());
      case DISPUTE_ALREADY_RESOLVED -> decidedBefore("dispute", decided);
      case WRITE_OFF_ALREADY_DECIDED -> decidedBefore("write-off", decided);
      case AMENDMENT_ALREADY_DECIDED -> decidedBefore("amendment", decided);
      case SET_OFF_ALREADY_DECIDED -> decidedBefore("set-off", decided);
      case BREACH_ALREADY_ACKNOWLEDGED -> decidedBefore("breach", decided);
      default -> throw new IllegalArgumentException(decided.code() + " is no earlier decision");
    };
  }

  private static String decidedBefore(String what, DeskRefusal.AlreadyDecided decided) {
    return "The %s was %s on %s (entry %d)."
        .formatted(what, decided.state(), decided.date(), decided.sequence());
  }

  private static String detail(DeskRefusal.NotTheirs other) {
    return switch (other.code()) {
      case APPROVAL_BY_PROPOSER ->
          "%s proposed it: another controller approves or declines it, and %s may only withdraw it."
              .formatted(other.proposer(), other.proposer());
      case APPROVAL_BY_PROPOSING_SIDE ->
          "%s proposed it: the other side approves or declines it, and %s may only withdraw it."
              .formatted(other.proposer(), other.proposer());
      case WITHDRAWAL_BY_OTHER ->
          "%s proposed it and alone may withdraw it; others approve or decline it."
              .formatted(other.proposer());
      default -> throw new IllegalArgumentException(other.code() + " is not about the proposer");
    };
  }

  private static String detail(DeskRefusal.TooEarly early) {
    return switch (early.code()) {
      case RETURNED_BEFORE_RECEIVED ->
          "The payment was received on %s; it cannot be returned on %s."
              .formatted(early.earliest(), early.date());
      case TERMS_EFFECTIVE_IN_PAST ->
          "Terms begin today, %s, or later; %s is past.".formatted(early.earliest(), early.date());
      case TERMS_SUPERSEDED ->
          "Other terms are agreed from %s on; terms from %s would be passed over."
              .formatted(early.earliest(), early.date());
      default -> throw new IllegalArgumentException(early.code() + " is not about a date");
    };
  }

  private static String detail(DeskRefusal.TooMuch much) {
    if (much.most().isZero()) {
      return "Nothing is open and undisputed of invoice %s.".formatted(much.number());
    }
    String format =
        much.code() == RefusalCode.CREDIT_EXCEEDS_DISPUTE
            ? "%s is more than the %s that is disputed of invoice %s."
            : "%s is more than the %s that is open and undisputed of invoice %s.";
    return format.formatted(much.amount(), much.most(), much.number());
  }
}
