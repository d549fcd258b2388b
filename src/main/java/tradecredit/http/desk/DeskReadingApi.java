package tradecredit.http.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.document.ApiAccess;
import tradecredit.http.document.ApiDocument;
import tradecredit.http.document.ApiErrors;
import tradecredit.http.document.ApiParameters;
import tradecredit.http.wire.Problem;

/** How the records of the credit desk are described in the OpenAPI document. */
final class DeskReadingApi {

  private DeskReadingApi() {}

  /** {@code GET /v1/accounts/{accountId}/disputes}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the disputes of an account",
      description =
          """
      In the order of their opening.""",
      tags = ApiDocument.DISPUTES,
      parameters = {
        @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only those that stand so.",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"open", "resolved"})),
        @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_CURSOR,
            schema = @Schema(type = "string")),
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_LIMIT,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
      },
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of disputes",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = DisputePage.class),
                    examples = @ExampleObject(name = "all", ref = "disputes"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples =
                        @ExampleObject(name = "statusUnknown", ref = "disputeStatusUnknown")))
      })
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListDisputes {}

  /** {@code GET /v1/accounts/{accountId}/disputes/{disputeId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read a dispute",
      description =
          """
      As it stands now.""",
      tags = ApiDocument.DISPUTES,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The dispute",
            content =
                @Content(
                    schema = @Schema(implementation = DisputeBody.class),
                    examples = @ExampleObject(name = "resolved", ref = "disputeRead")))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NoDocument
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetDispute {}

  /** {@code GET /v1/accounts/{accountId}/write-offs}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the write-offs of an account",
      description =
          """
      In the order of their proposal.""",
      tags = ApiDocument.CREDITS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of write-offs",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = WriteOffPage.class),
                    examples = @ExampleObject(name = "all", ref = "writeOffs")))
      })
  @ApiParameters.PagedProposals
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListWriteOffs {}

  /** {@code GET /v1/accounts/{accountId}/terms-amendments}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the amendments of the terms",
      description =
          """
      In the order of their proposal.""",
      tags = ApiDocument.TERMS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of amendments",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = TermsAmendmentPage.class),
                    examples = @ExampleObject(name = "all", ref = "amendments")))
      })
  @ApiParameters.PagedProposals
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListAmendments {}

  /** {@code GET /v1/accounts/{accountId}/breaches}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the breaches of the limit",
      description =
          """
      Episodes during which the balance is above the limit, one at a time: how each began, its peak, who has seen
      it, how it ended. As of another day, as they stood at its end.""",
      tags = ApiDocument.DESK,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of breaches",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = BreachPage.class),
                    examples = @ExampleObject(name = "all", ref = "breaches")))
      })
  @ApiParameters.PagedAsOf
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListBreaches {}

  /** {@code GET /v1/accounts/{accountId}/terms}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read the terms of an account",
      description =
          """
      Those in force on the business date or another day, and all versions that were agreed, page by page.""",
      tags = ApiDocument.TERMS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The terms",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = TermsHistoryBody.class),
                    examples = @ExampleObject(name = "terms", ref = "terms")))
      })
  @ApiParameters.PagedAsOf
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetTerms {}

  /**
   * A page of disputes.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "DisputePage")
  record DisputePage(List<DisputeBody> items, @Nullable String nextCursor) {}

  /**
   * A page of write-offs.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "WriteOffPage")
  record WriteOffPage(List<WriteOffBody> items, @Nullable String nextCursor) {}

  /**
   * A page of amendments.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "TermsAmendmentPage")
  record TermsAmendmentPage(List<TermsAmendmentBody> items, @Nullable String nextCursor) {}

  /**
   * A page of breaches.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "BreachPage")
  record BreachPage(List<BreachBody> items, @Nullable String nextCursor) {}
}
