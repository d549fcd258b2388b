package tradecredit.store.record;

import java.time.LocalDate;
import tradecredit.ledger.DeskRefusal;
import tradecredit.ledger.Hold;
import tradecredit.ledger.RefusalCode;

/** Refusals of the credit desk as facts, and back. */
final class DeskRefusalFacts {

  /** Stands for the state of no hold: facts about holds have the names of those of cases. */
  private static final String NO_HOLD = "none";

  private DeskRefusalFacts() {}

  static Facts write(Facts facts, DeskRefusal refusal) {
    return switch (refusal) {
      case DeskRefusal.CreditNoteNumberTaken taken -> facts.with("number", taken.number());
      case DeskRefusal.CreditNoteOfDispute note -> facts.with("number", note.number());
      case DeskRefusal.AlreadyDecided decided ->
          decided(facts, decided.state(), decided.sequence(), decided.date());
      case DeskRefusal.AlreadyOnHold on ->
          decided(facts, on.hold().reason(), on.hold().sequence(), on.hold().since());
      case DeskRefusal.NotOnHold none -> decided(facts, NO_HOLD, 0, none.businessDate());
      case DeskRefusal.NotTheirs other -> facts.with("proposer", other.proposer());
      case DeskRefusal.TooEarly early ->
          facts.with("date", early.date()).with("earliest", early.earliest());
      case DeskRefusal.TooMuch much ->
          facts
              .with("number", much.number())
              .with("amount", much.amount())
              .with("most", much.most());
      case DeskRefusal.CardsInDispute cards ->
          facts
              .with("cards", cards.cards())
              .with("disputed", cards.disputed())
              .with("dispute", cards.disputeSequence());
      case DeskRefusal.CounterpartRefused counterpart ->
          facts.with("account", counterpart.account());
      case DeskRefusal.TermsNotPossible impossible -> facts.with("reason", impossible.reason());
    };
  }

  private static Facts decided(Facts facts, String state, long sequence, LocalDate date) {
    return facts.with("state", state).with("sequence", sequence).with("date", date);
  }

  /** Reads the facts of a code of the desk. */
  static DeskRefusal read(RefusalCode code, Facts facts) {
    return switch (code) {
      case CREDIT_NOTE_NUMBER_TAKEN -> new DeskRefusal.CreditNoteNumberTaken(facts.text("number"));
      case CREDIT_NOTE_OF_DISPUTE -> new DeskRefusal.CreditNoteOfDispute(facts.text("number"));
      case PAYMENT_ALREADY_RETURNED,
          DISPUTE_ALREADY_RESOLVED,
          WRITE_OFF_ALREADY_DECIDED,
          AMENDMENT_ALREADY_DECIDED,
          SET_OFF_ALREADY_DECIDED,
          BREACH_ALREADY_ACKNOWLEDGED ->
          new DeskRefusal.AlreadyDecided(
              code, facts.text("state"), facts.number("sequence"), facts.date("date"));
      case ALREADY_ON_HOLD ->
          new DeskRefusal.AlreadyOnHold(
              new Hold(facts.number("sequence"), facts.text("state"), facts.date("date")));
      case NOT_ON_HOLD -> new DeskRefusal.NotOnHold(facts.date("date"));
      case APPROVAL_BY_PROPOSER, APPROVAL_BY_PROPOSING_SIDE, WITHDRAWAL_BY_OTHER ->
          new DeskRefusal.NotTheirs(code, facts.text("proposer"));
      case RETURNED_BEFORE_RECEIVED, TERMS_EFFECTIVE_IN_PAST, TERMS_SUPERSEDED ->
          new DeskRefusal.TooEarly(code, facts.date("date"), facts.date("earliest"));
      case WRITE_OFF_EXCEEDS_OPEN_AMOUNT, DISPUTE_EXCEEDS_OPEN_AMOUNT, CREDIT_EXCEEDS_DISPUTE ->
          new DeskRefusal.TooMuch(
              code, facts.text("number"), facts.money("amount"), facts.money("most"));
      case CARDS_IN_DISPUTE ->
          new DeskRefusal.CardsInDispute(
              facts.text("cards"), facts.text("disputed"), facts.number("dispute"));
      case SET_OFF_COUNTERPART_REFUSED -> new DeskRefusal.CounterpartRefused(facts.text("account"));
      case TERMS_NOT_POSSIBLE -> new DeskRefusal.TermsNotPossible(facts.text("reason"));
      default -> throw new IllegalArgumentException(code + " is no refusal of the desk");
    };
  }
}
