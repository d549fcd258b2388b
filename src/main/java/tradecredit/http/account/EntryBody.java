package tradecredit.http.account;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import tradecredit.http.wire.ApiSchemas;
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
@Schema(name = "Entry")
public record EntryBody(
    long sequence,
    @ApiSchemas.Kind String kind,
    @ApiSchemas.Amount String amount,
    @ApiSchemas.Amount String balanceBefore,
    @ApiSchemas.Amount String balanceAfter,
    LocalDate effectiveDate,
    LocalDate businessDate,
    Instant recordedAt,
    String principal,
    DocumentReference document,
    @ApiSchemas.Sha256 String previousHash,
    @ApiSchemas.Sha256 String hash) {

  /**
   * Which document.
   *
   * @param type {@code invoice}, {@code payment} ...
   * @param id its id
   * @param number its number or reference
   */
  @Serdeable
  @Schema(name = "DocumentReference")
  public record DocumentReference(@ApiSchemas.Kind String type, String id, String number) {}

  static EntryBody of(Entry entry) {
    DocumentReference document =
        new DocumentReference(
            entry.act().wireName(),
            DocumentId.of(entry.account(), entry.act(), entry.sequence()).toString(),
            entry.documentNumber());
    return new EntryBody(
        entry.sequence(),
        entry.act().wireName(),
        entry.amount().toString(),
        entry.balanceBefore().toString(),
        entry.balanceAfter().toString(),
        entry.effectiveDate(),
        entry.businessDate(),
        entry.recordedAt(),
        entry.principal(),
        document,
        entry.previousHash(),
        entry.hash());
  }
}
