package tradecredit.http.door;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tradecredit.access.KeyText;
import tradecredit.access.Permission;
import tradecredit.access.ShortAdmission;
import tradecredit.access.TurnedAwayException;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.account.BalanceAnswers;
import tradecredit.http.wire.AccessProblems;
import tradecredit.http.wire.ProblemHandlers;
import tradecredit.http.wire.Resending;
import tradecredit.inquiry.Inquiries;
import tradecredit.platform.Stages;
import tradecredit.platform.UnavailableException;

/**
 * Polls of today's balance that are answered at the {@link FrontDoor}: those that say no more than
 * which account, by which API key, and which balance they know already. What is answered otherwise
 * than with that balance, 401 or 404 for instance, goes the router's way, which tells why.
 */
@Singleton
final class DoorPolls {

  private static final String ACCOUNT = "{accountId}";
  private static final String ROUTE = "/v1/accounts/" + ACCOUNT + "/balance";
  private static final List<String> ANYTHING = List.of("*/*");
  private static final List<String> JSON = List.of("application/json");

  private final Map<String, TradingAccount> accounts;
  private final ShortAdmission admission;
  private final Inquiries inquiries;
  private final BalanceAnswers balances;
  private final DoorAnswers answers;

  DoorPolls(
      Agreement agreement,
      ShortAdmission admission,
      Inquiries inquiries,
      BalanceAnswers balances,
      DoorAnswers answers) {
    this.accounts =
        agreement.accounts().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    account -> ROUTE.replace(ACCOUNT, account.id().value()), Function.identity()));
    this.admission = admission;
    this.inquiries = inquiries;
    this.balances = balances;
    this.answers = answers;
  }

  /**
   * Answers a request without a body.
   *
   * @param loop where what takes no time is done
   * @return the answer; null or, where that takes a look-up, empty where the request is to go the
   *     router's way
   */
  @Nullable CompletionStage<Optional<FullHttpResponse>> answer(HttpRequest request, Executor loop) {
    TradingAccount account = accounts.get(request.uri());
    if (account == null || !request.method().equals(HttpMethod.GET) || !isPlain(request)) {
      return null;
    }
    KeyText key =
        ShortAdmission.key(request.headers().getAll(HttpHeaderNames.AUTHORIZATION)).orElse(null);
    return key == null ? null : answer(request, account, key, loop);
  }

  private static boolean isPlain(HttpRequest request) {
    HttpHeaders headers = request.headers();
    List<String> accepts = headers.getAll(HttpHeaderNames.ACCEPT);
    return (accepts.isEmpty() || accepts.equals(ANYTHING) || accepts.equals(JSON))
        && !headers.contains(HttpHeaderNames.CONTENT_TYPE)
        && headers.getAll(HttpHeaderNames.CONTENT_LENGTH).stream().allMatch("0"::equals);
  }

  private CompletionStage<Optional<FullHttpResponse>> answer(
      HttpRequest request, TradingAccount account, KeyText key, Executor loop) {
    long arrivedAt = System.nanoTime();
    return admitted(account, key, loop)
        .thenCompose(
            admitted ->
                admitted
                    ? balance(request, account.id(), arrivedAt, loop)
                    : CompletableFuture.completedFuture(Optional.<FullHttpResponse>empty()))
        .exceptionally(fault -> failed(request, fault))
        .thenApply(
            found -> {
              found.ifPresent(answer -> answers.count(request, ROUTE, answer, arrivedAt));
              return found;
            });
  }

  private CompletionStage<Optional<FullHttpResponse>> balance(
      HttpRequest request, AccountId account, long arrivedAt, Executor loop) {
    return inquiries
        .figuresNow(account, arrivedAt)
        .thenApplyAsync(
            figures -> Optional.of(answers.balance(request, balances.now(account, figures))), loop);
  }

  private CompletionStage<Boolean> admitted(TradingAccount account, KeyText key, Executor loop) {
    try {
      return admission.admits(key, Permission.READ_ACCOUNT, account, loop);
    } catch (TurnedAwayException busy) {
      return CompletableFuture.failedFuture(busy);
    }
  }

  /** An outage is told at once: the router's way would only wait for it once more. */
  private Optional<FullHttpResponse> failed(HttpRequest request, Throwable fault) {
    return switch (Stages.cause(fault)) {
      case TurnedAwayException busy ->
          Optional.of(
              answers.problem(
                  request,
                  AccessProblems.problem(busy, request.uri()),
                  AccessProblems.wholeSeconds(busy.retryAfter())));
      case UnavailableException away ->
          Optional.of(
              answers.problem(
                  request,
                  ProblemHandlers.unavailable(Resending.ASKS, request.uri()),
                  ProblemHandlers.RETRY_AFTER_SECONDS));
      default -> Optional.empty();
    };
  }
}
