package tradecredit.posting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Act;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Refusal;
import tradecredit.ledger.RefusalCode;

/**
 * What an account's lane tells of itself, under {@code tradecredit.lane}, and of its decisions. A
 * submission is a request, or one invoice of an import.
 */
final class LaneMeters {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(2),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30)
  };

  private final MeterRegistry registry;
  private final Tag account;
  private final Timer batches;
  private final DistributionSummary sizes;
  private final Counter unanswered;
  private final Counter replays;
  private final Map<Decided, Counter> decisions = new ConcurrentHashMap<>();

  /** What is counted together; the refusal is null where it was posted. */
  private record Decided(Act act, @Nullable RefusalCode refusal) {

    static Decided of(Decision decision) {
      Refusal refusal = decision.refusal();
      return new Decided(decision.act(), refusal == null ? null : refusal.code());
    }
  }

  LaneMeters(MeterRegistry registry, AccountId account) {
    this.registry = registry;
    this.account = Tag.of("account", account.value());
    this.batches =
        Timer.builder("tradecredit.lane.batch")
            .description("Batches, each one transaction, and the time each took with its retries")
            .tags(List.of(this.account))
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
    this.sizes =
        DistributionSummary.builder("tradecredit.lane.batch.size")
            .description("Submissions that shared a transaction")
            .tags(List.of(this.account))
            .register(registry);
    this.unanswered =
        counter("tradecredit.lane.unanswered", "Submissions told that no outcome came in time");
    this.replays = counter("tradecredit.replays", "Submissions answered from the record");
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).tags(List.of(account)).register(registry);
  }

  /** Shows what waits, in postings and their lines, beside how much may. */
  void show(AtomicInteger waiting, int capacity) {
    Gauge.builder("tradecredit.lane.waiting", waiting, AtomicInteger::get)
        .description("Postings and lines that wait for the account's lane")
        .tags(List.of(account))
        .register(registry);
    Gauge.builder("tradecredit.lane.capacity", () -> capacity)
        .description("Postings and lines that may wait")
        .tags(List.of(account))
        .register(registry);
  }

  void leftUnanswered() {
    unanswered.increment();
  }

  /** Counts a batch that is committed. */
  void committed(List<Answer> answers, long nanos) {
    batches.record(Duration.ofNanos(nanos));
    sizes.record(answers.size());
    answers.forEach(this::answered);
  }

  private void answered(Answer answer) {
    switch (answer) {
      case Answer.Outcomes(boolean replayed, List<Outcome> outcomes) ->
          decided(replayed, outcomes.stream().map(Outcome::decision).toList());
      case Answer.BatchRefused refused -> decided(refused.replayed(), List.of(refused.decision()));
      case Answer.KeyReused _, Answer.NotProved _ -> {
        // Nothing was decided; the status of the answer says why.
      }
    }
  }

  private void decided(boolean replayed, List<Decision> made) {
    if (replayed) {
      replays.increment();
    } else {
      made.forEach(
          decision -> decisions.computeIfAbsent(Decided.of(decision), this::decisions).increment());
    }
  }

  private Counter decisions(Decided decided) {
    RefusalCode refusal = decided.refusal();
    return Counter.builder("tradecredit.decisions")
        .description("What was decided, by act; the outcome is posted or why it was refused")
        .tags(List.of(account))
        .tag("act", decided.act().wireName())
        .tag("outcome", refusal == null ? "posted" : refusal.code())
        .register(registry);
  }
}
