package tradecredit.inquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;

/**
 * A payment as it is now.
 *
 * @param sequence its entry
 * @param reference the payer's reference
 * @param receivedDate its effective date
 * @param method how it was paid
 * @param amount what was paid
 * @param unapplied what is applied to no invoice; zero of a returned one
 * @param applied where it is applied
 * @param returned how it bounced or was reversed; null where it was not
 */
public record PaymentReading(
    long sequence,
    PaymentReference reference,
    LocalDate receivedDate,
    String method,
    Money amount,
    Money unapplied,
    AppliedCredit applied,
    @Nullable Returned returned) {

  /**
   * A return.
   *
   * @param sequence its entry
   * @param returnedDate when
   * @param effectiveDate from which as-of date it counts, which may be later
   * @param reason as the bank gave it
   */
  public record Returned(
      long sequence, LocalDate returnedDate, LocalDate effectiveDate, String reason) {}
}
