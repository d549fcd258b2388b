package tradecredit.posting;

/**
 * What makes a submission the same one.
 *
 * @param party whose key it is
 * @param key the Idempotency-Key header
 * @param item which part of a file it answers for; empty for a whole request to an account
 */
public record IdempotencyKey(String party, String key, String item) {

  /** No part of a file has this name: those have a colon. */
  private static final String AGREEMENT = "agreement";

  /** No part of a file has this name either. */
  private static final String COUNTERPART = "agreement/counterpart";

  /** A key for what is on no account: its scope, and where its record lies, is the agreement. */
  public static IdempotencyKey ofAgreement(String party, String key) {
    return new IdempotencyKey(party, key, AGREEMENT);
  }

  /** Beside {@link #ofAgreement}: what the second of two accounts decided under the same key. */
  static IdempotencyKey ofCounterpart(String party, String key) {
    return new IdempotencyKey(party, key, COUNTERPART);
  }
}
