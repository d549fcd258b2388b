package tradecredit.access;

import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;

/**
 * Who runs the service. The operator is on no account and sees none; its admins keep the keys of
 * all parties and turn the business date.
 */
public final class Operator {

  /** The operator's name among the parties. */
  public static final PartyId PARTY = new PartyId("operator");

  private Operator() {}

  /** Whether {@code party} may be here at all: it is of the agreement, or the operator. */
  static boolean knows(Agreement agreement, PartyId party) {
    return party.equals(PARTY)
        || agreement.parties().stream().anyMatch(known -> known.id().equals(party));
  }

  /**
   * Refuses an agreement that names a party or group as the operator is named.
   *
   * @throws IllegalArgumentException if it does
   */
  static void checkNameIsFree(Agreement agreement) {
    boolean taken =
        agreement.parties().stream().anyMatch(party -> party.id().equals(PARTY))
            || agreement.groups().stream().anyMatch(group -> group.id().equals(PARTY));
    if (taken) {
      throw new IllegalArgumentException(
          "\"" + PARTY + "\" names who runs the service; no party or group can have that id");
    }
  }
}
