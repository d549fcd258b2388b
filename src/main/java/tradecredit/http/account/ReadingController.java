package tradecredit.http.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Admitted;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.AccountFigures;
import tradecredit.inquiry.Inquiries;
import tradecredit.inquiry.Moment;
import tradecredit.inquiry.Slice;

/** Accounts and agings. */
@Controller("/v1/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReadingController {

  private final Addressed addressed;
  private final Inquiries inquiries;

  ReadingController(Addressed addressed, Inquiries inquiries) {
    this.addressed = addressed;
    this.inquiries = inquiries;
  }

  @AccountApi.ListAccounts
  @Needs(Permission.READ_AGREEMENT)
  @Get
  HttpResponse<Page<AccountBody>> listAccounts(
      HttpRequest<?> request,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    List<TradingAccount> accounts = addressed.accounts(request);
    Slice<TradingAccount> slice =
        Slice.of(accounts, Cursor.number(cursor, "accounts"), Query.limit(limit));
    Map<AccountId, AccountFigures> figures = inquiries.figuresOfAll();
    return Page.of(
        request,
        "accounts",
        slice,
        account -> accounts.indexOf(account) + 1L,
        account ->
            AccountBody.of(
                addressed.agreement(), account, Objects.requireNonNull(figures.get(account.id()))));
  }

  @AccountApi.GetAccount
  @Needs(Permission.READ_ACCOUNT)
  @Get("/{accountId}")
  AccountBody getAccount(
      HttpRequest<?> request, @ApiSchemas.AccountPath @PathVariable String accountId) {
    var account = addressed.account(accountId);
    return AccountBody.of(
        addressed.agreement(),
        account,
        inquiries.figures(account.id(), Moment.asOf(null), Admitted.of(request).arrivedAt()));
  }

  @AccountApi.GetAging
  @Needs(Permission.READ_ACCOUNT)
  @Get("/{accountId}/aging")
  AgingBody getAging(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String asOf,
      @Nullable @QueryValue String knownAt,
      @Nullable @QueryValue String basis,
      @Nullable @QueryValue String buckets) {
    AccountId account = addressed.account(accountId).id();
    var asked = Query.basis(basis);
    return AgingBody.of(
        account,
        addressed.currency(),
        asked,
        inquiries.aging(
            account,
            Query.moment(asOf, knownAt),
            asked,
            Query.buckets(buckets),
            Admitted.of(request).arrivedAt()));
  }
}
