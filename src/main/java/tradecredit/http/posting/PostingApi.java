package tradecredit.http.posting;

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
      requestBody =
          @RequestBody(
              required = true,
              description = "The invoice",
              content =
                  @Content(
                      schema = @Schema(implementation = InvoiceRequest.class),
                      examples = @ExampleObject(name = "twoLines", ref = "invoice"))),
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
                    schema = @Schema(implementation = InvoiceBody.class),
                    examples = @ExampleObject(name = "posted", ref = "invoicePosted"))),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "invoiceMalformed"),
                      @ExampleObject(name = "unknownProduct", ref = "unknownProduct"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
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
                    examples = @ExampleObject(name = "numberTaken", ref = "numberTaken"))),
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
                      @ExampleObject(name = "limitExceeded", ref = "limitExceeded"),
                      @ExampleObject(name = "notInGoodStanding", ref = "notInGoodStanding"),
                      @ExampleObject(name = "productRestricted", ref = "productRestricted"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoAccount
  @ApiErrors.OfPosting
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
      requestBody =
          @RequestBody(
              required = true,
              description = "The payment",
              content =
                  @Content(
                      schema = @Schema(implementation = PaymentRequest.class),
                      examples = {
                        @ExampleObject(name = "oldestFirst", ref = "payment"),
                        @ExampleObject(name = "allocated", ref = "paymentAllocated")
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
                    schema = @Schema(implementation = PaymentBody.class),
                    examples = {
                      @ExampleObject(name = "oldestFirst", ref = "paymentPosted"),
                      @ExampleObject(name = "allocated", ref = "paymentAllocatedPosted")
                    })),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "malformed", ref = "paymentMalformed"),
                      @ExampleObject(name = "keyMissing", ref = "keyMissing")
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
                    examples = @ExampleObject(name = "referenceTaken", ref = "referenceTaken"))),
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
                      @ExampleObject(name = "allocationExceedsOpen", ref = "allocationExceedsOpen"),
                      @ExampleObject(name = "keyReused", ref = "keyReused")
                    }))
      })
  @ApiParameters.Keyed
  @ApiErrors.NoAccount
  @ApiErrors.OfPosting
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
                      schema = @Schema(implementation = InvoiceRequest.class),
                      examples = @ExampleObject(name = "twoLines", ref = "invoice"))),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The decision",
            content =
                @Content(
                    schema = @Schema(implementation = CreditCheckBody.class),
                    examples = {
                      @ExampleObject(name = "accepted", ref = "checkAccepted"),
                      @ExampleObject(name = "refused", ref = "checkRefused")
                    })),
        @ApiResponse(
            responseCode = "400",
            description = "The request is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "unknownProduct", ref = "unknownProduct")))
      })
  @ApiErrors.NoAccount
  @ApiErrors.NotAcceptable
  @ApiErrors.OfJson
  @ApiErrors.Unavailable
  @ApiAccess.EveryRole
  @interface CheckInvoice {}
}
