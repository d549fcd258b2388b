package tradecredit.posting;

import tradecredit.agreement.TradingAccount;
import tradecredit.ledger.SetOffPosting;

/**
 * One request that takes both accounts of a pair.
 *
 * @param caller who submits it
 * @param key the Idempotency-Key header; its scope is the agreement
 * @param digest of method, path, content type and canonical payload
 * @param first the half on the account whose id comes first
 * @param second the other half; both come to the same amount
 */
public record SetOffSubmission(Caller caller, String key, String digest, Half first, Half second) {

  /** What is asked of one of the accounts. */
  public record Half(TradingAccount account, SetOffPosting posting) {}

  /** Under which the first account's decision is found again. */
  IdempotencyKey firstKey() {
    return IdempotencyKey.ofAgreement(caller.party(), key);
  }

  /** Under which the second account's decision is found again. */
  IdempotencyKey secondKey() {
    return IdempotencyKey.ofCounterpart(caller.party(), key);
  }
}
