package tradecredit.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file's {@code parties} and {@code groups}.
 *
 * @param ids every name that can stand for a side: parties and groups share one set of names
 */
record PartiesSection(List<Party> parties, List<PartyGroup> groups, Declarations<PartyId> ids) {

  private static final List<String> PARTY_KEYS = List.of("id", "name");
  private static final List<String> GROUP_KEYS = List.of("id", "name", "members");

  static PartiesSection read(YamlMapping root) {
    Declarations<PartyId> partyIds = new Declarations<>("a party");
    Declarations<PartyId> sideIds = new Declarations<>("a party or group");
    List<Party> parties = new ArrayList<>();
    for (YamlNode element : root.get("parties").elements()) {
      YamlMapping party = element.mapping(PARTY_KEYS, List.of());
      YamlNode place = party.get("id");
      PartyId id = partyIds.declare(place, sideIds.declare(place, own(place)));
      parties.add(new Party(id, party.get("name").text()));
    }
    Declarations<PartyId> grouped = new Declarations<>("a member of a group");
    List<PartyGroup> groups = new ArrayList<>();
    Optional<YamlNode> section = root.find("groups");
    if (section.isPresent()) {
      for (YamlNode element : section.get().elements()) {
        groups.add(group(element.mapping(GROUP_KEYS, List.of()), partyIds, sideIds, grouped));
      }
    }
    return new PartiesSection(parties, groups, sideIds);
  }

  /** Reads a party or group that is in this file. */
  PartyId side(YamlNode place) {
    return ids.resolve(place, place.text(PartyId::new));
  }

  /** Reads the id of a party or group, which is not the operator's. */
  private static PartyId own(YamlNode place) {
    PartyId id = place.text(PartyId::new);
    if (id.equals(PartyId.OPERATOR)) {
      throw place.fault(
          "\"" + id + "\" names who runs the service; no party or group can have that id");
    }
    return id;
  }

  /** A party is of one group at most: who belongs to two would not know for which it acts. */
  private static PartyGroup group(
      YamlMapping group,
      Declarations<PartyId> partyIds,
      Declarations<PartyId> sideIds,
      Declarations<PartyId> grouped) {
    YamlNode place = group.get("id");
    PartyId id = sideIds.declare(place, own(place));
    String name = group.get("name").text();
    Declarations<PartyId> members = new Declarations<>("a member of this group");
    List<PartyId> ids = new ArrayList<>();
    for (YamlNode member : group.get("members").elements()) {
      PartyId party = partyIds.resolve(member, member.text(PartyId::new));
      ids.add(grouped.declare(member, members.declare(member, party)));
    }
    return new PartyGroup(id, name, ids);
  }
}
