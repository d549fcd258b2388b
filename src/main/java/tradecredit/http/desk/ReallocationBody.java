package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import tradecredit.http.posting.PaymentBody;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;

/**
 * A payment applied anew.
 *
 * @param id its id
 * @param paymentId the payment
 * @param reference the payment's reference
 * @param accountId on which account
 * @param sequence its entry
 * @param effectiveDate from which as-of date it counts: the business date it was made on
 * @param currency ISO 4217
 * @param lifted where the payment was applied before
 * @param allocations where all of it is applied now
 * @param unappliedCredit what of it is applied to no invoice
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "Reallocation")
public record ReallocationBody(
    String id,
    String paymentId,
    String reference,
    String accountId,
    long sequence,
    LocalDate effectiveDate,
    @ApiSchemas.Currency String currency,
    List<PaymentBody.AllocationBody> lifted,
    List<PaymentBody.AllocationBody> allocations,
    @ApiSchemas.Amount String unappliedCredit,
    AccountStateBody account) {}
