package tradecredit.http.note;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.NoteRecord;
import tradecredit.note.NoteAllocation;
import tradecredit.note.NoteDocument;
import tradecredit.note.NoteEntry;
import tradecredit.note.NotePayment;
import tradecredit.note.NotePaymentReturn;
import tradecredit.note.PromissoryNote;

/**
 * An entry of the promissory note: immutable, numbered without gaps, chained by its hash.
 *
 * @param sequence 1 is the note itself; 2, 3 … its payments, by which they are returned, and their
 *     returns
 * @param kind {@code note}, {@code payment} or {@code paymentReturn}
 * @param amount by how much it changed what is unpaid
 * @param unpaidBefore what was unpaid before it
 * @param unpaidAfter and after it
 * @param effectiveDate when it counts
 * @param recordedAt when the book learned it
 * @param recordedBy who recorded it
 * @param document what it records: the note, or a payment or its return by the reference
 * @param allocations of a payment, the instalments it went to, which its return re-opens; else
 *     empty
 * @param previousHash the hash of the entry before; zeros for the first
 * @param hash its own
 */
@Serdeable
@Schema(name = "NoteEntry")
public record NoteEntryBody(
    long sequence,
    @Schema(
            type = "string",
            allowableValues = {"note", "payment", "paymentReturn"})
        String kind,
    @ApiSchemas.Amount String amount,
    @ApiSchemas.Amount String unpaidBefore,
    @ApiSchemas.Amount String unpaidAfter,
    LocalDate effectiveDate,
    Instant recordedAt,
    String recordedBy,
    NoteDocumentBody document,
    List<NotePaymentBody.NoteAllocationBody> allocations,
    @ApiSchemas.Sha256 String previousHash,
    @ApiSchemas.Sha256 String hash) {

  /**
   * What an entry of the note records.
   *
   * @param type {@code promissoryNote}, {@code notePayment} or {@code notePaymentReturn}
   * @param number {@code promissory-note}, or the payment's reference
   */
  @Serdeable
  @Schema(name = "NoteDocument")
  public record NoteDocumentBody(
      @Schema(
              type = "string",
              allowableValues = {"promissoryNote", "notePayment", "notePaymentReturn"})
          String type,
      String number) {

    static NoteDocumentBody of(NoteDocument document) {
      return switch (document) {
        case PromissoryNote note -> new NoteDocumentBody("promissoryNote", note.documentNumber());
        case NotePayment payment -> new NoteDocumentBody("notePayment", payment.documentNumber());
        case NotePaymentReturn returned ->
            new NoteDocumentBody("notePaymentReturn", returned.documentNumber());
      };
    }
  }

  private static List<NoteAllocation> allocations(NoteDocument document) {
    return switch (document) {
      case PromissoryNote ignored -> List.of();
      case NotePayment payment -> payment.allocations();
      case NotePaymentReturn returned -> returned.reopened();
    };
  }

  static NoteEntryBody of(NoteRecord written) {
    NoteEntry entry = written.entry();
    return new NoteEntryBody(
        entry.sequence(),
        entry.act().wireName(),
        entry.amount().toString(),
        entry.unpaidBefore().toString(),
        entry.unpaidAfter().toString(),
        entry.effectiveDate(),
        entry.recordedAt(),
        entry.recordedBy(),
        NoteDocumentBody.of(written.document()),
        NotePaymentBody.NoteAllocationBody.of(allocations(written.document())),
        entry.previousHash(),
        entry.hash());
  }

  /**
   * A page of entries of the note.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "NoteEntryPage")
  record NoteEntryPage(
      List<NoteEntryBody> items, @org.jspecify.annotations.Nullable String nextCursor) {}
}
