package tradecredit.http.setoff;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.desk.DeskRequestBodies;
import tradecredit.http.document.ApiAccess;
import tradecredit.http.document.ApiDocument;
import tradecredit.http.document.ApiErrors;
import tradecredit.http.document.ApiParameters;
import tradecredit.http.wire.Problem;

/** How set-offs are described in the OpenAPI document. */
final class SetOffApi {

  private SetOffApi() {}

  /** 400: no such page. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "400",
      description = "A query parameter is not valid",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = @ExampleObject(name = "cursor", ref = "setOffCursorUnknown")))
  @interface NoSuchPage {}

  /** 404: no such set-off. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "404",
      description =
          "There is no such set-off or agreement, or nothing of it for the caller's party",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(name = "noSetOff", ref = "noSetOff"),
                @ExampleObject(name = "noAgreement", ref = "noAgreement")
              }))
  @interface NoSetOff {}

  /** {@code POST /v1/agreements/{agreementId}/set-offs}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Propose a set-off",
      description =
          """
      A controller of one side proposes to net parts of invoices of two accounts, on which the same two sides stand, each
      as supplier of one; both come to the same amount. Nothing moves until the other side approves. The rules in order, on
      each account: `invoice-unknown`, `allocation-exceeds-open-amount` (422), with the `accountId` that they stand on.""",
      tags = ApiDocument.AGREEMENT,
      requestBody =
          @RequestBody(
              required = true,
              description = "The set-off",
              content =
                  @Content(
                      schema = @Schema(implementation = SetOffRequest.class),
                      examples = @ExampleObject(name = "netting", ref = "setOffProposal"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The proposal",
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
                    schema = @Schema(implementation = SetOffBody.class),
                    examples = @ExampleObject(name = "proposed", ref = "setOffProposed"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "setOffMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "setOffKeyMissing")
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
                      @ExampleObject(name = "exceedsOpen", ref = "setOffExceedsOpen"),
                      @ExampleObject(name = "keyReused", ref = "setOffKeyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoAgreement
  @ApiErrors.OfPosting
  @ApiAccess.Controllers
  @interface ProposeSetOff {}

  /** {@code POST /v1/agreements/{agreementId}/set-offs/{setOffId}/approval}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Decide a set-off",
      description =
          """
      The other side approves or declines it, never the side that proposed it, which may withdraw it. Approved, both
      balances fall by the same amount, effective on the business date, in one transaction; `set_off.posted` is told on
      both accounts. The rules in order: `set-off-already-decided` (409), `approval-by-proposing-side`,
      `withdrawal-by-other`, `allocation-exceeds-open-amount` (422), with the `accountId` that they stand on.""",
      tags = ApiDocument.AGREEMENT,
      requestBody =
          @RequestBody(
              required = true,
              description = "The decision",
              content =
                  @Content(
                      schema = @Schema(implementation = DeskRequestBodies.ApprovalRequest.class),
                      examples = @ExampleObject(name = "approved", ref = "setOffApproval"))),
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
                    schema = @Schema(implementation = SetOffDecisionBody.class),
                    examples = @ExampleObject(name = "approved", ref = "setOffApproved"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "setOffApprovalMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "setOffKeyMissing")
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
                        @ExampleObject(name = "alreadyDecided", ref = "setOffAlreadyDecided"))),
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
                      @ExampleObject(name = "bySameSide", ref = "setOffApprovalBySameSide"),
                      @ExampleObject(name = "keyReused", ref = "setOffKeyReused")
                    }))
      })
  @ApiParameters.Keyed
  @NoSetOff
  @ApiErrors.OfPosting
  @ApiAccess.Controllers
  @interface DecideSetOff {}

  /** {@code GET /v1/agreements/{agreementId}/set-offs}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the set-offs",
      description =
          """
      By account, and in the order of their proposal.""",
      tags = ApiDocument.AGREEMENT,
      parameters = {
        @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only those that stand so.",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"proposed", "decided"})),
        @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_CURSOR,
            schema = @Schema(type = "string")),
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_LIMIT_OR_FEWER,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
      },
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of set-offs",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = SetOffPage.class),
                    examples = @ExampleObject(name = "all", ref = "setOffs")))
      })
  @NoSuchPage
  @ApiErrors.NoAgreement
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListSetOffs {}

  /** {@code GET /v1/agreements/{agreementId}/set-offs/{setOffId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read a set-off",
      description =
          """
      As it stands now. The id of either half finds it, and so does that of either half of its decision, as the
      account's entries, and the allocations of the invoices that it netted (`creditId`), name it.""",
      tags = ApiDocument.AGREEMENT,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The set-off",
            content =
                @Content(
                    schema = @Schema(implementation = SetOffBody.class),
                    examples = @ExampleObject(name = "approved", ref = "setOff"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "unknown", ref = "setOffParameterUnknown")))
      })
  @NoSetOff
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetSetOff {}

  /**
   * A page of set-offs.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "SetOffPage")
  record SetOffPage(List<SetOffBody> items, @Nullable String nextCursor) {}
}
