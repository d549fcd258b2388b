package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import tradecredit.http.posting.PaymentBody;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;

/**
 * A credit note as posted.
 *
 * @param id its id
 * @param number its number
 * @param accountId on which account
 * @param sequence its entry
 * @param creditDate its effective date
 * @param reason why
 * @param currency ISO 4217
 * @param amount how much less is owed
 * @param allocations where it went
 * @param unappliedCredit what of it is applied to no invoice
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "CreditNote")
public record CreditNoteBody(
    String id,
    @ApiSchemas.DocumentNumber String number,
    String accountId,
    long sequence,
    LocalDate creditDate,
    String reason,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    List<PaymentBody.AllocationBody> allocations,
    @ApiSchemas.Amount String unappliedCredit,
    AccountStateBody account) {}
