package tradecredit.http;

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

/**
 * How returns, re-allocations, credit notes and write-offs are described in the OpenAPI document.
 */
final class CreditApi {

  private CreditApi() {}

  /** {@code POST /v1/accounts/{accountId}/payments/{paymentId}/return}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Return a payment",
      description =
          """
      A bounced or reversed payment. It re-opens exactly the invoices it had paid, with their original due dates,
      and takes back what of it was unapplied. It is recorded even where it leads over the limit: that opens a
      breach. It counts from the returned date, or from the latest movement of the payment and of those invoices
      where that is later. The rules in order: `payment-already-returned` (409), `returned-before-received`,
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
                              value = CreditExamples.RETURN))),
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
                            value = CreditExamples.RETURNED))),
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
                          value = CreditExamples.RETURN_MALFORMED),
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
                            value = CreditExamples.ALREADY_RETURNED))),
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
                          value = CreditExamples.RETURNED_BEFORE_RECEIVED),
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
                              value = CreditExamples.REALLOCATION))),
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
                            value = CreditExamples.REALLOCATION_RETURNED))),
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
                          value = CreditExamples.REALLOCATION_EXCEEDS),
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
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
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

  /** {@code POST /v1/accounts/{accountId}/write-offs}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Propose a write-off",
      description =
          """
      A controller of the supplier proposes to give up what is owed of an invoice. Nothing moves before another
      controller approves. The rules in order: `invoice-unknown`, `write-off-exceeds-open-amount` (422).""",
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
              description = "The write-off",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.WriteOff.class),
                      examples =
                          @ExampleObject(
                              name = "part",
                              summary = "A part of an invoice",
                              value = CreditExamples.WRITE_OFF))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The proposal",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = WriteOffBody.class),
                    examples =
                        @ExampleObject(
                            name = "proposed",
                            summary = "Proposed",
                            value = CreditExamples.WRITE_OFF_PROPOSED))),
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
                          summary = "No invoice",
                          value = CreditExamples.WRITE_OFF_MALFORMED),
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
                          name = "exceedsOpen",
                          summary = "More than is open",
                          value = CreditExamples.WRITE_OFF_EXCEEDS),
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
  @ApiAccess.Controllers
  @interface ProposeWriteOff {}

  /** {@code POST /v1/accounts/{accountId}/write-offs/{writeOffId}/approval}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Decide a write-off",
      description =
          """
      Another controller than the proposer approves or declines it; the proposer may withdraw it. Approved, it is
      effective on the business date. The rules in order: `write-off-already-decided` (409), `approval-by-proposer`,
      `withdrawal-by-other`, `write-off-exceeds-open-amount` (422).""",
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
              description = "The decision",
              content =
                  @Content(
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = DeskRequestBodies.Approval.class),
                      examples =
                          @ExampleObject(
                              name = "withdrawn",
                              summary = "Withdrawn by the proposer",
                              value = CreditExamples.WITHDRAWAL))),
      responses = {
        @ApiResponse(
            responseCode = "201",
            description = "The decision",
            headers =
                @Header(
                    name = ApiDocument.REPLAYED,
                    description = ApiDocument.ABOUT_REPLAYED,
                    schema = @Schema(type = "string", allowableValues = "true")),
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = WriteOffDecisionBody.class),
                    examples =
                        @ExampleObject(
                            name = "withdrawn",
                            summary = "Withdrawn",
                            value = CreditExamples.WRITE_OFF_WITHDRAWN))),
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
                          summary = "A decision that there is not",
                          value = CreditExamples.APPROVAL_MALFORMED),
                      @ExampleObject(
                          name = "keyMissing",
                          summary = "No Idempotency-Key",
                          value = ProblemExamples.KEY_MISSING)
                    })),
        @ApiResponse(
            responseCode = "409",
            description = "It was decided before",
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
                            name = "alreadyDecided",
                            summary = "It was decided before",
                            value = CreditExamples.WRITE_OFF_DECIDED))),
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
                          name = "byProposer",
                          summary = "The proposer approves",
                          value = CreditExamples.APPROVAL_BY_PROPOSER),
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
  @ApiAccess.Controllers
  @interface DecideWriteOff {}
}
