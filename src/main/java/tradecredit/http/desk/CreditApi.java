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
              description = "The credit note",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.CreditNote.class),
                      examples =
                          @ExampleObject(
                              name = "againstInvoice",
                              summary = "Against an invoice",
                              value = CreditExamples.CREDIT_NOTE))),
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = CreditNoteBody.class),
                    examples =
                        @ExampleObject(
                            name = "posted",
                            summary = "Posted",
                            value = CreditExamples.CREDIT_NOTE_POSTED))),
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
                          summary = "A number that the book keeps for its own",
                          value = CreditExamples.CREDIT_NOTE_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
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
                    examples =
                        @ExampleObject(
                            name = "numberTaken",
                            summary = "The number is taken",
                            value = CreditExamples.CREDIT_NOTE_TAKEN))),
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
                          name = "exceedsOpen",
                          summary = "More than is open",
                          value = CreditExamples.CREDIT_NOTE_EXCEEDS),
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
              description = "Where it goes",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.Reallocation.class),
                      examples =
                          @ExampleObject(
                              name = "toOther",
                              summary = "To another invoice, and a part to none",
                              value = CreditExamples.REALLOCATION))),
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = CreditNoteReallocationBody.class),
                    examples =
                        @ExampleObject(
                            name = "reallocated",
                            summary = "Applied anew",
                            value = CreditExamples.REALLOCATED))),
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
                          summary = "No allocations",
                          value = CreditExamples.REALLOCATION_MALFORMED),
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
                          name = "exceedsCreditNote",
                          summary = "More than the credit note",
                          value = CreditExamples.REALLOCATION_EXCEEDS),
                      @ExampleObject(
                          name = "ofDispute",
                          summary = "The credit note of an upheld dispute",
                          value = CreditExamples.REALLOCATION_OF_DISPUTE),
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
  @ApiAccess.Clerks
  @interface ReallocateCreditNote {}
}
