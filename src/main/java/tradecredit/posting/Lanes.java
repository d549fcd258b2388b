package tradecredit.posting;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.platform.UnavailableException;

/** The lanes of all accounts. */
@Context
public final class Lanes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  /** How exact the answer timeout is. */
  private static final Duration GIVE_UP_EVERY = Duration.ofMillis(250);

  private final Crew crew = new Crew();
  private final Duration drainTimeout;
  private final Map<AccountId, Lane> lanes;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lanes-timer").factory());

  /** Opens a lane for each account of the agreement. */
  public Lanes(
      Agreement agreement, BookStore store, PostingSettings settings, MeterRegistry registry) {
    drainTimeout = settings.drainTimeout();
    lanes =
        agreement.accounts().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    TradingAccount::id,
                    account ->
                        new Lane(
                            account.id(),
                            new BatchWriter(agreement, account, store, settings),
                            settings,
                            crew,
                            new LaneMeters(registry, account.id()))));
  }

  @PostConstruct
  void start() {
    Future<?> _ =
        timer.scheduleWithFixedDelay(
            () -> lanes.values().forEach(Lanes::giveUp),
            GIVE_UP_EVERY.toMillis(),
            GIVE_UP_EVERY.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** A fault must not end the scheduled looks: after one that throws, the timer runs no more. */
  private static void giveUp(Lane lane) {
    try {
      lane.giveUp();
    } catch (RuntimeException | Error fault) {
      LOG.error("It was not looked after who has waited too long in a lane", fault);
    }
  }

  /**
   * Submits to the account's lane without blocking.
   *
   * @return the answer; fails with {@link LaneFullException} where too many wait, with {@link
   *     UnavailableException} where the database stays away or the outcome does not come in time
   * @throws IllegalArgumentException where the agreement has no such account
   */
  public CompletionStage<Answer> submit(Submission submission) {
    return lane(submission.account()).submit(submission);
  }

  /**
   * Whether the account's lane has room for so much at this moment; {@link #submit} decides anew.
   *
   * @param weight postings and their lines
   * @throws IllegalArgumentException where the agreement has no such account
   */
  public boolean haveRoom(AccountId account, int weight) {
    return lane(account).hasRoom(weight);
  }

  private Lane lane(AccountId account) {
    Lane lane = lanes.get(account);
    if (lane == null) {
      throw new IllegalArgumentException("no account " + account);
    }
    return lane;
  }

  /** Takes no more, answers what waits within the drain timeout, and stops. */
  @PreDestroy
  @Override
  public void close() {
    lanes.values().forEach(Lane::close);
    crew.close(drainTimeout);
    lanes.values().forEach(Lane::failTheRest);
    timer.shutdownNow();
  }
}
