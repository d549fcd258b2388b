package tradecredit.http.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
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
import tradecredit.http.document.ApiParameters;
import tradecredit.http.wire.Problem;

/** How amendments of the terms are described in the OpenAPI document. */
final class TermsApi {

  private TermsApi() {}

  /** {@code POST /v1/accounts/{accountId}/terms-amendments}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Propose other terms",
      description =
          """
      A controller of one side proposes a new limit, net days, discounts or thresholds from a day on; what is left
      out stays. Discounts replace all that are pinned. Earlier invoices keep their due dates; a limit may be below
      the balance, which opens a breach when it begins. What is agreed already for a later day holds from that day on,
      whatever begins before it: each day's last word about a limit, net days, discounts or thresholds. Other
      terms begin on at most 366 days to come. The rules in order: `terms-effective-in-past`, `terms-not-possible` (422).""",
      tags = ApiDocument.TERMS,
      requestBody =
          @RequestBody(
              required = true,
              description = "The amendment",
              content =
                  @Content(
                      schema = @Schema(implementation = DeskRequestBodies.AmendmentRequest.class),
                      examples = @ExampleObject(name = "limit", ref = "amendment"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The proposal",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    schema = @Schema(implementation = TermsAmendmentBody.class),
                    examples = @ExampleObject(name = "proposed", ref = "amendmentProposed"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "amendmentMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
                    })),
        @ApiResponse(
            responseCode = "422",
            description = "A rule refuses it, or the key has answered another request",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "inPast", ref = "amendmentInPast"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoAccount
  @ApiErrors.OfPosting
  @ApiAccess.Controllers
  @interface ProposeTerms {}

  /** {@code POST /v1/accounts/{accountId}/terms-amendments/{amendmentId}/approval}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Decide an amendment",
      description =
          """
      The other side approves or declines it, never the side that proposed it, which may withdraw it. Approved, it
      holds from its effective date, or from the business date of the approval where that is later, and becomes a
      version of the terms; each later day that has agreed terms gets one more, which keeps what was agreed for it. The
      rules in order: `amendment-already-decided` (409), `approval-by-proposing-side`, `withdrawal-by-other`,
      `terms-not-possible` (422).""",
      tags = ApiDocument.TERMS,
      requestBody =
          @RequestBody(
              required = true,
              description = "The decision",
              content =
                  @Content(
                      schema = @Schema(implementation = DeskRequestBodies.ApprovalRequest.class),
                      examples = @ExampleObject(name = "withdrawn", ref = "amendmentWithdrawal"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The decision",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    schema = @Schema(implementation = AmendmentDecisionBody.class),
                    examples = @ExampleObject(name = "withdrawn", ref = "amendmentWithdrawn"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "amendmentApprovalMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "It was decided before",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples =
                        @ExampleObject(name = "alreadyDecided", ref = "amendmentAlreadyDecided"))),
        @ApiResponse(
            responseCode = "422",
            description = "A rule refuses it, or the key has answered another request",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "bySameSide", ref = "amendmentApprovalBySameSide"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoDocument
  @ApiErrors.OfPosting
  @ApiAccess.Controllers
  @interface DecideTerms {}
}
