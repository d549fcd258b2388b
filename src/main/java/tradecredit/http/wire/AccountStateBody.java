package tradecredit.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import tradecredit.ledger.AccountState;

/**
 * The account as a posting left it, so that no poll follows.
 *
 * @param sequence the last entry
 * @param balance what the buyer owes
 * @param availableCredit credit limit less balance; negative when over
 * @param standing {@code good} or {@code notGood}
 */
@Serdeable
@Schema(name = "AccountState")
public record AccountStateBody(
    long sequence,
    @ApiSchemas.Amount String balance,
    @ApiSchemas.Amount String availableCredit,
    @ApiSchemas.Standing String standing) {

  /** The account as the posting's decision left it. */
  public static AccountStateBody of(AccountState state) {
    return new AccountStateBody(
        state.sequence(),
        state.balance().toString(),
        state.availableCredit().toString(),
        state.standing().wireName());
  }
}
