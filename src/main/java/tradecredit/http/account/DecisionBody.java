package tradecredit.http.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Refusal;

/**
 * What was asked, what was answered, and all that is needed to recompute it.
 *
 * @param number 1, 2, 3 ... per account, in the order of deciding
 * @param sequence the entry that followed; null where refused
 * @param act what was asked: the kind of its entry, or {@code invoiceBatch}
 * @param documentNumber for which number or reference
 * @param outcome {@code accepted} or {@code refused}
 * @param code why refused; null where accepted
 * @param requested the amount asked for
 * @param balance the balance before
 * @param creditLimit the limit in force
 * @param termsVersion the version of the terms in force
 * @param standing the standing before
 * @param businessDate the book's day
 * @param recordedAt when it was decided
 * @param principal who asked
 */
@Serdeable
@Schema(name = "Decision")
public record DecisionBody(
    long number,
    @Nullable Long sequence,
    @Schema(
            type = "string",
            allowableValues = {
              "invoice",
              "payment",
              "paymentReturn",
              "reallocation",
              "creditNote",
              "writeOff",
              "writeOffDecision",
              "dispute",
              "disputeResolution",
              "hold",
              "holdLift",
              "breachAcknowledgement",
              "termsAmendment",
              "amendmentDecision",
              "setOff",
              "setOffDecision",
              "invoiceBatch"
            })
        String act,
    String documentNumber,
    @ApiSchemas.Outcome String outcome,
    @Nullable String code,
    @ApiSchemas.Amount String requested,
    @ApiSchemas.Amount String balance,
    @ApiSchemas.Amount String creditLimit,
    int termsVersion,
    @ApiSchemas.Standing String standing,
    LocalDate businessDate,
    Instant recordedAt,
    String principal) {

  static DecisionBody of(Decision decision) {
    Refusal refusal = decision.refusal();
    return new DecisionBody(
        decision.number(),
        decision.sequence(),
        decision.act().wireName(),
        decision.documentNumber(),
        refusal == null ? "accepted" : "refused",
        refusal == null ? null : refusal.code().code(),
        decision.requested().toString(),
        decision.balance().toString(),
        decision.creditLimit().toString(),
        decision.termsVersion(),
        decision.standing().wireName(),
        decision.businessDate(),
        decision.recordedAt(),
        decision.principal());
  }
}
