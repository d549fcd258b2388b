package tradecredit.http.keys;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditRecord;
import tradecredit.http.wire.ApiSchemas;

/**
 * Something that was done or denied. Records are chained: by account, and those that concern none
 * in a chain of their own.
 *
 * @param accountId the account it concerns, whose chain it is in; null for the chain of the rest
 * @param sequence its number in its chain
 * @param recordedAt when
 * @param principal who: a principal, {@code anonymous} where nobody proved who they are, or {@code
 *     service}
 * @param party the principal's party
 * @param action what
 * @param object to what
 * @param outcome what came of it
 * @param concerns the party it concerns beside the principal's own; * for all; null for none
 * @param requestId in which request: the X-Request-Id of its answer
 * @param detail what else is worth knowing
 * @param previousHash the hash of the record before it in its chain; zeros before the first
 * @param hash the SHA-256 of {@code previousHash} and, as netstrings, chain, sequence, recordedAt,
 *     party, principal, action, object, outcome, concerns, requestId and detail
 */
@Schema(name = "AuditRecord")
@Serdeable
public record AuditRecordBody(
    @Nullable String accountId,
    long sequence,
    Instant recordedAt,
    String principal,
    @Nullable String party,
    String action,
    String object,
    @ApiSchemas.AuditOutcome String outcome,
    @Nullable String concerns,
    String requestId,
    @Nullable String detail,
    @ApiSchemas.Sha256 String previousHash,
    @ApiSchemas.Sha256 String hash) {

  static AuditRecordBody of(AuditRecord record) {
    AuditEvent event = record.event();
    return new AuditRecordBody(
        event.account() == null ? null : event.account().value(),
        record.sequence(),
        record.recordedAt(),
        event.principal(),
        event.party(),
        event.action(),
        event.object(),
        event.outcome().wireName(),
        event.concerns(),
        event.requestId(),
        event.detail(),
        record.previousHash(),
        record.hash());
  }
}
