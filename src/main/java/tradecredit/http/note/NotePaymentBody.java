package tradecredit.http.note;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tradecredit.agreement.Agreement;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.note.NoteAllocation;
import tradecredit.note.NoteDecision;
import tradecredit.note.NoteEntry;
import tradecredit.note.NotePayment;

/**
 * A payment on the promissory note as recorded.
 *
 * @param id its id: the number of its entry
 * @param agreementId which agreement
 * @param sequence its entry on the note
 * @param reference the payer's reference
 * @param receivedDate when it was received
 * @param effectiveDate from which as-of date it counts: the received date, or, where that is later,
 *     the day from which a return counts that had re-opened an instalment it goes to
 * @param method how it was paid
 * @param currency ISO 4217
 * @param amount what was paid
 * @param allocations the instalments it went to
 * @param recordedAt when it was recorded
 * @param recordedBy by whom
 * @param note the note as this payment left it
 */
@Serdeable
@Schema(name = "NotePayment")
public record NotePaymentBody(
    String id,
    String agreementId,
    long sequence,
    String reference,
    LocalDate receivedDate,
    LocalDate effectiveDate,
    String method,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    List<NoteAllocationBody> allocations,
    Instant recordedAt,
    String recordedBy,
    NoteStateBody note) {

  /**
   * A part of a payment and the instalment it went to.
   *
   * @param instalment its number
   * @param amount how much went to it
   */
  @Serdeable
  @Schema(name = "NoteAllocation")
  public record NoteAllocationBody(int instalment, @ApiSchemas.Amount String amount) {

    static List<NoteAllocationBody> of(List<NoteAllocation> allocations) {
      return allocations.stream()
          .map(each -> new NoteAllocationBody(each.instalment(), each.amount().toString()))
          .toList();
    }
  }

  /**
   * The note as a decision left it.
   *
   * @param sequence its last entry
   * @param unpaid what was unpaid of all instalments, whatever the day
   */
  @Serdeable
  @Schema(name = "NoteState")
  public record NoteStateBody(long sequence, @ApiSchemas.Amount String unpaid) {

    static NoteStateBody of(NoteDecision decision) {
      return new NoteStateBody(decision.noteSequence(), decision.unpaid().toString());
    }
  }

  static NotePaymentBody of(
      Agreement agreement, NoteDecision decision, NoteEntry entry, NotePayment payment) {
    return new NotePaymentBody(
        Long.toString(entry.sequence()),
        agreement.id().value(),
        entry.sequence(),
        payment.reference().value(),
        payment.receivedDate(),
        entry.effectiveDate(),
        payment.method(),
        agreement.currency().getCurrencyCode(),
        payment.amount().toString(),
        NoteAllocationBody.of(payment.allocations()),
        entry.recordedAt(),
        entry.recordedBy(),
        NoteStateBody.of(decision));
  }
}
