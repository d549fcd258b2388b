package tradecredit.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;

/**
 * No effective date before the agreement's, none after the business date; back-dating between is
 * allowed.
 */
final class EffectiveDates {

  private EffectiveDates() {}

  static @Nullable Refusal refusal(LocalDate date, Agreement agreement, LocalDate businessDate) {
    if (date.isBefore(agreement.effectiveDate())) {
      return new Refusal.EffectiveDateBeforeAgreement(date, agreement.effectiveDate());
    }
    return date.isAfter(businessDate)
        ? new Refusal.EffectiveDateInFuture(date, businessDate)
        : null;
  }
}
