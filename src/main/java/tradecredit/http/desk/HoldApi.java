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

/** How holds and breaches are described in the OpenAPI document. */
final class HoldApi {

  private HoldApi() {}

  /** {@code POST /v1/accounts/{accountId}/hold}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Place a hold",
      description =
          """
      Stops new invoices on the account until it is lifted, whatever its standing. It never touches cards already in
      circulation (clause 7). `already-on-hold` is a 409.""",
      tags = ApiDocument.DESK,
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
              description = "Why",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.Hold.class),
                      examples =
                          @ExampleObject(
                              name = "hold",
                              summary = "While a delivery is looked into",
                              value = HoldExamples.HOLD))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The hold",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = HoldBody.class),
                    examples =
                        @ExampleObject(
                            name = "placed",
                            summary = "Placed",
                            value = HoldExamples.HOLD_PLACED))),
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
                          summary = "No reason",
                          value = HoldExamples.HOLD_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "There is a hold already",
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
                            name = "alreadyOnHold",
                            summary = "There is a hold already",
                            value = HoldExamples.ALREADY_ON_HOLD))),
        @ApiResponse(
            responseCode = "422",
            description = "The key has answered another request",
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
                            name = "keyReused",
                            summary = "The key has answered another request",
                            value = ProblemExamples.KEY_REUSED)))
      })
  @ApiErrors.NoAccount
  @ApiErrors.NotAcceptable
  @ApiErrors.TooLarge
  @ApiErrors.NotJson
  @ApiErrors.Busy
  @ApiAccess.Controllers
  @interface PlaceHold {}

  /** {@code DELETE /v1/accounts/{accountId}/hold}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Lift the hold",
      description =
          """
      New invoices are taken again, as far as standing and limit allow. `not-on-hold` is a 409. The key may be left out: such
      a request is not recognised when it is sent again, and then finds that there is no hold any more.""",
      tags = ApiDocument.DESK,
      parameters =
          @Parameter(
              name = ApiDocument.KEY,
              in = ParameterIn.HEADER,
              description =
                  "Names this act: 1 to 255 visible ASCII characters, a new one for each new act.",
              schema =
                  @Schema(
                      type = "string",
                      pattern = ApiDocument.KEY_PATTERN,
                      minLength = 1,
                      maxLength = 255),
              example = ApiDocument.KEY_SAMPLE),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The hold that was lifted",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = HoldBody.class),
                    examples =
                        @ExampleObject(
                            name = "lifted",
                            summary = "Lifted",
                            value = HoldExamples.HOLD_LIFTED))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples =
                        @ExampleObject(
                            name = "keyMalformed",
                            summary = "An Idempotency-Key that is none",
                            value = HoldExamples.KEY_MALFORMED))),
        @ApiResponse(
            responseCode = "409",
            description = "There is no hold",
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
                            name = "notOnHold",
                            summary = "There is no hold",
                            value = HoldExamples.NOT_ON_HOLD))),
        @ApiResponse(
            responseCode = "422",
            description = "The key has answered another request",
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
                            name = "keyReused",
                            summary = "The key has answered another request",
                            value = ProblemExamples.KEY_REUSED)))
      })
  @ApiErrors.NoAccount
  @ApiErrors.NotAcceptable
  @ApiErrors.Busy
  @ApiAccess.Controllers
  @interface LiftHold {}

  /** {@code POST /v1/accounts/{accountId}/breaches/{breachId}/acknowledgement}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Acknowledge a breach",
      description =
          """
      A controller of the supplier has seen it and says what is done about it. Once; `breach-already-acknowledged`
      is a 409.""",
      tags = ApiDocument.DESK,
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
              description = "What is done about it",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.Acknowledgement.class),
                      examples =
                          @ExampleObject(
                              name = "note",
                              summary = "A promise to pay",
                              value = HoldExamples.ACKNOWLEDGEMENT))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The acknowledgement",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = BreachAcknowledgementBody.class),
                    examples =
                        @ExampleObject(
                            name = "acknowledged",
                            summary = "Acknowledged",
                            value = HoldExamples.ACKNOWLEDGED))),
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
                          summary = "No note",
                          value = HoldExamples.ACKNOWLEDGEMENT_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "It was acknowledged before",
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
                            name = "alreadyAcknowledged",
                            summary = "It was acknowledged before",
                            value = HoldExamples.ALREADY_ACKNOWLEDGED))),
        @ApiResponse(
            responseCode = "422",
            description = "The key has answered another request",
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
                            name = "keyReused",
                            summary = "The key has answered another request",
                            value = ProblemExamples.KEY_REUSED)))
      })
  @ApiErrors.NoDocument
  @ApiErrors.NotAcceptable
  @ApiErrors.TooLarge
  @ApiErrors.NotJson
  @ApiErrors.Busy
  @ApiAccess.Controllers
  @interface AcknowledgeBreach {}
}
