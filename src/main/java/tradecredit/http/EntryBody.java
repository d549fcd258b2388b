package tradecredit.http;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.Entry;

/**
 * The immutable record of a posting.
 *
 * @param sequence 1, 2, 3 ... without gaps
 * @param kind {@code invoice}, {@code payment} ...
 * @param amount signed: an invoice is positive, a payment negative
 * @param balanceBefore the previous entry's balanceAfter
 * @param balanceAfter balanceBefore + amount
 * @param effectiveDate when it counts
 * @param businessDate the book's day when it was recorded
 * @param recordedAt when the book learned it; strictly increasing
 * @param principal who posted it
 * @param document what it records
 * @param previousHash the previous entry's hash
 * @param hash SHA-256 over the previous hash and the entry with its document
 */
@Serdeable
public record EntryBody(
    long sequence,
    String kind,
    String amount,
    String balanceBefore,
    String balanceAfter,
    LocalDate effectiveDate,
    LocalDate businessDate,
    Instant recordedAt,
    String principal,
    DocumentReference document,
    String previousHash,
    String hash) {

  /** Which document. */
  @Serdeable
  public record DocumentReference(String type, String id, String number) {}

  static EntryBody of(Entry entry) {
    DocumentReference document =
        new DocumentReference(
            entry.act().wireName(), DocumentId.of(entry.account(), entry.act(), entry.sequence()).toString(),
            entry.documentNumber());
    return new EntryBody(
        entry.sequence(), entry.act().wireName(), entry.amount().toString(), entry.balanceBefore().toString(),
        entry.balanceAfter().toString(), entry.effectiveDate(), entry.businessDate(), entry.recordedAt(),
        entry.principal(), document, entry.previousHash(), entry.hash());
  }
}
