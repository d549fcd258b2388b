package tradecredit.agreement;

import java.util.HashSet;
import java.util.List;

/** Parties that act as one, as the filing's "Seller" does. */
public record PartyGroup(PartyId id, String name, List<PartyId> members) {

  /**
   * Holds the group with its own copy of the members.
   *
   * @throws IllegalArgumentException if the name is blank, or a member missing or repeated
   */
  public PartyGroup {
    Required.text("a group's name", name);
    members = Required.elements("the members of a group", members);
    if (new HashSet<>(members).size() < members.size()) {
      throw new IllegalArgumentException("a party is twice a member of " + id);
    }
  }
}
