package tradecredit.http.account;

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
import tradecredit.http.posting.InvoiceBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Problem;

/** How the operations on invoices, entries and decisions are described in the OpenAPI document. */
final class RecordApi {

  private RecordApi() {}

  /** {@code GET /v1/accounts/{accountId}/invoices}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the invoices of an account",
      description =
          """
      In the order of their posting; with status=pastDue, the longest overdue first.""",
      tags = ApiDocument.INVOICES,
      parameters = {
        @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only invoices of this state.",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"open", "paid", "pastDue", "disputed"})),
        @Parameter(
            name = "number",
            in = ParameterIn.QUERY,
            description = "Only the invoice of this number.",
            schema = @Schema(type = "string", pattern = ApiSchemas.PRINTABLE),
            example = "AT-1001"),
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
            description = "A page of invoices",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = InvoicePage.class),
                    examples = @ExampleObject(name = "firstPage", ref = "invoices"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "statusUnknown", ref = "invoiceStatusUnknown"),
                      @ExampleObject(name = "limitOutOfRange", ref = "limitOutOfRange")
                    }))
      })
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListInvoices {}

  /** {@code GET /v1/accounts/{accountId}/invoices/{invoiceId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read an invoice",
      description =
          """
      What is open of it, since when it is past due, and which credits were applied to it.""",
      tags = ApiDocument.INVOICES,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The invoice",
            content =
                @Content(
                    schema = @Schema(implementation = InvoiceBody.class),
                    examples = @ExampleObject(name = "partlyPaid", ref = "invoiceRead"))),
        @ApiResponse(
            responseCode = "404",
            description = "There is no such account, or it has no such invoice",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "noInvoice", ref = "noInvoice"),
                      @ExampleObject(name = "noAccount", ref = "noAccount")
                    }))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetInvoice {}

  /** {@code GET /v1/accounts/{accountId}/entries}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the entries of an account",
      description =
          """
      The immutable record: numbered without gaps, each with the balance before and after, each chained to the one before by
      its hash. With from and asOf it is the statement of a period: the balance as of the day before, and all of the amounts,
      come to the balance as of its last day.""",
      tags = ApiDocument.RECORDS,
      parameters = {
        @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description =
                "Only entries that are effective on this day or later; not after asOf, where that is given.",
            schema = @Schema(type = "string", format = "date"),
            example = "2001-06-01"),
        @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_AS_OF,
            schema = @Schema(type = "string", format = "date"),
            example = "2001-06-01"),
        @Parameter(
            name = "knownAt",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_KNOWN_AT,
            schema = @Schema(type = "string", format = "date-time"),
            example = "2001-06-01T12:00:00Z"),
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
            description = "A page of entries",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = EntryPage.class),
                    examples = @ExampleObject(name = "firstPage", ref = "entries"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "cursorUnknown", ref = "cursorUnknown"),
                      @ExampleObject(name = "fromAfterAsOf", ref = "fromAfterAsOf")
                    }))
      })
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListEntries {}

  /** {@code GET /v1/accounts/{accountId}/decisions}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the decisions of an account",
      description =
          """
      What was asked and what was answered, refusals included, with all that is needed to recompute it.""",
      tags = ApiDocument.RECORDS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of decisions",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = DecisionPage.class),
                    examples = @ExampleObject(name = "firstPage", ref = "decisions"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "limitOutOfRange", ref = "limitOutOfRange")))
      })
  @ApiParameters.Paged
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListDecisions {}

  /**
   * A page of invoices.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "InvoicePage")
  record InvoicePage(List<InvoiceBody> items, @Nullable String nextCursor) {}

  /**
   * A page of entries.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "EntryPage")
  record EntryPage(List<EntryBody> items, @Nullable String nextCursor) {}

  /**
   * A page of decisions.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "DecisionPage")
  record DecisionPage(List<DecisionBody> items, @Nullable String nextCursor) {}
}
