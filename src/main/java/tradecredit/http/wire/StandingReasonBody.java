package tradecredit.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import tradecredit.ledger.StandingReasons;
import tradecredit.money.Money;

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
    List<StandingReasonBody> list = new ArrayList<>();
    add(list, "past-due", reasons.pastDue(), "Pay the %s that is past due.");
    add(
        list,
        "over-limit",
        reasons.overLimit(),
        "Pay %s to bring the balance back to the credit limit.");
    add(
        list,
        "returned-payment",
        reasons.shortfall(),
        "Pay the %s of returned payments, or all that is owed if that is less.");
    return list;
  }

  private static void add(List<StandingReasonBody> list, String code, Money amount, String cure) {
    if (amount.isPositive()) {
      list.add(new StandingReasonBody(code, amount.toString(), cure.formatted(amount)));
    }
  }
}
