package tradecredit.http.desk;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.VerdictBody;

/**
 * A write-off: proposed by one controller, decided by another.
 *
 * @param id its id
 * @param accountId on which account
 * @param sequence its entry
 * @param invoiceId the invoice
 * @param invoiceNumber the invoice's number
 * @param currency ISO 4217
 * @param amount how much of what is owed is given up
 * @param reason why
 * @param status where it stands
 * @param proposedBy who proposed it
 * @param proposedOn the book's day
 * @param decision what was decided; null while it is proposed
 * @param account the account as this posting left it; null where it is only read
 */
@Serdeable
@Schema(name = "WriteOff")
public record WriteOffBody(
    String id,
    String accountId,
    long sequence,
    String invoiceId,
    @ApiSchemas.DocumentNumber String invoiceNumber,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    String reason,
    @ApiSchemas.ProposalStatus String status,
    String proposedBy,
    LocalDate proposedOn,
    @JsonPropertyDescription("what was decided; null while it is proposed")
        @Nullable VerdictBody decision,
    @ApiSchemas.AccountAfter @Nullable AccountStateBody account) {}
