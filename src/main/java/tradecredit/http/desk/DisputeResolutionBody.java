package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;

/**
 * How a dispute ended.
 *
 * @param id its id
 * @param disputeId the dispute
 * @param accountId on which account
 * @param sequence its entry
 * @param invoiceId the invoice
 * @param invoiceNumber the invoice's number
 * @param currency ISO 4217
 * @param outcome {@code upheld} or {@code rejected}
 * @param disputed what was disputed
 * @param credited what of it was credited; the rest is owed again with its original due date
 * @param creditNote the credit note's number; null where nothing was credited
 * @param note what was found; null where nothing is said
 * @param resolvedBy who resolved it
 * @param effectiveDate from which as-of date it counts
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "DisputeResolution")
public record DisputeResolutionBody(
    String id,
    String disputeId,
    String accountId,
    long sequence,
    String invoiceId,
    @ApiSchemas.DocumentNumber String invoiceNumber,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.DisputeOutcome String outcome,
    @ApiSchemas.Amount String disputed,
    @ApiSchemas.Amount String credited,
    @Nullable String creditNote,
    @Nullable String note,
    String resolvedBy,
    LocalDate effectiveDate,
    AccountStateBody account) {}
