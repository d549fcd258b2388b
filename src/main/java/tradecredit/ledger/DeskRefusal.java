package tradecredit.ledger;

import java.time.LocalDate;
import tradecredit.money.Money;

/** What turns an act of the credit desk down, with the facts that explain it. */
public sealed interface DeskRefusal extends Refusal {

  /** The number belongs to another credit note of the account. */
  record CreditNoteNumberTaken(String number) implements DeskRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.CREDIT_NOTE_NUMBER_TAKEN;
    }
  }

  /** The credit note is that of an upheld dispute. */
  record CreditNoteOfDispute(String number) implements DeskRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.CREDIT_NOTE_OF_DISPUTE;
    }
  }

  /**
   * It was decided before.
   *
   * @param code which decision
   * @param state what it came to: {@code returned}, {@code upheld}, {@code declined} ...
   * @param sequence the entry that decided it
   * @param date the business date of that entry; of a return, its returned date
   */
  record AlreadyDecided(RefusalCode code, String state, long sequence, LocalDate date)
      implements DeskRefusal {}

  /** The account is on hold already. */
  record AlreadyOnHold(Hold hold) implements DeskRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.ALREADY_ON_HOLD;
    }
  }

  /**
   * There is no hold that could be lifted.
   *
   * @param businessDate on which day
   */
  record NotOnHold(LocalDate businessDate) implements DeskRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.NOT_ON_HOLD;
    }
  }

  /**
   * It is for somebody else to say.
   *
   * @param code which rule
   * @param proposer who proposed it: a principal, or a side of the account
   */
  record NotTheirs(RefusalCode code, String proposer) implements DeskRefusal {}

  /**
   * A date is before the first that can be.
   *
   * @param code which rule
   * @param date the date
   * @param earliest the first that would be taken
   */
  record TooEarly(RefusalCode code, LocalDate date, LocalDate earliest) implements DeskRefusal {}

  /**
   * An amount is more than there is.
   *
   * @param code which rule
   * @param number of which invoice
   * @param amount the amount
   * @param most the most that would be taken
   */
  record TooMuch(RefusalCode code, String number, Money amount, Money most)
      implements DeskRefusal {}

  /** Some of the cards are in another open dispute. */
  record CardsInDispute(String cards, String disputed, long disputeSequence)
      implements DeskRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.CARDS_IN_DISPUTE;
    }
  }

  /** A rule of the counterpart account stands against the set-off; its own decision says which. */
  record CounterpartRefused(String account) implements DeskRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.SET_OFF_COUNTERPART_REFUSED;
    }
  }

  /** The amendment would make terms that there cannot be. */
  record TermsNotPossible(String reason) implements DeskRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.TERMS_NOT_POSSIBLE;
    }
  }
}
