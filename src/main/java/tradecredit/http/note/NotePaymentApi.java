package tradecredit.http.note;

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
      requestBody =
          @RequestBody(
              required = true,
              description = "The payment",
              content =
                  @Content(
                      schema =
                          @Schema(implementation = PromissoryNoteRequest.NotePaymentRequest.class),
                      examples = {
                        @ExampleObject(name = "oldestFirst", ref = "notePayment"),
                        @ExampleObject(name = "allocated", ref = "notePaymentAllocated")
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
                    schema = @Schema(implementation = NotePaymentBody.class),
                    examples = {
                      @ExampleObject(name = "oldestFirst", ref = "notePaymentRecorded"),
                      @ExampleObject(name = "allocated", ref = "notePaymentAllocatedRecorded")
                    })),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "notePaymentMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "notePaymentKeyMissing")
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
                            ref = "notePaymentReferenceTaken"))),
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
                      @ExampleObject(name = "exceedsNote", ref = "notePaymentExceedsNote"),
                      @ExampleObject(
                          name = "exceedsInstalment",
                          ref = "notePaymentExceedsInstalment")
                    }))
      })
  @ApiParameters.Keyed
  @NoteApi.NoNote
  @ApiErrors.OfPosting
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
                    schema = @Schema(implementation = NoteEntryBody.NoteEntryPage.class),
                    examples = @ExampleObject(name = "firstPage", ref = "noteEntries"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "cursorUnknown", ref = "noteCursorUnknown")))
      })
  @ApiParameters.Paged
  @ApiErrors.NoAgreement
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListEntries {}
}
