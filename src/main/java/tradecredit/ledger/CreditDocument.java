package tradecredit.ledger;

import java.time.LocalDate;
import java.util.List;
import tradecredit.money.Money;

/**
 * A document that is money to the buyer's credit: applied to invoices, wholly, in part or not at
 * all, and applied anew later.
 */
public sealed interface CreditDocument extends Document
    permits Document.Payment, DeskDocument.CreditNote {

  /** How much it is. */
  Money amount();

  /** From which as-of date it counts. */
  LocalDate creditedOn();

  /** Where it was applied when it was posted. */
  List<Document.Allocation> allocations();

  /** What was applied to no invoice when it was posted. */
  default Money unapplied() {
    return allocations().stream().map(Allocation::amount).reduce(amount(), Money::minus);
  }

  /** The latest effective date among its movements when it was posted. */
  default LocalDate lastMovementDate() {
    return allocations().stream().map(Allocation::effectiveDate).reduce(creditedOn(), Later::of);
  }
}
