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

/** How write-offs are described in the OpenAPI document. */
final class WriteOffApi {

  private WriteOffApi() {}

  /** {@code POST /v1/accounts/{accountId}/write-offs}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Propose a write-off",
      description =
          """
      A controller of the supplier proposes to give up what is owed of an invoice. Nothing moves before another
      controller approves. The rules in order: `invoice-unknown`, `write-off-exceeds-open-amount` (422).""",
      tags = ApiDocument.CREDITS,
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
              description = "The write-off",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.WriteOff.class),
                      examples =
                          @ExampleObject(
                              name = "part",
                              summary = "A part of an invoice",
                              value = CreditExamples.WRITE_OFF))),
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = WriteOffBody.class),
                    examples =
                        @ExampleObject(
                            name = "proposed",
                            summary = "Proposed",
                            value = CreditExamples.WRITE_OFF_PROPOSED))),
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
                          summary = "No invoice",
                          value = CreditExamples.WRITE_OFF_MALFORMED),
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
                          name = "exceedsOpen",
                          summary = "More than is open",
                          value = CreditExamples.WRITE_OFF_EXCEEDS),
                      @ExampleObject(
                          name = "keyReused",
                          summary = "The key has answered another request",
                          value = ProblemExamples.KEY_REUSED)
                    }))
      })
  @ApiErrors.NoAccount
  @ApiErrors.NotAcceptable
  @ApiErrors.TooLarge
  @ApiErrors.NotJson
  @ApiErrors.Busy
  @ApiAccess.Controllers
  @interface ProposeWriteOff {}

  /** {@code POST /v1/accounts/{accountId}/write-offs/{writeOffId}/approval}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Decide a write-off",
      description =
          """
      Another controller than the proposer approves or declines it; the proposer may withdraw it. Approved, it is
      effective on the business date. The rules in order: `write-off-already-decided` (409), `approval-by-proposer`,
      `withdrawal-by-other`, `write-off-exceeds-open-amount` (422).""",
      tags = ApiDocument.CREDITS,
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
              description = "The decision",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.Approval.class),
                      examples =
                          @ExampleObject(
                              name = "withdrawn",
                              summary = "Withdrawn by the proposer",
                              value = CreditExamples.WITHDRAWAL))),
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = WriteOffDecisionBody.class),
                    examples =
                        @ExampleObject(
                            name = "withdrawn",
                            summary = "Withdrawn",
                            value = CreditExamples.WRITE_OFF_WITHDRAWN))),
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
                          summary = "A decision that there is not",
                          value = CreditExamples.APPROVAL_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
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
                        @ExampleObject(
                            name = "alreadyDecided",
                            summary = "It was decided before",
                            value = CreditExamples.WRITE_OFF_DECIDED))),
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
                          name = "byProposer",
                          summary = "The proposer approves",
                          value = CreditExamples.APPROVAL_BY_PROPOSER),
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
  @interface DecideWriteOff {}
}
