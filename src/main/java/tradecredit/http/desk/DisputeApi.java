package tradecredit.http.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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
import tradecredit.http.document.ProblemExamples;
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
      parameters =
          @Parameter(
              name = ApiDocument.KEY,
              in = ParameterIn.HEADER,
              description = ApiDocument.ABOUT_KEY,
              required = true,
              schema =
                  @Schema(
                      type = "string",
                      pattern = ApiDocument.KEY_PATTERN,
                      minLength = 1,
                      maxLength = 255),
              example = ApiDocument.KEY_SAMPLE),
      requestBody =
          @RequestBody(
              required = true,
              description = "What is disputed",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.Dispute.class),
                      examples =
                          @ExampleObject(
                              name = "part",
                              summary = "A part, with the cards",
                              value = DisputeExamples.DISPUTE))),
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = DisputeBody.class),
                    examples =
                        @ExampleObject(
                            name = "opened",
                            summary = "Opened",
                            value = DisputeExamples.DISPUTE_OPENED))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(
                          name = "malformed",
                          summary = "Cards that count downwards",
                          value = DisputeExamples.DISPUTE_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
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
                      @ExampleObject(
                          name = "cardsInDispute",
                          summary = "Some of the cards are in another dispute",
                          value = DisputeExamples.CARDS_IN_DISPUTE),
                      @ExampleObject(
                          name = "exceedsOpen",
                          summary = "More than is open",
                          value = DisputeExamples.DISPUTE_EXCEEDS),
                      @ExampleObject(
                          name = "keyReused",
                          summary = "The key has answered another request",
                          value = ProblemExamples.KEY_REUSED)
                    }))
      })
  @ApiErrors.NoDocument
  @ApiErrors.NotAcceptable
  @ApiErrors.TooLarge
  @ApiErrors.NotJson
  @ApiErrors.Busy
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
      parameters =
          @Parameter(
              name = ApiDocument.KEY,
              in = ParameterIn.HEADER,
              description = ApiDocument.ABOUT_KEY,
              required = true,
              schema =
                  @Schema(
                      type = "string",
                      pattern = ApiDocument.KEY_PATTERN,
                      minLength = 1,
                      maxLength = 255),
              example = ApiDocument.KEY_SAMPLE),
      requestBody =
          @RequestBody(
              required = true,
              description = "How it ends",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.Resolution.class),
                      examples =
                          @ExampleObject(
                              name = "upheld",
                              summary = "Upheld in part",
                              value = DisputeExamples.RESOLUTION))),
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = DisputeResolutionBody.class),
                    examples =
                        @ExampleObject(
                            name = "upheld",
                            summary = "Upheld in part",
                            value = DisputeExamples.RESOLVED))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(
                          name = "malformed",
                          summary = "An outcome that there is not",
                          value = DisputeExamples.RESOLUTION_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
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
                        @ExampleObject(
                            name = "alreadyResolved",
                            summary = "It was resolved before",
                            value = DisputeExamples.ALREADY_RESOLVED))),
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
                      @ExampleObject(
                          name = "creditExceeds",
                          summary = "More than was disputed",
                          value = DisputeExamples.CREDIT_EXCEEDS),
                      @ExampleObject(
                          name = "keyReused",
                          summary = "The key has answered another request",
                          value = ProblemExamples.KEY_REUSED)
                    }))
      })
  @ApiErrors.NoDocument
  @ApiErrors.NotAcceptable
  @ApiErrors.TooLarge
  @ApiErrors.NotJson
  @ApiErrors.Busy
  @ApiAccess.Controllers
  @interface ResolveDispute {}
}
