package tradecredit.http.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.document.ApiAccess;
import tradecredit.http.document.ApiDocument;
import tradecredit.http.document.ApiErrors;
import tradecredit.http.wire.ApiSchemas;

/** How payments and credit notes as they are now are described in the OpenAPI document. */
final class CreditReadingApi {

  private CreditReadingApi() {}

  /** {@code GET /v1/accounts/{accountId}/payments}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the payments of an account",
      description =
          """
      In the order of their posting, each as it is now: where it is applied, what of it is applied to no invoice,
      returned or not. A page names 100 invoices of each; the payment itself names all.""",
      tags = ApiDocument.PAYMENTS,
      parameters = {
        @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only those of which something is applied to no invoice.",
            schema = @Schema(type = "string", allowableValues = "unapplied")),
        @Parameter(
            name = "reference",
            in = ParameterIn.QUERY,
            description = "Only the payment of this reference.",
            schema = @Schema(type = "string", pattern = ApiSchemas.PRINTABLE),
            example = "CHK-2207"),
        @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_CURSOR,
            schema = @Schema(type = "string")),
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_LIMIT,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
      },
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of payments",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = PaymentPage.class),
                    examples = @ExampleObject(name = "all", ref = "payments")))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListPayments {}

  /** {@code GET /v1/accounts/{accountId}/payments/{paymentId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read a payment",
      description =
          """
      As it is now, with every invoice that it is applied to.""",
      tags = ApiDocument.PAYMENTS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The payment",
            content =
                @Content(
                    schema = @Schema(implementation = PaymentReadingBody.class),
                    examples = @ExampleObject(name = "returned", ref = "paymentRead")))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NoDocument
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetPayment {}

  /** {@code GET /v1/accounts/{accountId}/credit-notes}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the credit notes of an account",
      description =
          """
      In the order of their posting, each as it is now; those of upheld disputes, too. A page names 100 invoices of
      each; the credit note itself names all.""",
      tags = ApiDocument.CREDITS,
      parameters = {
        @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only those of which something is applied to no invoice.",
            schema = @Schema(type = "string", allowableValues = "unapplied")),
        @Parameter(
            name = "number",
            in = ParameterIn.QUERY,
            description = "Only the credit note of this number.",
            schema = @Schema(type = "string", pattern = ApiSchemas.PRINTABLE),
            example = "CR-77"),
        @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_CURSOR,
            schema = @Schema(type = "string")),
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_LIMIT,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
      },
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of credit notes",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = CreditNotePage.class),
                    examples = @ExampleObject(name = "all", ref = "creditNotes")))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListCreditNotes {}

  /** {@code GET /v1/accounts/{accountId}/credit-notes/{creditNoteId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read a credit note",
      description =
          """
      As it is now, with every invoice that it is applied to.""",
      tags = ApiDocument.CREDITS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The credit note",
            content =
                @Content(
                    schema = @Schema(implementation = CreditNoteReadingBody.class),
                    examples = @ExampleObject(name = "appliedAnew", ref = "creditNoteRead")))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NoDocument
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetCreditNote {}

  /**
   * A page of payments.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "PaymentPage")
  record PaymentPage(List<PaymentReadingBody> items, @Nullable String nextCursor) {}

  /**
   * A page of credit notes.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "CreditNotePage")
  record CreditNotePage(List<CreditNoteReadingBody> items, @Nullable String nextCursor) {}
}
