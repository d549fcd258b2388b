package tradecredit.agreement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file's {@code products}. */
record ProductsSection(List<Product> products, Declarations<ProductId> ids) {

  private static final List<String> KEYS = List.of("id", "name", "soldOn");
  private static final List<String> OPTIONAL_KEYS = List.of("restriction");
  private static final List<String> RESTRICTION_KEYS = List.of("clause", "allowedFrom", "reason");

  static ProductsSection read(
      YamlNode section, Declarations<AccountId> accountIds, ClausesSection clauses) {
    Declarations<ProductId> ids = new Declarations<>("a product");
    List<Product> products = new ArrayList<>();
    for (YamlNode element : section.elements()) {
      YamlMapping product = element.mapping(KEYS, OPTIONAL_KEYS);
      YamlNode id = product.get("id");
      @Nullable Restriction restriction =
          product.find("restriction").map(place -> restriction(place, clauses)).orElse(null);
      products.add(
          new Product(
              ids.declare(id, id.text(ProductId::new)),
              product.get("name").text(),
              soldOn(product.get("soldOn"), accountIds),
              restriction));
    }
    return new ProductsSection(products, ids);
  }

  private static List<AccountId> soldOn(YamlNode list, Declarations<AccountId> accountIds) {
    Declarations<AccountId> named = new Declarations<>("in this list");
    List<AccountId> soldOn = new ArrayList<>();
    for (YamlNode account : list.elements()) {
      soldOn.add(named.declare(account, accountIds.resolve(account, account.text(AccountId::new))));
    }
    return soldOn;
  }

  private static Restriction restriction(YamlNode place, ClausesSection clauses) {
    YamlMapping restriction = place.mapping(RESTRICTION_KEYS, List.of());
    return new Restriction(
        clauses.resolve(restriction.get("clause")),
        AgreementFile.date(restriction.get("allowedFrom")),
        restriction.get("reason").text());
  }

  /** Reads a product that is in this file and may be invoiced on the account. */
  ProductId resolve(YamlNode place, AccountId account) {
    ProductId id = ids.resolve(place, place.located(() -> new ProductId(place.key())));
    for (Product product : products) {
      if (product.id().equals(id) && !product.isSoldOn(account)) {
        throw place.fault("\"" + id + "\" is not sold on " + account);
      }
    }
    return id;
  }
}
