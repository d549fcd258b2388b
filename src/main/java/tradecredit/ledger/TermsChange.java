package tradecredit.ledger;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.ProductId;
import tradecredit.agreement.Terms;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * What an amendment changes; null is what it leaves as it is.
 *
 * @param creditLimit the new limit; it may be below the balance
 * @param netDays the new net days, for invoices dated from the effective date on
 * @param discounts all pinned discounts from then on: one that is not here is pinned no more
 * @param thresholds the new thresholds
 */
public record TermsChange(
    @Nullable Money creditLimit,
    @Nullable Integer netDays,
    @Nullable Map<ProductId, Discount> discounts,
    @Nullable List<Integer> thresholds) {

  /** Refuses a change of nothing. */
  public TermsChange {
    if (creditLimit == null && netDays == null && discounts == null && thresholds == null) {
      throw new IllegalArgumentException("an amendment changes something");
    }
    discounts = discounts == null ? null : Collections.unmodifiableMap(inOrder(discounts));
    thresholds = thresholds == null ? null : List.copyOf(thresholds);
  }

  private static Map<ProductId, Discount> inOrder(Map<ProductId, Discount> discounts) {
    Map<ProductId, Discount> sorted = new TreeMap<>(Comparator.comparing(ProductId::value));
    sorted.putAll(discounts);
    return sorted;
  }

  /**
   * These terms with the change.
   *
   * @throws IllegalArgumentException if the net days or the thresholds are none that terms can have
   */
  public Terms on(Terms terms) {
    return new Terms(
        creditLimit == null ? terms.creditLimit() : creditLimit,
        netDays == null ? terms.netDays() : netDays,
        discounts == null ? terms.discounts() : discounts,
        terms.requiresGoodStanding(),
        thresholds == null ? terms.thresholds() : thresholds);
  }

  /** This change and then the later one, which has the last word. */
  TermsChange then(TermsChange later) {
    return new TermsChange(
        later.creditLimit == null ? creditLimit : later.creditLimit,
        later.netDays == null ? netDays : later.netDays,
        later.discounts == null ? discounts : later.discounts,
        later.thresholds == null ? thresholds : later.thresholds);
  }

  Netstrings addTo(Netstrings canonical) {
    canonical
        .add(creditLimit == null ? null : Long.toString(creditLimit.cents()))
        .add(netDays == null ? null : netDays.toString())
        .add(thresholds == null ? null : thresholds.toString());
    if (discounts != null) {
      discounts.forEach(
          (product, discount) -> canonical.add(product.value()).add(discount.basisPoints()));
    }
    return canonical.add(discounts == null ? null : "discounts");
  }
}
