package tradecredit.ledger;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/** What wanted allocations are tested against: each names an invoice, each fits its open part. */
record AllocationRules(OpenItems items) {

  @Nullable Refusal firstAgainst(List<WantedAllocation> wanted) {
    return firstAgainst(wanted, Map.of());
  }

  /**
   * The first rule against them, or null.
   *
   * @param lifted what will be open again of invoices, by their entry, before these are applied
   */
  @Nullable Refusal firstAgainst(List<WantedAllocation> wanted, Map<Long, Money> lifted) {
    for (WantedAllocation one : wanted) {
      if (items.find(one.invoice()) == null) {
        return new Refusal.InvoiceUnknown(one.invoice().value());
      }
    }
    for (WantedAllocation one : wanted) {
      OpenItem item = items.named(one);
      Money most = item.allocatable().plus(lifted.getOrDefault(item.sequence(), Money.ZERO));
      if (one.amount().isGreaterThan(most)) {
        return new Refusal.AllocationExceedsOpenAmount(one.invoice().value(), one.amount(), most);
      }
    }
    return null;
  }
}
