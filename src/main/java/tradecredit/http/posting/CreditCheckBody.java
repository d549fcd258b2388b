package tradecredit.http.posting;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Problem;
import tradecredit.http.wire.RefusalProblems;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Refusal;

/**
 * The decision an invoice would get now. Nothing is posted, no decision is kept, and the number is
 * not taken.
 *
 * @param outcome {@code accepted} or {@code refused}
 * @param code why refused; null where accepted
 * @param requested the invoice's total
 * @param balance the balance now
 * @param creditLimit the limit in force
 * @param termsVersion the version of the terms in force
 * @param standing the standing now
 * @param businessDate the book's day
 * @param recordedAt the moment it was looked at
 * @param principal who asks
 * @param problem what the posting would be answered, with its remedies; null where accepted
 */
@Serdeable
@Schema(name = "CreditCheck")
public record CreditCheckBody(
    @ApiSchemas.Outcome String outcome,
    @Nullable String code,
    @ApiSchemas.Amount String requested,
    @ApiSchemas.Amount String balance,
    @ApiSchemas.Amount String creditLimit,
    int termsVersion,
    @ApiSchemas.Standing String standing,
    LocalDate businessDate,
    Instant recordedAt,
    String principal,
    @JsonPropertyDescription(
            "what the posting would be answered, with its remedies; null where accepted")
        @Nullable Problem problem) {

  static CreditCheckBody of(Outcome outcome, String path) {
    Decision decision = outcome.decision();
    Refusal refusal = decision.refusal();
    return new CreditCheckBody(
        refusal == null ? "accepted" : "refused",
        refusal == null ? null : refusal.code().code(),
        decision.requested().toString(),
        decision.balance().toString(),
        decision.creditLimit().toString(),
        decision.termsVersion(),
        decision.standing().wireName(),
        decision.businessDate(),
        decision.recordedAt(),
        decision.principal(),
        refusal == null ? null : RefusalProblems.of(refusal, path));
  }
}
