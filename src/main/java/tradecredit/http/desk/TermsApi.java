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
              description = "The amendment",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.Amendment.class),
                      examples =
                          @ExampleObject(
                              name = "limit",
                              summary = "Another limit",
                              value = TermsExamples.AMENDMENT))),
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
                    schema = @Schema(implementation = TermsAmendmentBody.class),
                    examples =
                        @ExampleObject(
                            name = "proposed",
                            summary = "Proposed",
                            value = TermsExamples.PROPOSED))),
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
                          summary = "It changes nothing",
                          value = TermsExamples.AMENDMENT_MALFORMED),
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
                          name = "inPast",
                          summary = "From a day that is past",
                          value = TermsExamples.IN_PAST),
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
                              summary = "Withdrawn by the side that proposed it",
                              value = TermsExamples.WITHDRAWAL))),
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
                    schema = @Schema(implementation = AmendmentDecisionBody.class),
                    examples =
                        @ExampleObject(
                            name = "withdrawn",
                            summary = "Withdrawn",
                            value = TermsExamples.WITHDRAWN))),
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
                          value = TermsExamples.APPROVAL_MALFORMED),
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
                            value = TermsExamples.ALREADY_DECIDED))),
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
                          name = "bySameSide",
                          summary = "The proposing side approves",
                          value = TermsExamples.APPROVAL_BY_SAME_SIDE),
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
  @interface DecideTerms {}
}
