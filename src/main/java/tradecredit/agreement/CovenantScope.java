package tradecredit.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sales a covenant is about: those that all four parts cover.
 *
 * @param sellers who is bound or entitled; a group stands for its members
 * @param products which cards; null for any
 * @param customers sold to whom; null for anybody
 * @param customersOf sold to a customer of whom; null for anybody
 */
public record CovenantScope(
    List<PartyId> sellers,
    @Nullable List<ProductId> products,
    @Nullable List<PartyId> customers,
    @Nullable PartyId customersOf) {

  /**
   * Holds the scope with its own copies of the lists.
   *
   * @throws IllegalArgumentException if a list is empty
   */
  public CovenantScope {
    sellers = Required.elements("the sellers of a covenant", sellers);
    products = products == null ? null : Required.elements("the products of a covenant", products);
    customers =
        customers == null ? null : Required.elements("the customers of a covenant", customers);
  }
}
