package tradecredit.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/** The file's {@code accounts} with their terms. */
record AccountsSection(PartiesSection parties, ClausesSection clauses, ProductsSection products) {

  private static final List<String> KEYS = List.of("id", "supplier", "buyer", "clause", "terms");
  private static final List<String> TERMS_KEYS =
      List.of("creditLimit", "netDays", "discounts", "requiresGoodStanding");
  private static final List<String> OPTIONAL_TERMS_KEYS = List.of("thresholds");

  /** The names alone, first: products name accounts, and discounts of accounts name products. */
  static Declarations<AccountId> declare(YamlNode section) {
    Declarations<AccountId> ids = new Declarations<>("an account");
    for (YamlNode element : section.elements()) {
      YamlNode id = element.mapping(KEYS, List.of()).get("id");
      ids.declare(id, id.text(AccountId::new));
    }
    return ids;
  }

  List<TradingAccount> read(YamlNode section) {
    return section.elements().stream().map(this::account).toList();
  }

  private TradingAccount account(YamlNode place) {
    YamlMapping account = place.mapping(KEYS, List.of());
    AccountId id = account.get("id").text(AccountId::new);
    PartyId supplier = side(account.get("supplier"));
    PartyId buyer = side(account.get("buyer"));
    int clause = clauses.resolve(account.get("clause"));
    if (new Sides(parties.groups()).overlap(supplier, buyer)) {
      throw place.fault(supplier + " and " + buyer + " are not two sides: a party is on both");
    }
    return new TradingAccount(id, supplier, buyer, clause, terms(account.get("terms"), id));
  }

  private PartyId side(YamlNode place) {
    return parties.ids().resolve(place, place.text(PartyId::new));
  }

  private Terms terms(YamlNode place, AccountId account) {
    YamlMapping terms = place.mapping(TERMS_KEYS, OPTIONAL_TERMS_KEYS);
    YamlNode creditLimit = terms.get("creditLimit");
    String amount = creditLimit.figure();
    return new Terms(
        creditLimit.located(() -> Money.parse(amount)),
        terms.get("netDays").wholeNumber(0, Terms.MAXIMUM_NET_DAYS),
        discounts(terms.get("discounts"), account),
        terms.get("requiresGoodStanding").flag(),
        terms.find("thresholds").map(AccountsSection::thresholds).orElse(Terms.DEFAULT_THRESHOLDS));
  }

  private Map<ProductId, Discount> discounts(YamlNode place, AccountId account) {
    Map<ProductId, Discount> discounts = new LinkedHashMap<>();
    for (YamlNode.KeyedValue entry : place.entries()) {
      ProductId product = products.resolve(entry.key(), account);
      String percent = entry.value().figure();
      discounts.put(product, entry.value().located(() -> Discount.parse(percent)));
    }
    return discounts;
  }

  private static List<Integer> thresholds(YamlNode place) {
    List<Integer> percents =
        place.elements().stream().map(percent -> percent.wholeNumber(1, 100)).toList();
    return place.located(() -> Terms.ascendingPercents(percents));
  }
}
