package tradecredit.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and times attempts to deliver, by what came of them, and how late receivers are told. */
@Singleton
final class WebhookMeters {

  private static final String DELIVERED = "delivered";
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10)
  };

  private static final Duration[] DELAYS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10),
    Duration.ofHours(1)
  };

  private final MeterRegistry registry;
  private final Timer delays;
  private final Map<String, Timer> attempts = new ConcurrentHashMap<>();

  WebhookMeters(MeterRegistry registry) {
    this.registry = registry;
    this.delays =
        Timer.builder("tradecredit.webhook.delay")
            .description("How long after it happened an event was delivered")
            .serviceLevelObjectives(DELAYS)
            .register(registry);
  }

  /**
   * Counts an attempt, however it ended. The delay of a delivery that was begun anew says nothing:
   * its event may be weeks old.
   */
  void attempted(Outbox.Claimed claimed, Attempt attempt) {
    Failure failure = attempt.failure();
    attempts
        .computeIfAbsent(failure == null ? DELIVERED : failure.wireName(), this::attempts)
        .record(attempt.latency());
    if (attempt.isSuccess() && claimed.tries() == claimed.attempts()) {
      delays.record(delay(claimed.message().timestamp(), attempt.endedAt()));
    }
  }

  /** None where the clocks of the database and of this instance say less. */
  private static Duration delay(Instant event, Instant delivered) {
    return delivered.isBefore(event) ? Duration.ZERO : Duration.between(event, delivered);
  }

  private Timer attempts(String outcome) {
    return Timer.builder("tradecredit.webhook.attempt")
        .description("Attempts to deliver an event, and the time each took")
        .tag("outcome", outcome)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }
}
