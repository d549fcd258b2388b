package tradecredit.http.posting;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;

/**
 * An invoice to post, as the OpenAPI document describes it; {@link PostingReader} reads it.
 *
 * @param number the supplier's number, unique on the account for ever; a refused invoice does not
 *     take it
 * @param invoiceDate its effective date
 * @param currency the account's currency; may be left out
 * @param memo free text, at most 500 characters
 * @param lines 1 to 1000; their amounts sum to more than 0.00 and at most 9999999999.99
 * @param alreadyDelivered for cards that are delivered already; null or left out elsewhere, as in
 *     every batch
 */
@ApiSchemas.Sent
@Schema(
    name = "InvoiceRequest",
    description = "An invoice to post.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
public record InvoiceRequest(
    @ApiSchemas.DocumentNumber String number,
    LocalDate invoiceDate,
    @ApiSchemas.Currency @Nullable String currency,
    @ApiSchemas.Text @Nullable String memo,
    @ArraySchema(minItems = 1, maxItems = 1000) List<InvoiceLineRequest> lines,
    @JsonPropertyDescription(
            "for cards that are delivered already; null or left out elsewhere, as in every batch")
        @Nullable AlreadyDelivered alreadyDelivered) {

  /**
   * Cards that were delivered before the invoice was posted: the debt is a fact, so hold, standing
   * and limit do not stand against it. For a controller, one invoice at a time.
   *
   * @param reason how that came about
   */
  @Schema(
      name = "AlreadyDeliveredRequest",
      additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record AlreadyDelivered(@ApiSchemas.Reason String reason) {}

  /**
   * A line of an invoice to post.
   *
   * @param product a product of the agreement
   * @param faceValue what is printed on one card; above 0.00
   * @param quantity how many cards
   * @param discount in percent of the face value, from 0 to below 100
   * @param description free text, at most 500 characters
   */
  @ApiSchemas.Sent
  @Schema(
      name = "InvoiceLineRequest",
      additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record InvoiceLineRequest(
      @Schema(type = "string", pattern = ApiSchemas.SLUG, example = "auxer-direct") String product,
      @ApiSchemas.Money String faceValue,
      @Schema(minimum = "1", maximum = "1000000000", example = "2650") long quantity,
      @ApiSchemas.Percent String discount,
      @ApiSchemas.Text @Nullable String description) {}
}
