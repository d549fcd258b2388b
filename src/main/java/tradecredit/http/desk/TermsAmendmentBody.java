package tradecredit.http.desk;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.VerdictBody;

/**
 * Other terms, proposed by one side and decided by the other.
 *
 * @param id its id
 * @param accountId on which account
 * @param sequence its entry
 * @param side which side proposed it
 * @param effectiveDate from which day it is to hold
 * @param currency ISO 4217
 * @param creditLimit the new limit; null where it stays
 * @param netDays the new net days; null where they stay
 * @param discounts all pinned discounts from then on, in percent; null where they stay
 * @param thresholds the new thresholds; null where they stay
 * @param reason why
 * @param status where it stands
 * @param proposedBy who proposed it
 * @param proposedOn the book's day
 * @param decision what was decided; null while it is proposed
 * @param account the account as this posting left it; null where it is only read
 */
@Serdeable
@Schema(name = "TermsAmendment")
public record TermsAmendmentBody(
    String id,
    String accountId,
    long sequence,
    String side,
    LocalDate effectiveDate,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.AmendedLimit @Nullable String creditLimit,
    @Nullable Integer netDays,
    @Nullable Map<String, @ApiSchemas.Percent String> discounts,
    @Nullable List<Integer> thresholds,
    String reason,
    @ApiSchemas.ProposalStatus String status,
    String proposedBy,
    LocalDate proposedOn,
    @JsonPropertyDescription("what was decided; null while it is proposed")
        @Nullable VerdictBody decision,
    @ApiSchemas.AccountAfter @Nullable AccountStateBody account) {}
