package tradecredit.http.posting;

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

/** How single postings and credit checks are described in the OpenAPI document. */
final class PostingApi {

  private PostingApi() {}

  /** {@code POST /v1/accounts/{accountId}/invoices}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Post an invoice",
      description =
          """
      A line's amount is faceValue x quantity x (100 - discount) / 100, half up to the cent, per line; an invoice of 0.00 is
      a 400. It is due its account's net days after its date. The rules are tested in this order and the first that holds is
      reported: `invoice-number-taken` (409), `effective-date-before-agreement`, `effective-date-in-future`,
      `product-restricted`, `discount-not-current`, `account-on-hold`, `account-not-in-good-standing`, `credit-limit-exceeded`
      (422). Exactly at the credit limit is allowed; one cent over is not. Plain invoices are a clerk's. One with
      `alreadyDelivered` is a controller's: hold, standing and limit do not stand against it, because the debt is a fact; what
      is then over the limit is a breach.""",
      tags = ApiDocument.INVOICES,
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
              description = "The invoice",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = InvoiceRequest.class),
                      examples =
                          @ExampleObject(
                              name = "twoLines",
                              summary = "Two lines",
                              value = PostingExamples.INVOICE))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The invoice as posted, with the account as it left it",
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
                    schema = @Schema(implementation = InvoiceBody.class),
                    examples =
                        @ExampleObject(
                            name = "posted",
                            summary = "Posted",
                            value = PostingExamples.INVOICE_POSTED))),
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
                          summary = "Four faults at once",
                          value = PostingExamples.INVOICE_MALFORMED),
                      @ExampleObject(
                          name = "unknownProduct",
                          summary = "A product that the agreement does not know",
                          value = PostingExamples.UNKNOWN_PRODUCT),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "The number belongs to another invoice of the account, for ever",
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
                            value = PostingExamples.NUMBER_TAKEN))),
        @ApiResponse(
            responseCode = "422",
            description = "A rule refuses the invoice, or the key has answered another request",
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
                          name = "limitExceeded",
                          summary = "Over the limit, and what would cure it",
                          value = PostingExamples.LIMIT_EXCEEDED),
                      @ExampleObject(
                          name = "notInGoodStanding",
                          summary = "Something is past due",
                          value = PostingExamples.NOT_IN_GOOD_STANDING),
                      @ExampleObject(
                          name = "productRestricted",
                          summary = "A product of the other account",
                          value = PostingExamples.PRODUCT_RESTRICTED),
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
  @ApiAccess.ClerksAndControllers
  @interface PostInvoice {}

  /** {@code POST /v1/accounts/{accountId}/payments}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Post a payment",
      description =
          """
      Without allocations the payment goes to undisputed open amounts: oldest due date first, then invoice date, then
      sequence. With them, nothing is allocated beyond them. What is left stays unappliedCredit and lowers the balance at once;
      the balance may become negative. The rules in order: `payment-reference-taken` (409), `effective-date-before-agreement`,
      `effective-date-in-future`, `invoice-unknown`, `allocation-exceeds-open-amount`, `allocations-exceed-payment` (422).""",
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
              description = "The payment",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = PaymentRequest.class),
                      examples = {
                        @ExampleObject(
                            name = "oldestFirst",
                            summary = "Oldest due date first",
                            value = PostingExamples.PAYMENT),
                        @ExampleObject(
                            name = "allocated",
                            summary = "To a named invoice",
                            value = PostingExamples.PAYMENT_ALLOCATED)
                      })),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The payment as posted, with the account as it left it",
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
                    schema = @Schema(implementation = PaymentBody.class),
                    examples = {
                      @ExampleObject(
                          name = "oldestFirst",
                          summary = "Oldest due date first",
                          value = PostingExamples.PAYMENT_POSTED),
                      @ExampleObject(
                          name = "allocated",
                          summary = "What is not allocated stays unapplied",
                          value = PostingExamples.PAYMENT_ALLOCATED_POSTED)
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
                          summary = "An amount that is a JSON number",
                          value = PostingExamples.PAYMENT_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "The reference belongs to another payment of the account, for ever",
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
                            name = "referenceTaken",
                            summary = "The reference is taken",
                            value = PostingExamples.REFERENCE_TAKEN))),
        @ApiResponse(
            responseCode = "422",
            description = "A rule refuses the payment, or the key has answered another request",
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
                          name = "allocationExceedsOpen",
                          summary = "More than is open of the invoice",
                          value = PostingExamples.ALLOCATION_EXCEEDS_OPEN),
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
  @interface PostPayment {}

  /** {@code POST /v1/accounts/{accountId}/credit-checks}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Ask what an invoice would be answered",
      description =
          """
      The decision that posting this invoice would get now. Nothing is posted, no decision is kept, the number is not taken,
      and no Idempotency-Key is needed. The answer is 200 whether the invoice would be accepted or refused; another posting may
      come first, so it is no promise.""",
      tags = ApiDocument.CREDIT_CHECKS,
      requestBody =
          @RequestBody(
              required = true,
              description = "The invoice",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = InvoiceRequest.class),
                      examples =
                          @ExampleObject(
                              name = "twoLines",
                              summary = "Two lines",
                              value = PostingExamples.INVOICE))),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The decision",
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = CreditCheckBody.class),
                    examples = {
                      @ExampleObject(
                          name = "accepted",
                          summary = "It would be accepted",
                          value = PostingExamples.CHECK_ACCEPTED),
                      @ExampleObject(
                          name = "refused",
                          summary = "It would be refused, and what would cure it",
                          value = PostingExamples.CHECK_REFUSED)
                    })),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples =
                        @ExampleObject(
                            name = "unknownProduct",
                            summary = "A product that the agreement does not know",
                            value = PostingExamples.UNKNOWN_PRODUCT)))
      })
  @ApiErrors.NoAccount
  @ApiErrors.NotAcceptable
  @ApiErrors.TooLarge
  @ApiErrors.NotJson
  @ApiErrors.Unavailable
  @ApiAccess.EveryRole
  @interface CheckInvoice {}
}
