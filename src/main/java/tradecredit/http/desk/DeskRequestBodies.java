package tradecredit.http.desk;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.http.posting.PaymentRequest;
import tradecredit.http.wire.ApiSchemas;

/** The acts of the credit desk as the OpenAPI document describes them; {@link DeskReader} reads. */
public final class DeskRequestBodies {

  private DeskRequestBodies() {}

  /**
   * A payment that bounced or was reversed.
   *
   * @param returnedDate not before it was received, not after the business date
   * @param reason as the bank gives it
   */
  @Schema(
      name = "PaymentReturnRequest",
      additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record PaymentReturnRequest(LocalDate returnedDate, @ApiSchemas.Reason String reason) {}

  /**
   * Where a payment or a credit note is to go.
   *
   * @param allocations all of them; empty leaves all of it unapplied
   */
  @Schema(
      name = "ReallocationRequest",
      additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record ReallocationRequest(
      @ArraySchema(maxItems = 1000) List<PaymentRequest.AllocationRequest> allocations) {}

  /**
   * A credit note.
   *
   * @param number the supplier's number, unique on the account for ever
   * @param creditDate its effective date
   * @param reason why
   * @param amount above 0.00
   * @param currency the account's currency; may be left out
   * @param invoiceNumber against which invoice alone; without it, oldest due date first
   */
  @ApiSchemas.Sent
  @Schema(name = "CreditNoteRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record CreditNoteRequest(
      @ApiSchemas.DocumentNumber String number,
      LocalDate creditDate,
      @ApiSchemas.Reason String reason,
      @ApiSchemas.Money String amount,
      @ApiSchemas.Currency @Nullable String currency,
      @ApiSchemas.DocumentNumber @Nullable String invoiceNumber) {}

  /**
   * A write-off to propose.
   *
   * @param invoiceNumber of which invoice
   * @param amount at most what is open and undisputed of it
   * @param currency the account's currency; may be left out
   * @param reason why
   */
  @ApiSchemas.Sent
  @Schema(name = "WriteOffRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record WriteOffRequest(
      @ApiSchemas.DocumentNumber String invoiceNumber,
      @ApiSchemas.Money String amount,
      @ApiSchemas.Currency @Nullable String currency,
      @ApiSchemas.Reason String reason) {}

  /**
   * The word on a proposal.
   *
   * @param decision {@code withdrawn} is for those who proposed it, the others are for the others
   * @param note what there is to say
   */
  @ApiSchemas.Sent
  @Schema(name = "ApprovalRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  public record ApprovalRequest(
      @ApiSchemas.Verdict String decision, @ApiSchemas.Reason @Nullable String note) {}

  /**
   * What is disputed of an invoice.
   *
   * @param amount the disputed part; without it, all that is open and undisputed
   * @param currency the account's currency; may be left out
   * @param reason what is wrong
   * @param cards which cards, by their serial numbers; in no other open dispute
   */
  @ApiSchemas.Sent
  @Schema(name = "DisputeRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record DisputeRequest(
      @ApiSchemas.Money @Nullable String amount,
      @ApiSchemas.Currency @Nullable String currency,
      @ApiSchemas.Reason String reason,
      @ArraySchema(maxItems = 200) @Nullable List<CardRangeBody> cards) {}

  /**
   * How a dispute ends.
   *
   * @param outcome whether the buyer is right, at least in part
   * @param amount what of the disputed part is credited; without it, all of it; not where rejected
   * @param currency the account's currency; may be left out
   * @param note what was found
   */
  @ApiSchemas.Sent
  @Schema(name = "ResolutionRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record ResolutionRequest(
      @ApiSchemas.DisputeOutcome String outcome,
      @ApiSchemas.Money @Nullable String amount,
      @ApiSchemas.Currency @Nullable String currency,
      @ApiSchemas.Reason @Nullable String note) {}

  /**
   * A hold.
   *
   * @param reason why new supply stops
   */
  @Schema(name = "HoldRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record HoldRequest(@ApiSchemas.Reason String reason) {}

  /**
   * A controller's note on a breach.
   *
   * @param note what is done about it
   */
  @Schema(
      name = "AcknowledgementRequest",
      additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record AcknowledgementRequest(@ApiSchemas.Reason String note) {}

  /**
   * Other terms; what is left out stays as it is, and something must change.
   *
   * @param effectiveDate from which day; not before the business date
   * @param reason why
   * @param creditLimit the new limit
   * @param netDays the new net days, for invoices dated from then on
   * @param discounts all pinned discounts from then on, in percent by product
   * @param thresholds the new thresholds, percents of the limit, each above the one before
   */
  @ApiSchemas.Sent
  @Schema(name = "AmendmentRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record AmendmentRequest(
      LocalDate effectiveDate,
      @ApiSchemas.Reason String reason,
      @ApiSchemas.Money @Nullable String creditLimit,
      @Schema(minimum = "0", maximum = "365") @Nullable Integer netDays,
      @Nullable Map<String, @ApiSchemas.Percent String> discounts,
      @ApiSchemas.Thresholds @Nullable List<Integer> thresholds) {}
}
