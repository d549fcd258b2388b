package tradecredit.posting;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;

/** The lanes of all accounts. */
@Context
public final class Lanes {

  private final Map<AccountId, Lane> lanes;

  /** Opens a lane for each account of the agreement. */
  public Lanes(Agreement agreement, BookStore store, PostingSettings settings) {
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
   * @throws IllegalArgumentException where the agreement has no such account
   */
  public CompletionStage<Answer> submit(Submission submission) {
    Lane lane = lanes.get(submission.account());
    if (lane == null) {
      throw new IllegalArgumentException("no account " + submission.account());
    }
    return lane.submit(submission);
  }

  @PreDestroy
  void stop() {
    lanes.values().forEach(Lane::close);
  }
}
