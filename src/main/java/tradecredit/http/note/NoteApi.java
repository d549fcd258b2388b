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
import tradecredit.http.document.ApiParameters;
import tradecredit.http.wire.Problem;

/** How the operations on the promissory note are described in the OpenAPI document. */
final class NoteApi {

  private NoteApi() {}

  /** 404: no such agreement, or its note is not recorded. */
  @Retention(RetentionPolicy.SOURCE)
  @ApiResponse(
      responseCode = "404",
      description = "There is no such agreement, it has no note, or the note is not recorded",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class),
              examples = {
                @ExampleObject(name = "notRecorded", ref = "noteNotRecorded"),
                @ExampleObject(name = "noAgreement", ref = "noAgreement")
              }))
  @interface NoNote {}

  /** {@code POST /v1/agreements/{agreementId}/promissory-note}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Record the promissory note",
      description =
          """
      Once: the agreement does not state the sum, so a person records it. It is due in equal, consecutive monthly
      instalments, each rounded down to the cent; the cents that do not divide are in the last. How many, and how many days
      after the agreement the first is due, is the agreement's. The sum cannot be corrected. A second time is a 409 `promissory-note-already-recorded` that
      names the note that stands. The note is part of no account's balance and no credit limit.""",
      tags = ApiDocument.PROMISSORY_NOTE,
      requestBody =
          @RequestBody(
              required = true,
              description = "The note",
              content =
                  @Content(
                      schema = @Schema(implementation = PromissoryNoteRequest.class),
                      examples = @ExampleObject(name = "note", ref = "note"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The note as recorded, with its instalments",
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
                    schema = @Schema(implementation = PromissoryNoteBody.class),
                    examples = @ExampleObject(name = "recorded", ref = "noteRecorded"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "noteMalformed"),
                      @ExampleObject(name = "tooSmall", ref = "noteTooSmall")
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "The note is recorded already",
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
                        @ExampleObject(name = "alreadyRecorded", ref = "noteAlreadyRecorded"))),
        @ApiResponse(
            responseCode = "422",
            description = "The key has answered another request",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "keyReused", ref = "noteKeyReused")))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoAgreement
  @ApiErrors.OfPosting
  @ApiAccess.Controllers
  @interface RecordNote {}

  /** {@code GET /v1/agreements/{agreementId}/promissory-note}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read the promissory note",
      description =
          """
      What is due, paid and late on a day. An instalment is due on its due date and late from the day after. Payments count
      from the day they were received until the day they were returned, if they were, so what is recorded later may change
      what a past day says.""",
      tags = ApiDocument.PROMISSORY_NOTE,
      parameters =
          @Parameter(
              name = "asOf",
              in = ParameterIn.QUERY,
              description = ApiDocument.ABOUT_AS_OF,
              schema = @Schema(type = "string", format = "date"),
              example = "2001-12-12"),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The note",
            content =
                @Content(
                    schema = @Schema(implementation = PromissoryNoteBody.class),
                    examples = @ExampleObject(name = "late", ref = "noteLate"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "malformed", ref = "noteAsOfMalformed")))
      })
  @NoNote
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetNote {}
}
