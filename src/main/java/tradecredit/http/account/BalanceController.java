package tradecredit.http.account;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Admitted;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.Inquiries;
import tradecredit.inquiry.Moment;

/**
 * Balances. They are polled, so today's is answered by a reading that polls share, and without a
 * thread that waits.
 */
@Controller("/v1/accounts")
class BalanceController {

  private final Addressed addressed;
  private final Inquiries inquiries;
  private final BalanceAnswers answers;
  private final Executor blocking;

  BalanceController(
      Addressed addressed,
      Inquiries inquiries,
      BalanceAnswers answers,
      @Named(TaskExecutors.BLOCKING) Executor blocking) {
    this.addressed = addressed;
    this.inquiries = inquiries;
    this.answers = answers;
    this.blocking = blocking;
  }

  @AccountApi.GetBalance
  @Needs(Permission.READ_ACCOUNT)
  @Get("/{accountId}/balance")
  CompletionStage<HttpResponse<?>> getBalance(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String asOf,
      @Nullable @QueryValue String knownAt) {
    AccountId account = addressed.account(accountId).id();
    Moment moment = Query.moment(asOf, knownAt);
    long arrivedAt = Admitted.of(request).arrivedAt();
    return moment.isNow()
        ? inquiries
            .figuresNow(account, arrivedAt)
            .thenApply(figures -> answer(request, answers.now(account, figures)))
        : CompletableFuture.supplyAsync(
                () -> inquiries.figures(account, moment, arrivedAt), blocking)
            .thenApply(figures -> answer(request, answers.of(account, figures, asOf, knownAt)));
  }

  private static HttpResponse<?> answer(
      HttpRequest<?> request, BalanceAnswers.TaggedBalance answer) {
    boolean known =
        BalanceTags.matches(request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH), answer.tag());
    return (known ? HttpResponse.notModified() : HttpResponse.ok(answer.body()))
        .header(HttpHeaders.ETAG, answer.tag())
        .header(HttpHeaders.CACHE_CONTROL, BalanceAnswers.CACHING);
  }
}
