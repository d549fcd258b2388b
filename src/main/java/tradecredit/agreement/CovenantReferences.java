package tradecredit.agreement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules between the covenants of one agreement and its other parts. */
final class CovenantReferences {

  private final Covenants covenants;
  private final Set<PartyId> names;
  private final Set<ProductId> cards = new HashSet<>();
  private final List<Product> products;

  /** {@code sides}: every party and group. */
  CovenantReferences(Covenants covenants, Set<PartyId> sides, List<Product> products) {
    this.covenants = covenants;
    this.names = new HashSet<>(sides);
    this.products = products;
    products.forEach(product -> cards.add(product.id()));
  }

  /** The first fault, or null. */
  @Nullable String fault() {
    for (Company company : covenants.companies()) {
      if (!names.add(company.id())) {
        return "there are two parties, groups or companies " + company.id();
      }
    }
    covenants.cards().forEach(card -> cards.add(card.id()));
    return Stream.of(
            covenants.companies().stream().map(this::unknownIn),
            covenants.cards().stream().map(this::unknownIn),
            covenants.rules().stream().map(this::unknownIn),
            covenants.rules().stream().map(rule -> fault(rule, covenants.rules(), products)))
        .flatMap(faults -> faults.filter(fault -> fault != null))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String unknownIn(Company company) {
    return names.containsAll(company.customerOf())
        ? null
        : company.id() + " is a customer of somebody unknown";
  }

  private @Nullable String unknownIn(Card card) {
    PartyId servicedBy = card.servicedBy();
    return servicedBy == null || names.contains(servicedBy)
        ? null
        : card.id() + " is serviced by somebody unknown";
  }

  private @Nullable String unknownIn(Covenant rule) {
    CovenantScope scope = rule.scope();
    List<ProductId> named = scope.products();
    List<PartyId> customers = scope.customers();
    PartyId customersOf = scope.customersOf();
    boolean known =
        names.containsAll(scope.sellers())
            && (named == null || cards.containsAll(named))
            && (customers == null || names.containsAll(customers))
            && (customersOf == null || names.contains(customersOf));
    return known ? null : "a covenant of clause " + rule.clause() + " names somebody unknown";
  }

  /**
   * What is wrong between one rule and the others, or null: a clause that is set aside says
   * something, and what a clause holds back on the accounts it forbids until the same day.
   */
  static @Nullable String fault(Covenant rule, List<Covenant> rules, List<Product> products) {
    return switch (rule) {
      case Covenant.Permits permits -> setAsideForNothing(permits, rules);
      case Covenant.Forbids forbids -> otherThanRestricted(forbids, products);
      case Covenant.Caps ignored -> null;
      case Covenant.Requires ignored -> null;
    };
  }

  private static @Nullable String setAsideForNothing(
      Covenant.Permits permits, List<Covenant> rules) {
    for (int clause : permits.setsAside()) {
      boolean says =
          rules.stream()
              .anyMatch(
                  other ->
                      other.clause() == clause
                          && (other instanceof Covenant.Forbids || other instanceof Covenant.Caps));
      if (!says) {
        return "no rule of clause " + clause + " forbids or caps anything to set aside";
      }
    }
    return null;
  }

  private static @Nullable String otherThanRestricted(
      Covenant.Forbids forbids, List<Product> products) {
    List<ProductId> named = forbids.scope().products();
    for (Product product : products) {
      Restriction restriction = product.restriction();
      if (restriction != null
          && named != null
          && named.contains(product.id())
          && restriction.clause() == forbids.clause()
          && !restriction.allowedFrom().equals(forbids.allowedFrom())) {
        return "by the same clause %s may be invoiced from %s: allowedFrom is another day"
            .formatted(product.id(), restriction.allowedFrom());
      }
    }
    return null;
  }
}
