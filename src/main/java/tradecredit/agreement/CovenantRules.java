package tradecredit.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Discount;
import tradecredit.money.Quoted;

/**
 * The rules of the file's {@code covenants}.
 *
 * @param clauses which clauses there are
 * @param names every party, group and company
 * @param cardIds every product and card
 * @param suppliers who has customers: a group where a member has
 * @param cards the cards, with who services them
 */
record CovenantRules(
    ClausesSection clauses,
    Declarations<PartyId> names,
    Declarations<ProductId> cardIds,
    Set<PartyId> suppliers,
    List<Card> cards) {

  private static final List<String> REQUIRED = List.of("clause", "kind", "sellers");
  private static final List<String> SCOPE =
      List.of("products", "servicedBy", "except", "customers", "customersOf");
  private static final List<String> ALL =
      with("allowedFrom", "discount", "setsAside", "provided", "placedBy");

  private static List<String> with(String... more) {
    return Stream.concat(SCOPE.stream(), Stream.of(more)).toList();
  }

  List<Covenant> read(YamlNode list, List<Product> products) {
    List<YamlNode> places = list.elements();
    List<Covenant> rules = new ArrayList<>();
    for (YamlNode place : places) {
      rules.add(rule(place));
    }
    for (int i = 0; i < rules.size(); i++) {
      @Nullable String fault = CovenantReferences.fault(rules.get(i), rules, products);
      if (fault != null) {
        throw places.get(i).fault(fault);
      }
    }
    return rules;
  }

  /** Each kind has keys of its own; a key of another kind is unknown. */
  private Covenant rule(YamlNode place) {
    YamlNode kind = place.mapping(REQUIRED, ALL).get("kind");
    String word = kind.text();
    return switch (word) {
      case "forbids" -> forbids(place.mapping(REQUIRED, with("allowedFrom")));
      case "caps" -> caps(place.mapping(REQUIRED, with("discount")));
      case "permits" -> permits(place.mapping(REQUIRED, with("setsAside", "provided")));
      case "requires" -> requires(place.mapping(REQUIRED, with("provided", "placedBy")));
      default -> throw kind.fault(Quoted.of(word) + " is none of forbids, caps, permits, requires");
    };
  }

  private Covenant forbids(YamlMapping rule) {
    @Nullable LocalDate allowedFrom =
        rule.find("allowedFrom").map(AgreementFile::date).orElse(null);
    return new Covenant.Forbids(clauses.resolve(rule.get("clause")), scope(rule), allowedFrom);
  }

  private Covenant caps(YamlMapping rule) {
    @Nullable Discount highest =
        rule.find("discount")
            .map(place -> place.located(() -> Discount.parse(place.figure())))
            .orElse(null);
    return new Covenant.Caps(clauses.resolve(rule.get("clause")), scope(rule), highest);
  }

  private Covenant permits(YamlMapping rule) {
    int clause = clauses.resolve(rule.get("clause"));
    List<Integer> setsAside =
        rule.find("setsAside")
            .map(list -> list.elements().stream().map(clauses::resolve).toList())
            .orElse(List.of());
    @Nullable String provided = rule.find("provided").map(YamlNode::text).orElse(null);
    CovenantScope scope = scope(rule);
    return rule.self().located(() -> new Covenant.Permits(clause, scope, setsAside, provided));
  }

  private Covenant requires(YamlMapping rule) {
    @Nullable LocalDate placedBy = rule.find("placedBy").map(AgreementFile::date).orElse(null);
    return new Covenant.Requires(
        clauses.resolve(rule.get("clause")), scope(rule), rule.get("provided").text(), placedBy);
  }

  private CovenantScope scope(YamlMapping rule) {
    return new CovenantScope(
        CovenantsSection.names(rule.get("sellers"), names),
        products(rule),
        rule.find("customers").map(list -> CovenantsSection.names(list, names)).orElse(null),
        rule.find("customersOf").map(this::customersOf).orElse(null));
  }

  private PartyId customersOf(YamlNode place) {
    PartyId of = names.resolve(place, place.text(PartyId::new));
    if (!suppliers.contains(of)) {
      throw place.fault("no company of this file is a customer of " + of);
    }
    return of;
  }

  private @Nullable List<ProductId> products(YamlMapping rule) {
    Optional<YamlNode> listed = rule.find("products");
    Optional<YamlNode> servicedBy = rule.find("servicedBy");
    Optional<YamlNode> except = rule.find("except");
    if (listed.isPresent() && servicedBy.isPresent()) {
      throw servicedBy.get().fault("either products or servicedBy, not both");
    }
    if (except.isPresent() && servicedBy.isEmpty()) {
      throw except.get().fault("except goes with servicedBy");
    }
    if (servicedBy.isPresent()) {
      return serviced(servicedBy.get(), except.map(this::cardList).orElse(List.of()));
    }
    return listed.map(this::cardList).orElse(null);
  }

  private List<ProductId> serviced(YamlNode place, List<ProductId> except) {
    PartyId by = names.resolve(place, place.text(PartyId::new));
    List<ProductId> left =
        cards.stream()
            .filter(card -> by.equals(card.servicedBy()))
            .map(Card::id)
            .filter(id -> !except.contains(id))
            .toList();
    if (left.isEmpty()) {
      throw place.fault("no other card of this file is serviced by " + by);
    }
    return left;
  }

  private List<ProductId> cardList(YamlNode list) {
    Declarations<ProductId> named = new Declarations<>("in this list");
    List<ProductId> ids = new ArrayList<>();
    for (YamlNode card : list.elements()) {
      ids.add(named.declare(card, cardIds.resolve(card, card.text(ProductId::new))));
    }
    return ids;
  }
}
