package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import tradecredit.http.posting.PaymentBody;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;

/**
 * A returned payment.
 *
 * @param id its id
 * @param paymentId the payment
 * @param reference the payment's reference
 * @param accountId on which account
 * @param sequence its entry
 * @param returnedDate when it was returned
 * @param effectiveDate from which as-of date it counts: the returned date, or, where that is later,
 *     when the payment was taken off an invoice again or one that it had paid was moved after that
 * @param reason as the bank gives it
 * @param currency ISO 4217
 * @param amount the payment's amount
 * @param reopened the invoices that are open again, by what the payment had paid of them
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "PaymentReturn")
public record PaymentReturnBody(
    String id,
    String paymentId,
    String reference,
    String accountId,
    long sequence,
    LocalDate returnedDate,
    LocalDate effectiveDate,
    String reason,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    List<PaymentBody.AllocationBody> reopened,
    AccountStateBody account) {}
