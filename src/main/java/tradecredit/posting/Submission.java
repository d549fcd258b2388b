package tradecredit.posting;

import java.util.List;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Posting;

/**
 * One request to an account's lane: one posting, or a batch under one key.
 *
 * @param account which lane
 * @param caller who submits it
 * @param key its idempotency key
 * @param digest of method, path, content type and canonical payload
 * @param mode whether its postings stand or fall together
 * @param postings what to post, in order; at least one
 */
public record Submission(
    AccountId account,
    Caller caller,
    IdempotencyKey key,
    String digest,
    Mode mode,
    List<? extends Posting> postings) {

  /** Whether its postings stand or fall together. */
  public enum Mode {
    /** Each posting has its own outcome. */
    INDEPENDENT,
    /** All are posted, or none. Only for invoices. */
    ATOMIC
  }

  /** Refuses an empty submission. */
  public Submission {
    postings = List.copyOf(postings);
    if (postings.isEmpty()) {
      throw new IllegalArgumentException("a submission has at least one posting");
    }
  }
}
