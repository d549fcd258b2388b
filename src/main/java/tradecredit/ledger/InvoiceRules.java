package tradecredit.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Product;
import tradecredit.agreement.Restriction;
import tradecredit.agreement.Terms;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/** What an invoice is tested against, in order of precedence (design section 6). */
record InvoiceRules(Rules rules, OpenItems items) {

  /** The first rule against it, or null. */
  @Nullable Refusal firstAgainst(InvoicePosting invoice, Position position, DueSchedule schedule) {
    if (items.isTaken(invoice.number())) {
      return new Refusal.InvoiceNumberTaken(invoice.number().value());
    }
    Refusal refusal =
        EffectiveDates.refusal(invoice.invoiceDate(), rules.agreement(), position.businessDate());
    if (refusal == null) {
      refusal = againstProducts(invoice);
    }
    if (refusal == null) {
      refusal = againstDiscounts(invoice);
    }
    return refusal == null && invoice.alreadyDelivered() == null
        ? againstSupply(invoice, position, schedule)
        : refusal;
  }

  /**
   * What stands against new supply. Cards that are delivered already are a debt as a matter of
   * fact: they are recorded, and what stands against them shows as breach and standing.
   */
  private @Nullable Refusal againstSupply(
      InvoicePosting invoice, Position position, DueSchedule schedule) {
    Hold hold = position.hold();
    if (hold != null) {
      return new Refusal.AccountOnHold(hold.reason(), hold.since());
    }
    Terms inForce = rules.termsOn(position.businessDate());
    Refusal refusal = againstStanding(position, inForce);
    return refusal == null ? againstLimit(invoice, position, schedule, inForce) : refusal;
  }

  private @Nullable Refusal againstProducts(InvoicePosting invoice) {
    for (int line = 0; line < invoice.lines().size(); line++) {
      Product product = product(invoice.lines().get(line));
      if (!product.isSoldOn(rules.account().id())) {
        return new Refusal.ProductRestricted(line, product.id(), rules.account().clause(), null);
      }
      Restriction restriction = product.restriction();
      if (restriction != null && restriction.forbids(invoice.invoiceDate())) {
        return new Refusal.ProductRestricted(
            line, product.id(), restriction.clause(), restriction.allowedFrom());
      }
    }
    return null;
  }

  private Product product(InvoiceLine line) {
    return rules
        .agreement()
        .product(line.product())
        .orElseThrow(
            () -> new IllegalArgumentException("the agreement knows no product " + line.product()));
  }

  private @Nullable Refusal againstDiscounts(InvoicePosting invoice) {
    LocalDate date = invoice.invoiceDate();
    for (int line = 0; line < invoice.lines().size(); line++) {
      InvoiceLine wanted = invoice.lines().get(line);
      Discount current = rules.termsOn(date).discounts().get(wanted.product());
      if (current != null && !current.equals(wanted.discount())) {
        return new Refusal.DiscountNotCurrent(
            line, wanted.product(), wanted.discount(), current, rules.account().clause());
      }
    }
    return null;
  }

  private @Nullable Refusal againstStanding(Position position, Terms inForce) {
    StandingReasons reasons = position.reasons(inForce);
    return inForce.requiresGoodStanding() && reasons.standing() == Standing.NOT_GOOD
        ? new Refusal.NotInGoodStanding(reasons, rules.account().clause())
        : null;
  }

  /** Exactly at the limit is allowed; one cent over is not. */
  private @Nullable Refusal againstLimit(
      InvoicePosting invoice, Position position, DueSchedule schedule, Terms inForce) {
    Money limit = inForce.creditLimit();
    Money after = position.balance().plus(invoice.requested());
    if (!after.isGreaterThan(limit)) {
      return null;
    }
    LocalDate room = schedule.firstDateWithRoom(position.businessDate(), after, rules.terms());
    return new Refusal.CreditLimitExceeded(
        position.balance(), limit, invoice.requested(), room, rules.account().clause());
  }
}
