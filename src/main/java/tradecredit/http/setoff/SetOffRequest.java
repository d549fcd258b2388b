package tradecredit.http.setoff;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.posting.PaymentRequest;
import tradecredit.http.wire.ApiSchemas;

/**
 * A set-off to propose, as the OpenAPI document describes it; {@link SetOffReader} reads it.
 *
 * @param reason why
 * @param currency the accounts' currency; may be left out
 * @param accounts two accounts on which the same two sides stand, each as supplier of one; what is
 *     named of both comes to the same amount
 */
@ApiSchemas.Sent
@Schema(
    name = "SetOffRequest",
    description = "A set-off to propose.",
    additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record SetOffRequest(
    @ApiSchemas.Reason String reason,
    @ApiSchemas.Currency @Nullable String currency,
    @ArraySchema(minItems = 2, maxItems = 2) List<SetOffHalfRequest> accounts) {

  /**
   * What is to be netted on one account.
   *
   * @param accountId which account
   * @param allocations which invoices and how much of each; at most what is open and undisputed
   */
  @Schema(name = "SetOffHalfRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record SetOffHalfRequest(
      @Schema(type = "string", pattern = ApiSchemas.SLUG, example = "auxer-to-kattosko")
          String accountId,
      @ArraySchema(minItems = 1, maxItems = 1000)
          List<PaymentRequest.AllocationRequest> allocations) {}
}
