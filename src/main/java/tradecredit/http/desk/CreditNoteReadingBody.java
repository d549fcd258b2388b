package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.http.posting.PaymentBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.CreditNoteReading;
import tradecredit.ledger.Act;
import tradecredit.ledger.DocumentId;

/**
 * A credit note as it is now.
 *
 * @param id its id
 * @param number its number
 * @param accountId on which account
 * @param sequence its entry
 * @param creditDate its effective date
 * @param reason why
 * @param currency ISO 4217
 * @param amount how much less is owed
 * @param unappliedCredit what of it is applied to no invoice
 * @param allocations where it is applied now; on a page, the first 100 invoices
 * @param allocationsOmitted how many invoices more it is applied to
 * @param disputeResolutionId the resolution that upheld a dispute and is this credit note; null of
 *     all others
 */
@Serdeable
@Schema(name = "CreditNoteReading")
public record CreditNoteReadingBody(
    String id,
    @ApiSchemas.DocumentNumber String number,
    String accountId,
    long sequence,
    LocalDate creditDate,
    String reason,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    @ApiSchemas.Amount String unappliedCredit,
    List<PaymentBody.AllocationBody> allocations,
    long allocationsOmitted,
    @Nullable String disputeResolutionId) {

  static CreditNoteReadingBody of(AccountId account, String currency, CreditNoteReading reading) {
    return new CreditNoteReadingBody(
        DocumentId.of(account, Act.CREDIT_NOTE, reading.sequence()).toString(),
        reading.number().value(),
        account.value(),
        reading.sequence(),
        reading.creditDate(),
        reading.reason(),
        currency,
        reading.amount().toString(),
        reading.unapplied().toString(),
        PaymentBody.AllocationBody.of(account, reading.applied()),
        reading.applied().omitted(),
        reading.number().isOfResolution()
            ? DocumentId.of(account, Act.DISPUTE_RESOLUTION, reading.sequence()).toString()
            : null);
  }
}
