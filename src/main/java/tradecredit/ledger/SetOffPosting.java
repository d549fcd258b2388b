package tradecredit.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * One account's half of an act that takes both accounts: what each owes the other is netted. The
 * two halves are decided together, in one transaction, by {@link SetOff}.
 */
public sealed interface SetOffPosting extends Posting {

  /** For which side of this account the caller acts. */
  String side();

  @Override
  default String documentNumber() {
    return SetOffDocument.NUMBER;
  }

  /**
   * The proposal to net these parts of this account's invoices.
   *
   * @param side which side of this account proposes it
   * @param wanted the parts; each invoice once
   * @param reason why
   */
  record Proposal(String side, List<WantedAllocation> wanted, String reason)
      implements SetOffPosting {

    /** Keeps what is wanted. */
    public Proposal {
      wanted = List.copyOf(wanted);
    }

    @Override
    public Act act() {
      return Act.SET_OFF;
    }

    @Override
    public Money requested() {
      return WantedAllocation.sum(wanted);
    }

    @Override
    public int size() {
      return wanted.size();
    }
  }

  /**
   * The decision on a proposed set-off.
   *
   * @param setOff this account's half of the proposal
   * @param side which side of this account says it
   * @param verdict approved or declined by the other side, withdrawn by the proposer's
   * @param note what there is to say, or nothing
   */
  record Ruling(SetOffDocument.Proposed setOff, String side, Verdict verdict, @Nullable String note)
      implements SetOffPosting {

    @Override
    public Act act() {
      return Act.SET_OFF_DECISION;
    }

    @Override
    public Money requested() {
      return setOff.amount();
    }

    @Override
    public int size() {
      return setOff.parts().size();
    }
  }
}
