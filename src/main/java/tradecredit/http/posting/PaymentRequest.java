package tradecredit.http.posting;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;

/**
 * A payment to post, as the OpenAPI document describes it; {@link PostingReader} reads it.
 *
 * @param reference the payer's reference, unique on the account for ever
 * @param receivedDate its effective date
 * @param method how it was paid, in a word
 * @param amount above 0.00
 * @param currency the account's currency; may be left out
 * @param allocations to which invoices; without it, oldest due date first; empty, to none
 */
@ApiSchemas.Sent
@Schema(
    name = "PaymentRequest",
    description = "A payment to post.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record PaymentRequest(
    @Schema(
            type = "string",
            pattern = ApiSchemas.PRINTABLE,
            minLength = 1,
            maxLength = 64,
            example = "CHK-2207")
        String reference,
    LocalDate receivedDate,
    @Schema(type = "string", pattern = "^[A-Za-z][A-Za-z0-9_-]{0,31}$", example = "check")
        String method,
    @ApiSchemas.Money String amount,
    @ApiSchemas.Currency @Nullable String currency,
    @ArraySchema(maxItems = 1000) @Nullable List<AllocationRequest> allocations) {

  /**
   * A part of a payment and the invoice it goes to.
   *
   * @param invoiceNumber an invoice of the account, named once
   * @param amount at most what is open and undisputed of it
   */
  @Schema(name = "AllocationRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  public record AllocationRequest(
      @ApiSchemas.DocumentNumber String invoiceNumber, @ApiSchemas.Money String amount) {}
}
