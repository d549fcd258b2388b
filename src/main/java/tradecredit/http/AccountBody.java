package tradecredit.http;

import io.micronaut.serde.annotation.Serdeable;
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
public record AccountBody(long sequence, String balance, String availableCredit, String standing) {

  static AccountBody of(AccountState state) {
    return new AccountBody(
        state.sequence(), state.balance().toString(), state.availableCredit().toString(),
        state.standing().wireName());
  }
}
