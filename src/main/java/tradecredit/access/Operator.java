package tradecredit.access;

import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;

/**
 * Who runs the service. The operator is on no account and sees none; its admins keep the keys of
 * all parties and turn the business date.
 */
final class Operator {

  private Operator() {}

  /** Whether {@code party} may be here at all: it is of the agreement, or the operator. */
  static boolean knows(Agreement agreement, PartyId party) {
    return party.equals(PartyId.OPERATOR)
        || agreement.parties().stream().anyMatch(known -> known.id().equals(party));
  }
}
