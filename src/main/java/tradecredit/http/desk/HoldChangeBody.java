package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;

/**
 * A hold as it was placed or lifted.
 *
 * @param id its id
 * @param accountId on which account
 * @param sequence the entry that placed or lifted it
 * @param status {@code placed} or {@code lifted}
 * @param reason why it was placed
 * @param by who placed or lifted it
 * @param on the book's day
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "HoldChange")
public record HoldChangeBody(
    String id,
    String accountId,
    long sequence,
    @ApiSchemas.HoldStatus String status,
    String reason,
    String by,
    LocalDate on,
    AccountStateBody account) {}
