package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/**
 * What a payment is tested against, in order of precedence, and where it goes (design section 6).
 */
final class PaymentRules {

  private final Rules rules;
  private final OpenItems items;

  PaymentRules(Rules rules, OpenItems items) {
    this.rules = rules;
    this.items = items;
  }

  /** A part of a payment and the item it goes to. */
  record Application(OpenItem item, Money amount) {

    /**
     * The latest of the credit's date, the invoice's date, and the latest effective date among
     * earlier movements of the invoice and of the credit.
     *
     * <p>Example: a payment received on 1 June pays first an invoice of 3 June, then one of 20 May.
     * The first part is effective on 3 June; so is the second, because the credit has moved on that
     * day.
     *
     * @param creditMoved the latest effective date of the credit so far; at first its own date
     */
    LocalDate effectiveDate(LocalDate creditMoved) {
      return item.lastMovementDate().isAfter(creditMoved) ? item.lastMovementDate() : creditMoved;
    }
  }

  /** The first rule against it, or null. */
  @Nullable Refusal firstAgainst(PaymentPosting payment, LocalDate businessDate) {
    if (items.isTaken(payment.reference())) {
      return new Refusal.PaymentReferenceTaken(payment.reference().value());
    }
    Refusal refusal =
        EffectiveDates.refusal(payment.receivedDate(), rules.agreement(), businessDate);
    return refusal == null ? againstAllocations(payment) : refusal;
  }

  private @Nullable Refusal againstAllocations(PaymentPosting payment) {
    for (WantedAllocation wanted : payment.wanted()) {
      if (items.find(wanted.invoice()) == null) {
        return new Refusal.InvoiceUnknown(wanted.invoice().value());
      }
    }
    Money sum = Money.ZERO;
    for (WantedAllocation wanted : payment.wanted()) {
      Money allocatable = item(wanted).allocatable();
      if (wanted.amount().isGreaterThan(allocatable)) {
        return new Refusal.AllocationExceedsOpenAmount(
            wanted.invoice().value(), wanted.amount(), allocatable);
      }
      sum = sum.plus(wanted.amount());
    }
    return sum.isGreaterThan(payment.requested())
        ? new Refusal.AllocationsExceedPayment(sum, payment.requested())
        : null;
  }

  private OpenItem item(WantedAllocation wanted) {
    OpenItem item = items.find(wanted.invoice());
    if (item == null) {
      throw new IllegalStateException("invoice " + wanted.invoice() + " was found a moment ago");
    }
    return item;
  }

  /** Where an accepted payment goes: as wanted, or to the oldest items first. */
  List<Application> applications(PaymentPosting payment) {
    if (!payment.isAutomatic()) {
      return payment.wanted().stream()
          .map(wanted -> new Application(item(wanted), wanted.amount()))
          .toList();
    }
    List<Application> applications = new ArrayList<>();
    Money rest = payment.requested();
    for (OpenItem item : items.oldest(rest)) {
      Money part = rest.min(item.allocatable());
      applications.add(new Application(item, part));
      rest = rest.minus(part);
    }
    return applications;
  }
}
