package tradecredit.http.desk;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.http.posting.PaymentBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.PaymentReading;
import tradecredit.ledger.Act;
import tradecredit.ledger.DocumentId;

/**
 * A payment as it is now.
 *
 * @param id its id
 * @param reference the payer's reference
 * @param accountId on which account
 * @param sequence its entry
 * @param receivedDate its effective date
 * @param method how it was paid
 * @param currency ISO 4217
 * @param amount what was paid
 * @param unappliedCredit what is applied to no invoice; {@code 0.00} of a returned payment
 * @param allocations where it is applied now; on a page, the first 100 invoices
 * @param allocationsOmitted how many invoices more it is applied to
 * @param returned how it bounced or was reversed; null where it was not
 */
@Serdeable
@Schema(name = "PaymentReading")
public record PaymentReadingBody(
    String id,
    @ApiSchemas.DocumentNumber String reference,
    String accountId,
    long sequence,
    LocalDate receivedDate,
    String method,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    @ApiSchemas.Amount String unappliedCredit,
    List<PaymentBody.AllocationBody> allocations,
    long allocationsOmitted,
    @JsonPropertyDescription("how it bounced or was reversed; null where it was not")
        @Nullable ReturnedBody returned) {

  /**
   * How a payment was returned.
   *
   * @param id the return's id
   * @param sequence its entry
   * @param returnedDate when
   * @param effectiveDate from which as-of date it counts: the returned date, or, where that is
   *     later, when the payment was taken off an invoice again or one that it had paid was moved
   *     after that
   * @param reason as the bank gave it
   */
  @Serdeable
  @Schema(name = "ReturnOfPayment")
  public record ReturnedBody(
      String id, long sequence, LocalDate returnedDate, LocalDate effectiveDate, String reason) {}

  static PaymentReadingBody of(AccountId account, String currency, PaymentReading reading) {
    return new PaymentReadingBody(
        DocumentId.of(account, Act.PAYMENT, reading.sequence()).toString(),
        reading.reference().value(),
        account.value(),
        reading.sequence(),
        reading.receivedDate(),
        reading.method(),
        currency,
        reading.amount().toString(),
        reading.unapplied().toString(),
        PaymentBody.AllocationBody.of(account, reading.applied()),
        reading.applied().omitted(),
        returned(account, reading.returned()));
  }

  private static @Nullable ReturnedBody returned(
      AccountId account, PaymentReading.@Nullable Returned returned) {
    return returned == null
        ? null
        : new ReturnedBody(
            DocumentId.of(account, Act.PAYMENT_RETURN, returned.sequence()).toString(),
            returned.sequence(),
            returned.returnedDate(),
            returned.effectiveDate(),
            returned.reason());
  }
}
