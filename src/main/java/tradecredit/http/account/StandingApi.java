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
import tradecredit.http.wire.EventBody;
import tradecredit.http.wire.Problem;

/** How standing and events are described in the OpenAPI document. */
final class StandingApi {

  private StandingApi() {}

  /** {@code GET /v1/accounts/{accountId}/standing}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read the standing of an account",
      description =
          """
      Good or not, why, what would cure it, and what proves it: which invoices, which returned payment, which
      breach. For past days as it was recorded then.""",
      tags = ApiDocument.STANDING,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "The standing",
            content =
                @Content(
                    schema = @Schema(implementation = StandingBody.class),
                    examples = @ExampleObject(name = "notGood", ref = "standing")))
      })
  @ApiParameters.AsOf
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface GetStanding {}

  /** {@code GET /v1/accounts/{accountId}/standing-changes}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "List the changes of standing",
      description =
          """
      A dated record of each change: the day it was judged on, what stood against good standing from then on, the
      entry that changed it or the invoices that fell past due.""",
      tags = ApiDocument.STANDING,
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of changes",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = StandingChangePage.class),
                    examples = @ExampleObject(name = "fellPastDue", ref = "standingChanges")))
      })
  @ApiParameters.Paged
  @ApiErrors.InvalidQuery
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListChanges {}

  /** {@code GET /v1/accounts/{accountId}/events}. */
  @Retention(RetentionPolicy.SOURCE)
  @Operation(
      summary = "Read the events of an account",
      description =
          """
      In the order of their sequence, from after the one that is named. Each is what a webhook of it carries. Ask
      again after the last sequence that was read. Where that is above the last event there is, the book was put back to
      an earlier state since, and other events come under the numbers that were read: a 400 names the last one.""",
      tags = ApiDocument.RECORDS,
      parameters = {
        @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description =
                "The sequence of the last event that was read; without it, from the first.",
            schema = @Schema(type = "integer", minimum = "0"),
            example = "0"),
        @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = ApiDocument.ABOUT_LIMIT,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
      },
      responses = {
        @ApiResponse(
            responseCode = "200",
            description = "A page of events",
            headers =
                @Header(
                    name = "Link",
                    description = ApiDocument.ABOUT_LINK,
                    schema = @Schema(type = "string")),
            content =
                @Content(
                    schema = @Schema(implementation = EventPage.class),
                    examples = @ExampleObject(name = "firstPage", ref = "events"))),
        @ApiResponse(
            responseCode = "400",
            description = "A query parameter is not valid",
            content =
                @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(implementation = Problem.class),
                    examples =
                        @ExampleObject(name = "afterMalformed", ref = "eventsAfterMalformed")))
      })
  @ApiErrors.NoAccount
  @ApiErrors.OfReading
  @ApiAccess.EveryRole
  @interface ListEvents {}

  /**
   * A page of dated records of standing.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "StandingChangePage")
  record StandingChangePage(List<StandingChangeBody> items, @Nullable String nextCursor) {}

  /**
   * A page of events.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "EventPage")
  record EventPage(List<EventBody> items, @Nullable String nextCursor) {}
}
