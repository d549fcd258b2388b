package tradecredit.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tradecredit.ledger.StandingReasons;

/**
 * A reason against good standing.
 *
 * @param code {@code past-due}, {@code over-limit} or {@code returned-payment}
 * @param amount how much
 * @param cure what would cure it
 */
@Serdeable
@Schema(name = "StandingReason")
public record StandingReasonBody(
    @ApiSchemas.ReasonCode String code, @ApiSchemas.Amount String amount, String cure) {

  /** What stands against it, each with its cure. */
  public static List<StandingReasonBody> of(StandingReasons reasons) {
    return reasons.list().stream()
        .map(
            reason ->
                new StandingReasonBody(
                    reason.code().wireName(), reason.amount().toString(), reason.cure()))
        .toList();
  }
}
