package tradecredit.http.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.EventBody;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.EventReading;
import tradecredit.inquiry.Slice;
import tradecredit.inquiry.StandingChangeReading;
import tradecredit.inquiry.StandingInquiries;

/** Standing as a dated record, and the feed of events. */
@Controller("/v1/accounts/{accountId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class StandingController {

  private final Addressed addressed;
  private final StandingInquiries standings;

  StandingController(Addressed addressed, StandingInquiries standings) {
    this.addressed = addressed;
    this.standings = standings;
  }

  @StandingApi.GetStanding
  @Needs(Permission.READ_ACCOUNT)
  @Get("/standing")
  StandingBody getStanding(
      @ApiSchemas.AccountPath @PathVariable String accountId, @Nullable @QueryValue String asOf) {
    TradingAccount account = addressed.account(accountId);
    return StandingBody.of(account, standings.standing(account.id(), Query.asOf(asOf)));
  }

  @StandingApi.ListChanges
  @Needs(Permission.READ_ACCOUNT)
  @Get("/standing-changes")
  HttpResponse<Page<StandingChangeBody>> listChanges(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    TradingAccount account = addressed.account(accountId);
    Slice<StandingChangeReading> slice =
        standings.changes(
            account.id(), Cursor.number(cursor, "standing-changes"), Query.limit(limit));
    return Page.of(
        request,
        "standing-changes",
        slice,
        reading -> reading.change().number(),
        reading -> StandingChangeBody.of(account, reading));
  }

  @StandingApi.ListEvents
  @Needs(Permission.READ_ACCOUNT)
  @Get("/events")
  HttpResponse<Page<EventBody>> listEvents(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String after,
      @Nullable @QueryValue String limit) {
    TradingAccount account = addressed.account(accountId);
    Slice<EventReading> slice =
        standings.events(account.id(), Query.after(after), Query.limit(limit));
    String next = slice.more() ? Long.toString(slice.items().getLast().sequence()) : null;
    return Page.response(
        request, slice.items().stream().map(EventBody::of).toList(), next, "after");
  }
}
