package tradecredit.posting;

import java.time.Instant;

/**
 * Which key was answered by which decisions; the answer is rebuilt from those.
 *
 * @param key the key
 * @param digest the payload's digest
 * @param firstDecision the first decision's number on the account; 0 for a file, whose groups have
 *     their own
 * @param decisions how many decisions in a row
 * @param recordedAt when; it may be forgotten 72 hours later
 */
public record KeyRecord(
    IdempotencyKey key, String digest, long firstDecision, int decisions, Instant recordedAt) {}
