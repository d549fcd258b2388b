package tradecredit.http.account;

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
import tradecredit.http.document.ApiParameters;
import tradecredit.http.wire.Problem;

/** How the operations on accounts are described in the OpenAPI document. */
final class AccountApi {

  private AccountApi() {}

  /** {@code GET /v1/accounts}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the accounts",
      description =
          """
      Every account of the agreement with its terms in force and its figures on the business date.""",
      tags = ApiDocument.ACCOUNTS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The accounts",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = AccountPage.class),
                    examples = @ExampleObject(name = "accounts", ref = "accounts")))
      })
  @ApiParameters.Paged
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @ApiAccess.NothingHere
  @interface ListAccounts {}

  /** {@code GET /v1/accounts/{accountId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read an account",
      description =
          """
      Who owes whom, on which terms, and where the account stands on the business date.""",
      tags = ApiDocument.ACCOUNTS,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The account",
            content =
                @Content(
                    schema = @Schema(implementation = AccountBody.class),
                    examples = @ExampleObject(name = "account", ref = "account")))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetAccount {}

  /** {@code GET /v1/accounts/{accountId}/balance}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read the balance of an account",
      description =
          """
      Today or as of another day. Send the ETag back as If-None-Match to poll cheaply. For past days the standing is the one
      that was recorded then.""",
      tags = ApiDocument.ACCOUNTS,
      parameters = {
        @Parameter(
            name = "If-None-Match",
            in = ParameterIn.HEADER,
            description = "An ETag of this balance, a list of them, or *.",
            schema = @Schema(type = "string"),
            example = "\"auxer-to-kattosko.6.9c4f1d07ab3e5268.2001-06-01.1.\""),
        @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_AS_OF,
            schema = @Schema(type = "string", format = "date"),
            example = "2001-06-01"),
        @Parameter(
            name = "knownAt",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_KNOWN_AT,
            schema = @Schema(type = "string", format = "date-time"),
            example = "2001-06-01T12:00:00Z")
      },
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The balance",
            headers = {
              @Header(
                  name = "ETag",
                  description =
                      "Covers the last entry (its sequence and hash), the business date, the terms and the query",
                  schema = @Schema(type = "string")),
              @Header(
                  name = "Cache-Control",
                  description = "Always no-cache: ask again with If-None-Match",
                  schema = @Schema(type = "string"))
            },
            content =
                @Content(
                    schema = @Schema(implementation = BalanceBody.class),
                    examples = {
                      @ExampleObject(name = "good", ref = "balance"),
                      @ExampleObject(name = "pastDue", ref = "balancePastDue")
                    })),
        @ApiResponse(
            responseCode = "304",
            description = "The balance is the one that If-None-Match names",
            headers = {
              @Header(
                  name = "ETag",
                  description =
                      "Covers the last entry (its sequence and hash), the business date, the terms and the query",
                  schema = @Schema(type = "string")),
              @Header(
                  name = "Cache-Control",
                  description = "Always no-cache: ask again with If-None-Match",
                  schema = @Schema(type = "string"))
            }),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "knownInFuture", ref = "knownInFuture"),
                      @ExampleObject(name = "malformed", ref = "balanceAsOfMalformed"),
                      @ExampleObject(name = "unknownParameter", ref = "unknownParameter")
                    }))
      })
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetBalance {}

  /** {@code GET /v1/accounts/{accountId}/aging}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read the aging of an account",
      description =
          """
      What is owed, by age. Always notDue + the buckets = openItems, and openItems - unappliedCredit = balance. Disputed
      amounts are in the buckets; `disputed` says how much.""",
      tags = ApiDocument.ACCOUNTS,
      parameters = {
        @Parameter(
            name = "asOf",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_AS_OF,
            schema = @Schema(type = "string", format = "date"),
            example = "2001-06-01"),
        @Parameter(
            name = "knownAt",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_KNOWN_AT,
            schema = @Schema(type = "string", format = "date-time"),
            example = "2001-06-01T12:00:00Z"),
        @Parameter(
            name = "basis",
            in = ParameterIn.QUERY,
            description =
                "Days past the due date, or days since the invoice date; 0 or fewer days are notDue.",
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {"dueDate", "invoiceDate"},
                    defaultValue = "dueDate")),
        @Parameter(
            name = "buckets",
            in = ParameterIn.QUERY,
            description =
                "Where buckets end: 1 to 20 ascending whole days from 1 to 36500; one more bucket is open-ended.",
            schema =
                @Schema(
                    type = "string",
                    pattern = "^[0-9]{1,5}(,[0-9]{1,5}){0,19}$",
                    defaultValue = "30,60,90"),
            example = "10,20")
      },
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The aging",
            content =
                @Content(
                    schema = @Schema(implementation = AgingBody.class),
                    examples = @ExampleObject(name = "byInvoiceDate", ref = "aging"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "basisUnknown", ref = "basisUnknown")))
      })
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetAging {}

  /**
   * A page of accounts.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "AccountPage")
  record AccountPage(List<AccountBody> items, @Nullable String nextCursor) {}
}
