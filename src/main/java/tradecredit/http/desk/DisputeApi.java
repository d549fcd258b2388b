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

/** How disputes are described in the OpenAPI document. */
final class DisputeApi {

  private DisputeApi() {}

  /** {@code POST /v1/accounts/{accountId}/invoices/{invoiceId}/disputes}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Dispute an invoice",
      description =
          """
      The buyer claims that a part of the goods, or all, was not in good working condition (clauses 5 and 6). The
      disputed part leaves past-due and standing and no payment is allocated to it, but it stays in the balance.
      Without an amount, all that is open and undisputed is disputed. The rules in order: `dispute-exceeds-open-
      amount`, `cards-in-dispute` (422).""",
      tags = ApiDocument.DISPUTES,
      requestBody =
          @RequestBody(
              required = true,
              description = "What is disputed",
              content =
                  @Content(
                      schema = @Schema(implementation = DeskRequestBodies.DisputeRequest.class),
                      examples = @ExampleObject(name = "part", ref = "dispute"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The dispute",
            headers = {
              @Header(
                  name = ApiDocument.LOCATION,
                  description = ApiDocument.ABOUT_LOCATION,
                  schema = @Schema(type = "string", format = "uri-reference")),
              @Header(
                  name = ApiDocument.REPLAYED,
                  description = ApiDocument.ABOUT_REPLAYED,
                  schema = @Schema(type = "string", allowableValues = "true"))
            },
            content =
                @Content(
                    schema = @Schema(implementation = DisputeBody.class),
                    examples = @ExampleObject(name = "opened", ref = "disputeOpened"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "disputeMalformed"),
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
                      @ExampleObject(name = "cardsInDispute", ref = "cardsInDispute"),
                      @ExampleObject(name = "exceedsOpen", ref = "disputeExceeds"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoDocument
  @ApiErrors.OfPosting
  @ApiAccess.Controllers
  @interface OpenDispute {}

  /** {@code POST /v1/accounts/{accountId}/disputes/{disputeId}/resolution}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Resolve a dispute",
      description =
          """
      `upheld` credits the disputed part, or the amount of it that is given; what is not credited, and all that is
      `rejected`, is owed again with its original due date. Effective on the business date. The rules in order:
      `dispute-already-resolved` (409), `credit-exceeds-dispute` (422).""",
      tags = ApiDocument.DISPUTES,
      requestBody =
          @RequestBody(
              required = true,
              description = "How it ends",
              content =
                  @Content(
                      schema = @Schema(implementation = DeskRequestBodies.ResolutionRequest.class),
                      examples = @ExampleObject(name = "upheld", ref = "resolution"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The resolution",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    schema = @Schema(implementation = DisputeResolutionBody.class),
                    examples = @ExampleObject(name = "upheld", ref = "disputeResolved"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "resolutionMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "It was resolved before",
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
                        @ExampleObject(name = "alreadyResolved", ref = "disputeAlreadyResolved"))),
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
                      @ExampleObject(name = "creditExceeds", ref = "creditExceeds"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoDocument
  @ApiErrors.OfPosting
  @ApiAccess.Controllers
  @interface ResolveDispute {}
}
