package tradecredit.http.note;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tradecredit.agreement.Agreement;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.note.NoteDecision;
import tradecredit.note.NoteEntry;
import tradecredit.note.NotePaymentReturn;

/**
 * The return of a payment on the promissory note as recorded.
 *
 * @param paymentId the payment
 * @param agreementId which agreement
 * @param sequence its entry on the note
 * @param reference the payment's reference
 * @param returnedDate when it was returned
 * @param effectiveDate from which as-of date it counts: the returned date, or that of the payment
 *     where it is later
 * @param reason as the bank gives it
 * @param currency ISO 4217
 * @param amount the payment's amount
 * @param reopened what is unpaid again, by its instalment
 * @param recordedAt when it was recorded
 * @param recordedBy by whom
 * @param note the note as this return left it
 */
@Serdeable
@Schema(name = "NotePaymentReturn")
public record NotePaymentReturnBody(
    String paymentId,
    String agreementId,
    long sequence,
    String reference,
    LocalDate returnedDate,
    LocalDate effectiveDate,
    String reason,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    List<NotePaymentBody.NoteAllocationBody> reopened,
    Instant recordedAt,
    String recordedBy,
    NotePaymentBody.NoteStateBody note) {

  static NotePaymentReturnBody of(
      Agreement agreement, NoteDecision decision, NoteEntry entry, NotePaymentReturn returned) {
    return new NotePaymentReturnBody(
        Long.toString(returned.paymentSequence()),
        agreement.id().value(),
        entry.sequence(),
        returned.reference().value(),
        returned.returnedDate(),
        entry.effectiveDate(),
        returned.reason(),
        agreement.currency().getCurrencyCode(),
        returned.amount().toString(),
        NotePaymentBody.NoteAllocationBody.of(returned.reopened()),
        entry.recordedAt(),
        entry.recordedBy(),
        NotePaymentBody.NoteStateBody.of(decision));
  }
}
