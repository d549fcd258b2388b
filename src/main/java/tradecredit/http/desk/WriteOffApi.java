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
      requestBody =
          @RequestBody(
              required = true,
              description = "The write-off",
              content =
                  @Content(
                      schema = @Schema(implementation = DeskRequestBodies.WriteOffRequest.class),
                      examples = @ExampleObject(name = "part", ref = "writeOff"))),
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
                    schema = @Schema(implementation = WriteOffBody.class),
                    examples = @ExampleObject(name = "proposed", ref = "writeOffProposed"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "writeOffMalformed"),
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
                      @ExampleObject(name = "exceedsOpen", ref = "writeOffExceeds"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoAccount
  @ApiErrors.OfPosting
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
      requestBody =
          @RequestBody(
              required = true,
              description = "The decision",
              content =
                  @Content(
                      schema = @Schema(implementation = DeskRequestBodies.ApprovalRequest.class),
                      examples = @ExampleObject(name = "withdrawn", ref = "writeOffWithdrawal"))),
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
                    schema = @Schema(implementation = WriteOffDecisionBody.class),
                    examples = @ExampleObject(name = "withdrawn", ref = "writeOffWithdrawn"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "writeOffApprovalMalformed"),
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
                    examples = @ExampleObject(name = "alreadyDecided", ref = "writeOffDecided"))),
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
                      @ExampleObject(name = "byProposer", ref = "writeOffApprovalByProposer"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoDocument
  @ApiErrors.OfPosting
  @ApiAccess.Controllers
  @interface DecideWriteOff {}
}
