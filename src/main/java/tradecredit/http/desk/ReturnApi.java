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

/** How returned payments and payments applied anew are described in the OpenAPI document. */
final class ReturnApi {

  private ReturnApi() {}

  /** {@code POST /v1/accounts/{accountId}/payments/{paymentId}/return}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Return a payment",
      description =
          """
      A bounced or reversed payment. It re-opens exactly the invoices it had paid, with their original due dates,
      and takes back what of it was unapplied. It is recorded even where it leads over the limit: that opens a
      breach. It counts from the returned date; where that is later, from the day on which a re-allocation took the
      payment off an invoice, or on which an invoice that it had paid was moved after that. An invoice that it paid on a
      later day still is open again from that day on. The rules in order: `payment-already-returned` (409), `returned-before-received`,
      `effective-date-in-future` (422).""",
      tags = ApiDocument.PAYMENTS,
      requestBody =
          @RequestBody(
              required = true,
              description = "When and why",
              content =
                  @Content(
                      schema =
                          @Schema(implementation = DeskRequestBodies.PaymentReturnRequest.class),
                      examples = @ExampleObject(name = "bounced", ref = "paymentReturn"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The return, with the account as it left it",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    schema = @Schema(implementation = PaymentReturnBody.class),
                    examples = @ExampleObject(name = "returned", ref = "paymentReturned"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "paymentReturnMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
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
                        @ExampleObject(name = "alreadyReturned", ref = "paymentAlreadyReturned"))),
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
                          ref = "paymentReturnedBeforeReceived"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoDocument
  @ApiErrors.OfPosting
  @ApiAccess.Clerks
  @interface ReturnPayment {}

  /** {@code POST /v1/accounts/{accountId}/payments/{paymentId}/allocations}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Apply a payment anew",
      description =
          """
      Where all of the payment is to go: every standing application is taken back and the wanted ones are made, as
      new movements on the business date, so no past aging changes. An empty list leaves all of it unapplied. The
      rules in order: `payment-already-returned` (409), `invoice-unknown`, `allocation-exceeds-open-amount`,
      `allocations-exceed-payment` (422).""",
      tags = ApiDocument.PAYMENTS,
      requestBody =
          @RequestBody(
              required = true,
              description = "Where it goes",
              content =
                  @Content(
                      schema =
                          @Schema(implementation = DeskRequestBodies.ReallocationRequest.class),
                      examples = @ExampleObject(name = "toOther", ref = "paymentReallocation"))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The payment as applied now",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    schema = @Schema(implementation = ReallocationBody.class),
                    examples = @ExampleObject(name = "reallocated", ref = "paymentReallocated"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "paymentReallocationMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "It was returned",
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
                            ref = "paymentReallocationReturned"))),
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
                      @ExampleObject(name = "exceedsPayment", ref = "paymentReallocationExceeds"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoDocument
  @ApiErrors.OfPosting
  @ApiAccess.Clerks
  @interface ReallocatePayment {}
}
