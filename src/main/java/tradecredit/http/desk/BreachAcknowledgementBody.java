package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import tradecredit.http.wire.AccountStateBody;

/**
 * A breach that a controller has seen.
 *
 * @param id its id
 * @param breachId the breach
 * @param accountId on which account
 * @param sequence its entry
 * @param note what is done about it
 * @param acknowledgedBy who
 * @param acknowledgedOn the book's day
 * @param account the account as this posting left it
 */
@Serdeable
@Schema(name = "BreachAcknowledgement")
public record BreachAcknowledgementBody(
    String id,
    String breachId,
    String accountId,
    long sequence,
    String note,
    String acknowledgedBy,
    LocalDate acknowledgedOn,
    AccountStateBody account) {}
