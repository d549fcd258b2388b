package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;

/**
 * What was decided of a write-off.
 *
 * @param id its id
 * @param writeOffId the write-off
 * @param accountId on which account
 * @param sequence its entry
 * @param invoiceNumber the invoice's number
 * @param currency ISO 4217
 * @param amount what was proposed
 * @param decision {@code approved}: it is written off; {@code declined} or {@code withdrawn}: it is
 *     not
 * @param note what there was to say; null where nothing
 * @param decidedBy who
 * @param effectiveDate from which as-of date it counts
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "WriteOffDecision")
public record WriteOffDecisionBody(
    String id,
    String writeOffId,
    String accountId,
    long sequence,
    @ApiSchemas.DocumentNumber String invoiceNumber,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    @ApiSchemas.Verdict String decision,
    @Nullable String note,
    String decidedBy,
    LocalDate effectiveDate,
    AccountStateBody account) {}
