package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;

/**
 * What was decided of an amendment.
 *
 * @param id its id
 * @param amendmentId the amendment
 * @param accountId on which account
 * @param sequence its entry
 * @param side which side decided
 * @param decision {@code approved}, {@code declined} or {@code withdrawn}
 * @param note what there was to say; null where nothing
 * @param termsVersion the version of the terms that it became; null where not approved
 * @param effectiveDate its first day: as proposed, or the day of the approval where that is later;
 *     null where not approved
 * @param decidedBy who
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "AmendmentDecision")
public record AmendmentDecisionBody(
    String id,
    String amendmentId,
    String accountId,
    long sequence,
    String side,
    @ApiSchemas.Verdict String decision,
    @Nullable String note,
    @Nullable Long termsVersion,
    @Nullable LocalDate effectiveDate,
    String decidedBy,
    AccountStateBody account) {}
