package tradecredit.http.agreement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import tradecredit.http.document.ApiAccess;
import tradecredit.http.document.ApiDocument;
import tradecredit.http.document.ApiErrors;
import tradecredit.http.wire.Problem;

/** How covenant checks are described in the OpenAPI document. */
final class CovenantApi {

  private CovenantApi() {}

  /** {@code POST /v1/agreements/{agreementId}/covenant-checks}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Ask whether a sale is allowed",
      description =
          """
      Whether the agreement's clauses allow this seller to sell this product to this customer at this discount on this day,
      or by which clauses not, and what would cure it. The answer is 200 either way; nothing is recorded and no Idempotency-Key
      is needed. `allowed` is null where it hangs on a discount that the agreement speaks of and nobody has stated: take it as
      not allowed until `undecidedBy` is cured. Sellers and customers are parties, groups or the companies of the agreement
      file; products are those of the accounts or its other cards.""",
      tags = ApiDocument.COVENANTS,
      requestBody =
          @RequestBody(
              required = true,
              description = "The sale",
              content =
                  @Content(
                      schema = @Schema(implementation = CovenantCheckRequest.class),
                      examples = {
                        @ExampleObject(name = "toACustomerOfKattosko", ref = "sale"),
                        @ExampleObject(name = "toQuickStop", ref = "saleToQuickStop")
                      })),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "What the clauses say",
            content =
                @Content(
                    schema = @Schema(implementation = CovenantCheckBody.class),
                    examples = {
                      @ExampleObject(name = "forbidden", ref = "saleForbidden"),
                      @ExampleObject(name = "setAside", ref = "saleAllowed"),
                      @ExampleObject(name = "undecided", ref = "saleUndecided")
                    })),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "unknown", ref = "saleUnknownNames")))
      })
  @ApiErrors.NoAgreement
  @ApiErrors.NotAcceptable
  @ApiErrors.OfJson
  @ApiErrors.Unavailable
  @ApiAccess.EveryRole
  @interface CheckCovenants {}
}
