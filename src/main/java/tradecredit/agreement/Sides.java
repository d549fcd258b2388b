package tradecredit.agreement;

import java.util.Collections;
import java.util.List;

/** Who stands behind the name of a side: the party itself, or the members of the group. */
record Sides(List<PartyGroup> groups) {

  /** Whether the party is the side, or a member of the group that is. */
  boolean isOn(PartyId side, PartyId party) {
    return side.equals(party) || parties(side).contains(party);
  }

  /** Whether some party stands on both sides. */
  boolean overlap(PartyId one, PartyId other) {
    return !Collections.disjoint(parties(one), parties(other));
  }

  private List<PartyId> parties(PartyId side) {
    for (PartyGroup group : groups) {
      if (group.id().equals(side)) {
        return group.members();
      }
    }
    return List.of(side);
  }
}
