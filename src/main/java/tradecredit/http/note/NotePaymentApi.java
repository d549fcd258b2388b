package tradecredit.http.note;

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
import tradecredit.http.wire.Problem;

/** How payments on the promissory note and its entries are described in the OpenAPI document. */
final class NotePaymentApi {

  private NotePaymentApi() {}

  /** {@code POST /v1/agreements/{agreementId}/promissory-note/payments}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Record a payment on the promissory note",
      description =
          """
      Without allocations it goes to the instalments in the order of their due dates, those to come included; with them, to
      the instalments that they name, and they sum to the payment. It counts from the received date; where that is later,
      from the day on which a return had re-opened an instalment that it goes to. The rules in order:
      `payment-reference-taken` (409), `effective-date-before-agreement`, `effective-date-in-future`,
      `payment-exceeds-note`, `instalment-unknown`, `allocation-exceeds-instalment`, `allocations-differ-from-payment`
      (422).""",
      tags = ApiDocument.PROMISSORY_NOTE,
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
              description = "The payment",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = PromissoryNoteRequest.Payment.class),
                      examples = {
                        @ExampleObject(
                            name = "oldestFirst",
                            summary = "Oldest due date first",
                            value = NotePaymentExamples.PAYMENT),
                        @ExampleObject(
                            name = "allocated",
                            summary = "To a named instalment",
                            value = NotePaymentExamples.PAYMENT_ALLOCATED)
                      })),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The payment as recorded, with the note as it left it",
            headers = {
              @Header(
                  name = ApiDocument.REPLAYED,
                  description = ApiDocument.ABOUT_REPLAYED,
                  schema = @Schema(type = "string", allowableValues = "true"))
            },
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = NotePaymentBody.class),
                    examples = {
                      @ExampleObject(
                          name = "oldestFirst",
                          summary = "Oldest due date first",
                          value = NotePaymentExamples.PAYMENT_RECORDED),
                      @ExampleObject(
                          name = "allocated",
                          summary = "To a named instalment",
                          value = NotePaymentExamples.PAYMENT_ALLOCATED_RECORDED)
                    })),
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
                          summary = "An instalment named twice",
                          value = NotePaymentExamples.PAYMENT_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = NotePaymentExamples.KEY_MISSING)
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "The reference belongs to another payment of the note, for ever",
            headers = {
              @Header(
                  name = ApiDocument.REPLAYED,
                  description = ApiDocument.ABOUT_REPLAYED,
                  schema = @Schema(type = "string", allowableValues = "true"))
            },
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples =
                        @ExampleObject(
                            name = "referenceTaken",
                            summary = "The reference is taken",
                            value = NotePaymentExamples.REFERENCE_TAKEN))),
        @ApiResponse(
            responseCode = "422",
            description = "A rule refuses the payment, or the key has answered another request",
            headers = {
              @Header(
                  name = ApiDocument.REPLAYED,
                  description = ApiDocument.ABOUT_REPLAYED,
                  schema = @Schema(type = "string", allowableValues = "true"))
            },
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(
                          name = "exceedsNote",
                          summary = "More than is unpaid of the note",
                          value = NotePaymentExamples.EXCEEDS_NOTE),
                      @ExampleObject(
                          name = "exceedsInstalment",
                          summary = "More than is unpaid of the instalment",
                          value = NotePaymentExamples.EXCEEDS_INSTALMENT)
                    }))
      })
  @NoteApi.NoNote
  @ApiErrors.NotAcceptable
  @ApiErrors.TooLarge
  @ApiErrors.NotJson
  @ApiErrors.Unavailable
  @ApiAccess.Clerks
  @interface PostPayment {}

  /** {@code GET /v1/agreements/{agreementId}/promissory-note/entries}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the entries of the promissory note",
      description =
          """
      The immutable record: the note itself, its payments and their returns, numbered without gaps, each chained to the one
      before by its hash. Empty until the note is recorded.""",
      tags = ApiDocument.PROMISSORY_NOTE,
      parameters = {
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
            headers = {
              @Header(
                  name = "Link",
                  description = ApiDocument.ABOUT_LINK,
                  schema = @Schema(type = "string"))
            },
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = NoteEntryBody.NoteEntryPage.class),
                    examples =
                        @ExampleObject(
                            name = "firstPage",
                            summary = "Two entries a page",
                            value = NotePaymentExamples.ENTRIES))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples =
                        @ExampleObject(
                            name = "cursorUnknown",
                            summary = "A cursor of another list",
                            value = NotePaymentExamples.CURSOR_UNKNOWN)))
      })
  @ApiErrors.NoAgreement
  @ApiErrors.NotAcceptable
  @ApiErrors.Unavailable
  @ApiAccess.EveryRole
  @interface ListEntries {}
}
