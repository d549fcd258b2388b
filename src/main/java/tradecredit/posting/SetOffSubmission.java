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
public record SetOffSubmission(
    Caller caller, String key, String digest, HalfSubmission first, HalfSubmission second) {

  /** What is asked of one of the accounts. */
  public record HalfSubmission(TradingAccount account, SetOffPosting posting) {}

  /** Under which the first account's decision is found again. */
  IdempotencyKey firstKey() {
    return IdempotencyKey.ofAgreement(caller.party(), key);
  }

  /** Under which the second account's decision is found again. */
  IdempotencyKey secondKey() {
    return IdempotencyKey.ofCounterpart(caller.party(), key);
  }

  /**
   * The same under the scope that its key had before 29 November 2026: the caller's side of the
   * first account, {@code auxer-telecom} where it is {@code seller} of the agreement now. Keys that
   * were put on record so are asked for until they are swept: {@code
   * tradecredit.idempotency.retention} after the last service that wrote them has stopped, on 2
   * December 2026 at the earliest. From then on nothing needs this.
   */
  SetOffSubmission asOnceScoped() {
    Caller once = new Caller(first.posting().side(), caller.principal(), caller.unprovedKey());
    return new SetOffSubmission(once, key, digest, first, second);
  }
}
