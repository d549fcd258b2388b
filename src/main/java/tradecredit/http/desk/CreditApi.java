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

/** How credit notes, posted and applied anew, are described in the OpenAPI document. */
final class CreditApi {

  private CreditApi() {}

  /** {@code POST /v1/accounts/{accountId}/credit-notes}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Post a credit note",
      description =
          """
      The supplier asks for less. Against one invoice, at most what is open and undisputed of it; without one,
      oldest due date first, and what is left stays unappliedCredit. `CN-` and digits are the numbers of the credit
      notes of upheld disputes. The rules in order: `credit-note-number-taken` (409), `effective-date-before-
      agreement`, `effective-date-in-future`, `invoice-unknown`, `allocation-exceeds-open-amount` (422).""",
      tags = ApiDocument.CREDITS,
      requestBody =
          @RequestBody(
              required = true,
              description = "The credit note",
              content =
                  @Content(
                      schema = @Schema(implementation = DeskRequestBodies.CreditNoteRequest.class),
                      examples = @ExampleObject(name = "againstInvoice", ref = "creditNote"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The credit note as posted",
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
                    schema = @Schema(implementation = CreditNoteBody.class),
                    examples = @ExampleObject(name = "posted", ref = "creditNotePosted"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "creditNoteMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "The number belongs to another credit note",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "numberTaken", ref = "creditNoteTaken"))),
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
                      @ExampleObject(name = "exceedsOpen", ref = "creditNoteExceeds"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoAccount
  @ApiErrors.OfPosting
  @ApiAccess.Clerks
  @interface PostCreditNote {}

  /** {@code POST /v1/accounts/{accountId}/credit-notes/{creditNoteId}/allocations}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Apply a credit note, or apply it anew",
      description =
          """
      Where all of the credit note is to go: every standing application is taken back and the wanted ones are made,
      as new movements on the business date, so no past aging changes. An empty list leaves all of it unapplied. The
      credit note of an upheld dispute (`CN-` and digits) stays with its invoice. The rules in order:
      `credit-note-of-dispute`, `invoice-unknown`, `allocation-exceeds-open-amount`, `allocations-exceed-payment`
      (422), all as for a payment. Its event is `credit_note.reallocated`.""",
      tags = ApiDocument.CREDITS,
      requestBody =
          @RequestBody(
              required = true,
              description = "Where it goes",
              content =
                  @Content(
                      schema =
                          @Schema(implementation = DeskRequestBodies.ReallocationRequest.class),
                      examples = @ExampleObject(name = "toOther", ref = "creditNoteReallocation"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The credit note as applied now",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    schema = @Schema(implementation = CreditNoteReallocationBody.class),
                    examples =
                        @ExampleObject(name = "reallocated", ref = "creditNoteReallocated"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "creditNoteReallocationMalformed"),
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
                      @ExampleObject(
                          name = "exceedsCreditNote",
                          ref = "creditNoteReallocationExceeds"),
                      @ExampleObject(name = "ofDispute", ref = "creditNoteReallocationOfDispute"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoDocument
  @ApiErrors.OfPosting
  @ApiAccess.Clerks
  @interface ReallocateCreditNote {}
}
