package tradecredit.http.note;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;

/**
 * The promissory note to record, as the OpenAPI document describes it; {@link NoteReader} reads it.
 *
 * @param principal the sum of the note: at least a cent for each instalment
 * @param currency the agreement's currency; may be left out
 */
@ApiSchemas.Sent
@Schema(
    name = "PromissoryNoteRequest",
    description = "The promissory note to record.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record PromissoryNoteRequest(
    @ApiSchemas.Money String principal, @ApiSchemas.Currency @Nullable String currency) {

  /**
   * A payment on the note.
   *
   * @param reference the payer's reference, unique on the note for ever
   * @param receivedDate when it was received; it counts from then, or from when a return re-opened
   *     what it goes to
   * @param method how it was paid, in a word
   * @param amount above 0.00, at most what is unpaid of the note
   * @param currency the agreement's currency; may be left out
   * @param allocations to which instalments, to the cent; without it, oldest due date first
   */
  @ApiSchemas.Sent
  @Schema(
      name = "NotePaymentRequest",
      description = "A payment on the promissory note.",
      additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record NotePaymentRequest(
      @Schema(
              type = "string",
              pattern = ApiSchemas.PRINTABLE,
              minLength = 1,
              maxLength = 64,
              example = "NOTE-1")
          String reference,
      LocalDate receivedDate,
      @Schema(type = "string", pattern = "^[A-Za-z][A-Za-z0-9_-]{0,31}$", example = "wire")
          String method,
      @ApiSchemas.Money String amount,
      @ApiSchemas.Currency @Nullable String currency,
      @ArraySchema(maxItems = 360) @Nullable List<NoteAllocationRequest> allocations) {}

  /**
   * A payment on the note that bounced or was reversed.
   *
   * @param returnedDate not before it was received, not after the business date
   * @param reason as the bank gives it
   */
  @Schema(
      name = "NotePaymentReturnRequest",
      additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record NotePaymentReturnRequest(LocalDate returnedDate, @ApiSchemas.Reason String reason) {}

  /**
   * A part of a payment and the instalment it goes to.
   *
   * @param instalment its number, named once
   * @param amount at most what is unpaid of it
   */
  @Schema(
      name = "NoteAllocationRequest",
      additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record NoteAllocationRequest(
      @Schema(minimum = "1", maximum = "360") int instalment, @ApiSchemas.Money String amount) {}
}
