package tradecredit.http.agreement;

import io.swagger.v3.oas.annotations.Operation;
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
import tradecredit.http.document.ProblemExamples;
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
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = AgreementPage.class),
                    examples =
                        @ExampleObject(
                            name = "agreements",
                            summary = "The agreement; of its clauses and products two each",
                            value = AgreementExamples.AGREEMENTS)))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NotAcceptable
  @ApiErrors.Unavailable
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = AgreementBody.class),
                    examples =
                        @ExampleObject(
                            name = "agreement",
                            summary = "The agreement; of its clauses and products two each",
                            value = AgreementExamples.AGREEMENT))),
        @ApiResponse(
            responseCode = "404",
            description = "There is no such agreement",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples =
                        @ExampleObject(
                            name = "noAgreement",
                            summary = "No such agreement",
                            value = ProblemExamples.NO_AGREEMENT)))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NotAcceptable
  @ApiErrors.Unavailable
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
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = BusinessDateBody.class),
                    examples =
                        @ExampleObject(
                            name = "manual",
                            summary = "Set by hand",
                            value = AgreementExamples.BUSINESS_DATE)))
      })
  @ApiErrors.InvalidQuery
  @ApiErrors.NotAcceptable
  @ApiErrors.Unavailable
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
                      mediaType = ApiDocument.JSON,
                      schema = @Schema(implementation = BusinessDateRequest.class),
                      examples =
                          @ExampleObject(
                              name = "advance",
                              summary = "Advance to June 1, 2001",
                              value = AgreementExamples.ADVANCE))),
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The business date as it is now",
            content =
                @Content(
                    mediaType = ApiDocument.JSON,
                    schema = @Schema(implementation = BusinessDateBody.class),
                    examples =
                        @ExampleObject(
                            name = "advanced",
                            summary = "Advanced",
                            value = AgreementExamples.BUSINESS_DATE))),
        @ApiResponse(
            responseCode = "400",
            description = "The body or the query is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples =
                        @ExampleObject(
                            name = "malformed",
                            summary = "A date in another form",
                            value = AgreementExamples.DATE_MALFORMED))),
        @ApiResponse(
            responseCode = "409",
            description = "The business date cannot be set so",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = {
                      @ExampleObject(
                          name = "notManual",
                          summary = "It follows the clock",
                          value = AgreementExamples.DATE_NOT_MANUAL),
                      @ExampleObject(
                          name = "movesBack",
                          summary = "It never moves back",
                          value = AgreementExamples.DATE_MOVES_BACK)
                    }))
      })
  @ApiErrors.NotAcceptable
  @ApiErrors.TooLarge
  @ApiErrors.NotJson
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
