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
      breach. It counts from the returned date; where that is later, from the day the payment was applied anew, or on
      which an invoice that it had paid was moved after that. An invoice that it paid on a later day still is open
      again from that day on. The rules in order: `payment-already-returned` (409), `returned-before-received`,
      `effective-date-in-future` (422).""",
      tags = ApiDocument.PAYMENTS,
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
              description = "When and why",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.Return.class),
                      examples =
                          @ExampleObject(
                              name = "bounced",
                              summary = "A check that bounced",
                              value = ReturnExamples.RETURN))),
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = PaymentReturnBody.class),
                    examples =
                        @ExampleObject(
                            name = "returned",
                            summary = "Returned",
                            value = ReturnExamples.RETURNED))),
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
                          summary = "No reason",
                          value = ReturnExamples.RETURN_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
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
                            summary = "It was returned before",
                            value = ReturnExamples.ALREADY_RETURNED))),
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
                          summary = "Before it was received",
                          value = ReturnExamples.RETURNED_BEFORE_RECEIVED),
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
                              summary = "To another invoice",
                              value = ReturnExamples.REALLOCATION))),
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = ReallocationBody.class),
                    examples =
                        @ExampleObject(
                            name = "reallocated",
                            summary = "Applied anew",
                            value = ReturnExamples.REALLOCATED))),
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
                          value = ReturnExamples.REALLOCATION_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
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
                            summary = "It was returned before",
                            value = ReturnExamples.REALLOCATION_RETURNED))),
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
                          name = "exceedsPayment",
                          summary = "More than the payment",
                          value = ReturnExamples.REALLOCATION_EXCEEDS),
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
  @interface ReallocatePayment {}
}
