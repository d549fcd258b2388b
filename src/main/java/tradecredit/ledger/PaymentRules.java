package tradecredit.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Money;

/** What a payment is tested against, in order of precedence (design section 6). */
record PaymentRules(Rules rules, OpenItems items) {

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
    Refusal refusal = new AllocationRules(items).firstAgainst(payment.wanted());
    Money sum = WantedAllocation.sum(payment.wanted());
    return refusal == null && sum.isGreaterThan(payment.requested())
        ? new Refusal.AllocationsExceedPayment(sum, payment.requested(), Act.PAYMENT)
        : refusal;
  }
}
