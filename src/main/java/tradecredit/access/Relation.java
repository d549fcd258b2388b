package tradecredit.access;

import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.agreement.PromissoryNoteTerms;

/**
 * How a principal's party must stand to what concerns the agreement and none of its accounts alone.
 */
public enum Relation {
  /** It is the operator: no party of the agreement may. */
  THE_OPERATOR,
  /** It is on every account: what tells all balances tells them to nobody who may not read one. */
  ON_EVERY_ACCOUNT,
  /** It is on an account: to whom nothing happens, nothing is told. */
  ON_AN_ACCOUNT,
  /** It is the promissory note's maker or payee, or a member of one (clause 4). */
  OF_THE_NOTE,
  /** It is the payee, or a member of it: who is paid records what is owed and what was paid. */
  PAYEE_OF_THE_NOTE;

  /** How a party stands. */
  enum Stance {
    /** As it must. */
    RIGHT,
    /** On the other side. */
    OTHER_SIDE,
    /** Outside: for it there is nothing. */
    OUTSIDE
  }

  /** How {@code party} stands. Where there is no note, nobody is kept from learning so. */
  Stance of(Agreement agreement, PartyId party) {
    return switch (this) {
      case THE_OPERATOR -> party.equals(PartyId.OPERATOR) ? Stance.RIGHT : Stance.OTHER_SIDE;
      case ON_EVERY_ACCOUNT ->
          agreement.accounts().stream()
                  .allMatch(account -> Side.of(agreement, account, party).isPresent())
              ? Stance.RIGHT
              : Stance.OUTSIDE;
      case ON_AN_ACCOUNT ->
          agreement.accounts().stream()
                  .anyMatch(account -> Side.of(agreement, account, party).isPresent())
              ? Stance.RIGHT
              : Stance.OUTSIDE;
      case OF_THE_NOTE, PAYEE_OF_THE_NOTE -> ofTheNote(agreement, party);
    };
  }

  private Stance ofTheNote(Agreement agreement, PartyId party) {
    PromissoryNoteTerms note = agreement.promissoryNote();
    if (note == null || agreement.isOnSide(note.payee(), party)) {
      return Stance.RIGHT;
    }
    if (!agreement.isOnSide(note.maker(), party)) {
      return Stance.OUTSIDE;
    }
    return this == OF_THE_NOTE ? Stance.RIGHT : Stance.OTHER_SIDE;
  }
}
