package tradecredit.http.agreement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
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

/**
 * How the operations on the agreement and the business date are described in the OpenAPI document.
 */
final class AgreementApi {

  private AgreementApi() {}

  /** {@code GET /v1/agreements}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the agreements",
      description =
          """
      The book serves one agreement, so this list has one item.""",
      tags = ApiDocument.AGREEMENT,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The agreements",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = AgreementPage.class),
                    examples = @ExampleObject(name = "agreements", ref = "agreements")))
      })
  @ApiParameters.Paged
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @ApiAccess.NothingHere
  @interface ListAgreements {}

  /** {@code GET /v1/agreements/{agreementId}}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read the agreement",
      description =
          """
      Its parties, its clauses and what the book does about each, its accounts, its products and the business date.""",
      tags = ApiDocument.AGREEMENT,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The agreement",
            content =
                @Content(
                    schema = @Schema(implementation = AgreementBody.class),
                    examples = @ExampleObject(name = "agreement", ref = "agreement")))
      })
  @ApiErrors.NoAgreement
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetAgreement {}

  /** {@code GET /v1/business-date}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read the business date",
      description =
          """
      The book's today: by it postings are admitted and items fall past due.""",
      tags = ApiDocument.BUSINESS_DATE,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The business date",
            content =
                @Content(
                    schema = @Schema(implementation = BusinessDateBody.class),
                    examples = @ExampleObject(name = "manual", ref = "businessDate")))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @ApiAccess.NothingHere
  @interface GetBusinessDate {}

  /** {@code PUT /v1/business-date}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Advance the business date",
      description =
          """
      Only where `tradecredit.business-date.mode` is `manual`: at a bank's end of day, or to replay history. The date may
      stay or move forwards, never back. It needs no Idempotency-Key: setting the same date again changes nothing.""",
      tags = ApiDocument.BUSINESS_DATE,
      requestBody =
          @RequestBody(
              required = true,
              description = "The date",
              content =
                  @Content(
                      schema = @Schema(implementation = BusinessDateRequest.class),
                      examples = @ExampleObject(name = "advance", ref = "businessDateAdvance"))),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The business date as it is now",
            content =
                @Content(
                    schema = @Schema(implementation = BusinessDateBody.class),
                    examples = @ExampleObject(name = "advanced", ref = "businessDateAdvanced"))),
        @ApiResponse(
            responseCode = "400",
            description = "The body or the query is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "malformed", ref = "dateMalformed"))),
        @ApiResponse(
            responseCode = "409",
            description = "The business date cannot be set so",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(name = "notManual", ref = "dateNotManual"),
                      @ExampleObject(name = "movesBack", ref = "dateMovesBack")
                    }))
      })
  @ApiErrors.NotAcceptable
  @ApiErrors.OfJson
  @ApiErrors.UnavailableWithoutKey
  @ApiAccess.Admins
  @interface PutBusinessDate {}

  /**
   * A page of agreements.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "AgreementPage")
  record AgreementPage(List<AgreementBody> items, @Nullable String nextCursor) {}
}
