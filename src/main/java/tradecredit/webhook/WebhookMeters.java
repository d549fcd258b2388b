package tradecredit.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and times attempts to deliver, by what came of them. */
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

  private final MeterRegistry registry;
  private final Map<String, Timer> attempts = new ConcurrentHashMap<>();

  WebhookMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts an attempt, however it ended. */
  void attempted(Attempt attempt) {
    Failure failure = attempt.failure();
    attempts
        .computeIfAbsent(failure == null ? DELIVERED : failure.wireName(), this::attempts)
        .record(attempt.latency());
  }

  private Timer attempts(String outcome) {
    return Timer.builder("tradecredit.webhook.attempt")
        .description("Attempts to deliver an event, and the time each took")
        .tag("outcome", outcome)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }
}
