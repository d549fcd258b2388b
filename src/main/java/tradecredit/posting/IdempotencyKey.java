package tradecredit.posting;

/**
 * What makes a submission the same one.
 *
 * @param party whose key it is
 * @param key the Idempotency-Key header
 * @param item which part of a file it answers for; empty for a whole request
 */
public record IdempotencyKey(String party, String key, String item) {}
