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
import tradecredit.http.document.ApiParameters;
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
      requestBody =
          @RequestBody(
              required = true,
              description = "Why",
              content =
                  @Content(
                      schema = @Schema(implementation = DeskRequestBodies.HoldRequest.class),
                      examples = @ExampleObject(name = "hold", ref = "hold"))),
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
                    schema = @Schema(implementation = HoldChangeBody.class),
                    examples = @ExampleObject(name = "placed", ref = "holdPlaced"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "holdMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
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
                    examples = @ExampleObject(name = "alreadyOnHold", ref = "alreadyOnHold"))),
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
                    examples = @ExampleObject(name = "keyReused", ref = "keyReused")))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoAccount
  @ApiErrors.OfPosting
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
                    schema = @Schema(implementation = HoldChangeBody.class),
                    examples = @ExampleObject(name = "lifted", ref = "holdLifted"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "keyMalformed", ref = "keyMalformed"))),
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
                    examples = @ExampleObject(name = "notOnHold", ref = "notOnHold"))),
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
                    examples = @ExampleObject(name = "keyReused", ref = "keyReused")))
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
      requestBody =
          @RequestBody(
              required = true,
              description = "What is done about it",
              content =
                  @Content(
                      schema =
                          @Schema(implementation = DeskRequestBodies.AcknowledgementRequest.class),
                      examples = @ExampleObject(name = "note", ref = "acknowledgement"))),
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
                    schema = @Schema(implementation = BreachAcknowledgementBody.class),
                    examples = @ExampleObject(name = "acknowledged", ref = "acknowledged"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "acknowledgementMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
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
                        @ExampleObject(name = "alreadyAcknowledged", ref = "alreadyAcknowledged"))),
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
                    examples = @ExampleObject(name = "keyReused", ref = "keyReused")))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoDocument
  @ApiErrors.OfPosting
  @ApiAccess.Controllers
  @interface AcknowledgeBreach {}
}
