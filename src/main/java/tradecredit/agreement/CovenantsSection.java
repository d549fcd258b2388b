package tradecredit.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file's optional {@code covenants}: whom and which cards the clauses name, and what each says.
 *
 * @param parties who are parties and groups
 * @param clauses which clauses there are
 * @param products what is invoiced on the accounts
 */
record CovenantsSection(PartiesSection parties, ClausesSection clauses, ProductsSection products) {

  private static final List<String> KEYS = List.of("rules");
  private static final List<String> OPTIONAL_KEYS = List.of("companies", "cards");
  private static final List<String> COMPANY_KEYS = List.of("id", "name");
  private static final List<String> OPTIONAL_COMPANY_KEYS = List.of("customerOf");
  private static final List<String> CARD_KEYS = List.of("id");
  private static final List<String> OPTIONAL_CARD_KEYS = List.of("name", "servicedBy");

  Covenants read(YamlMapping root) {
    return root.find("covenants")
        .map(place -> covenants(place.mapping(KEYS, OPTIONAL_KEYS)))
        .orElse(Covenants.NONE);
  }

  private Covenants covenants(YamlMapping section) {
    Declarations<PartyId> names = parties.ids().widened("a party, group or company");
    List<Company> companies =
        section.find("companies").map(list -> companies(list, names)).orElse(List.of());
    Declarations<ProductId> cardIds = products.ids().widened("a product or card");
    List<Card> cards =
        section.find("cards").map(list -> cards(list, cardIds, names)).orElse(List.of());
    CovenantRules rules = new CovenantRules(clauses, names, cardIds, suppliers(companies), cards);
    return new Covenants(companies, cards, rules.read(section.get("rules"), products.products()));
  }

  /** Whoever has customers; a group has those of its members. */
  private Set<PartyId> suppliers(List<Company> companies) {
    Set<PartyId> suppliers = new HashSet<>();
    companies.forEach(company -> suppliers.addAll(company.customerOf()));
    for (PartyGroup group : parties.groups()) {
      if (!Collections.disjoint(group.members(), suppliers)) {
        suppliers.add(group.id());
      }
    }
    return suppliers;
  }

  /** All names first: a company may be the customer of one that is written further down. */
  private static List<Company> companies(YamlNode list, Declarations<PartyId> names) {
    for (YamlNode element : list.elements()) {
      YamlNode id = element.mapping(COMPANY_KEYS, OPTIONAL_COMPANY_KEYS).get("id");
      names.declare(id, id.text(PartyId::new));
    }
    List<Company> companies = new ArrayList<>();
    for (YamlNode element : list.elements()) {
      YamlMapping company = element.mapping(COMPANY_KEYS, OPTIONAL_COMPANY_KEYS);
      List<PartyId> customerOf =
          company.find("customerOf").map(of -> names(of, names)).orElse(List.of());
      companies.add(
          new Company(
              company.get("id").text(PartyId::new), company.get("name").text(), customerOf));
    }
    return companies;
  }

  /** A list of parties, groups and companies, each once. */
  static List<PartyId> names(YamlNode list, Declarations<PartyId> known) {
    Declarations<PartyId> named = new Declarations<>("in this list");
    List<PartyId> names = new ArrayList<>();
    for (YamlNode name : list.elements()) {
      names.add(named.declare(name, known.resolve(name, name.text(PartyId::new))));
    }
    return names;
  }

  private List<Card> cards(
      YamlNode list, Declarations<ProductId> cardIds, Declarations<PartyId> names) {
    Declarations<ProductId> named = new Declarations<>("in this list");
    List<Card> cards = new ArrayList<>();
    for (YamlNode element : list.elements()) {
      YamlMapping card = element.mapping(CARD_KEYS, OPTIONAL_CARD_KEYS);
      YamlNode place = card.get("id");
      ProductId id = named.declare(place, place.text(ProductId::new));
      @Nullable PartyId servicedBy =
          card.find("servicedBy").map(by -> names.resolve(by, by.text(PartyId::new))).orElse(null);
      cards.add(new Card(id, name(card, id, cardIds), servicedBy));
    }
    return cards;
  }

  /** A product has its name already; any other card brings one, and is known from here on. */
  private String name(YamlMapping card, ProductId id, Declarations<ProductId> cardIds) {
    Optional<YamlNode> written = card.find("name");
    Optional<Product> product =
        products.products().stream().filter(each -> each.id().equals(id)).findFirst();
    if (product.isEmpty()) {
      cardIds.declare(card.get("id"), id);
      return card.get("name").text();
    }
    if (written.isPresent()) {
      throw written.get().fault("the product \"" + id + "\" has a name already");
    }
    return product.get().name();
  }
}
