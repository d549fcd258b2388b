package tradecredit.http.agreement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import tradecredit.http.document.ApiAccess;
import tradecredit.http.document.ApiDocument;
import tradecredit.http.document.ApiErrors;
import tradecredit.http.document.ApiParameters;
import tradecredit.http.wire.Problem;

/** How the position is described in the OpenAPI document. */
final class PositionApi {

  private PositionApi() {}

  /** {@code GET /v1/agreements/{agreementId}/position}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read the position of the two sides",
      description =
          """
      The balances of all accounts, gross, and for each two sides the net and who owes it; all read at one moment, whose
      sequences are told. A party that is a member of a group stands on the group's side. Nothing is set off by reading it, and
      the promissory note is no part of it.""",
      tags = ApiDocument.AGREEMENT,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The position",
            content =
                @Content(
                    schema = @Schema(implementation = PositionBody.class),
                    examples = @ExampleObject(name = "kattoskoOwes", ref = "position"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples = @ExampleObject(name = "malformed", ref = "positionAsOfMalformed")))
      })
  @ApiParameters.AsOf
  @ApiErrors.NoAgreement
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetPosition {}
}
