package tradecredit.access;

import java.time.Instant;

/**
 * An event as it stands in its chain for ever.
 *
 * @param sequence its number in the chain of its account, or in that of the rest: 1, 2, 3 …
 * @param recordedAt when, strictly increasing in a chain
 * @param event what
 * @param previousHash the hash of the record before it in its chain, zeros before the first
 * @param hash its own
 */
public record AuditRecord(
    long sequence, Instant recordedAt, AuditEvent event, String previousHash, String hash) {}
