package tradecredit.posting;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;

/** The lanes of all accounts. */
@Context
public final class Lanes {

  private final Map<AccountId, Lane> lanes;
  private final Duration answerTimeout;

  /** Opens a lane for each account of the agreement. */
  public Lanes(Agreement agreement, BookStore store, PostingSettings settings) {
    answerTimeout = settings.answerTimeout();
    lanes =
        agreement.accounts().stream()
            .map(account -> new LaneOf(account.id(), new Lane(agreement, account, store, settings)))
            .collect(Collectors.toUnmodifiableMap(LaneOf::account, LaneOf::lane));
  }

  private record LaneOf(AccountId account, Lane lane) {}

  @PostConstruct
  void start() {
    lanes.values().forEach(Lane::start);
  }

  /**
   * Submits to the account's lane without blocking.
   *
   * @return the answer; fails with {@link LaneFullException} where too many wait, with {@link
   *     BookUnavailableException} where the database stays away or the outcome does not come in
   *     time
   * @throws IllegalArgumentException where the agreement has no such account
   */
  public CompletionStage<Answer> submit(Submission submission) {
    Lane lane = lanes.get(submission.account());
    if (lane == null) {
      throw new IllegalArgumentException("no account " + submission.account());
    }
    return lane.submit(submission)
        .toCompletableFuture()
        .orTimeout(answerTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(Lanes::failed);
  }

  private static CompletionStage<Answer> failed(Throwable fault) {
    return CompletableFuture.failedFuture(
        fault instanceof TimeoutException late
            ? new BookUnavailableException("no outcome in time", late)
            : fault);
  }

  @PreDestroy
  void stop() {
    lanes.values().forEach(Lane::close);
  }
}
