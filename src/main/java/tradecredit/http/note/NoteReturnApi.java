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

/** How returned payments on the promissory note are described in the OpenAPI document. */
final class NoteReturnApi {

  private NoteReturnApi() {}

  /** {@code POST /v1/agreements/{agreementId}/promissory-note/payments/{paymentId}/return}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Return a payment on the promissory note",
      description =
          """
      A bounced or reversed payment, as a whole: of the instalments that it went to it is unpaid again, with their original
      due dates. It counts from the returned date, or from when the payment does where that is later. The payment's
      reference stays taken. The rules in order: `payment-already-returned` (409), `returned-before-received`,
      `effective-date-in-future` (422).""",
      tags = ApiDocument.PROMISSORY_NOTE,
      requestBody =
          @RequestBody(
              required = true,
              description = "When and why",
              content =
                  @Content(
                      schema =
                          @Schema(
                              implementation =
                                  PromissoryNoteRequest.NotePaymentReturnRequest.class),
                      examples = @ExampleObject(name = "bounced", ref = "notePaymentReturn"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The return, with the note as it left it",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    schema = @Schema(implementation = NotePaymentReturnBody.class),
                    examples = @ExampleObject(name = "returned", ref = "notePaymentReturned"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "notePaymentReturnMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "notePaymentReturnKeyMissing")
                    })),
        @ApiResponse(
            responseCode = "404",
            description = "There is no such agreement, it has no note, or no payment of that id",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "noPayment", ref = "noNotePayment"),
                      @ExampleObject(name = "noAgreement", ref = "noAgreement")
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "It was returned before",
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
                            name = "alreadyReturned",
                            ref = "notePaymentAlreadyReturned"))),
        @ApiResponse(
            responseCode = "422",
            description = "A rule refuses the return, or the key has answered another request",
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
                          name = "returnedBeforeReceived",
                          ref = "notePaymentReturnedBeforeReceived"),
                      @ExampleObject(name = "keyReused", ref = "notePaymentReturnKeyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.OfPosting
  @ApiAccess.Clerks
  @interface ReturnPayment {}
}
