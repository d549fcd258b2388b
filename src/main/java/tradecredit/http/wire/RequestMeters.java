package tradecredit.http.wire;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts and times answers, by method, route and status: {@code http.server.requests}. The time is
 * that from the request's head to the begin of its answer; of what is refused unread, next to none.
 */
@Singleton
public final class RequestMeters {

  /**
   * The route, or the method, of what has none that is known here. What was asked for is the
   * caller's text, and has no bound.
   */
  public static final String NONE = "none";

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private final MeterRegistry registry;
  private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();

  /** What is counted together. All three are of few values. */
  private record Answered(String method, String route, int status) {}

  RequestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Counts an answer.
   *
   * @param route as the API document has it, such as {@code /v1/accounts/{accountId}/balance}
   * @param since when the request came, by {@link System#nanoTime}
   */
  public void answered(String method, String route, int status, long since) {
    timers
        .computeIfAbsent(new Answered(method, route, status), this::timer)
        .record(Duration.ofNanos(System.nanoTime() - since));
  }

  private Timer timer(Answered answered) {
    return Timer.builder("http.server.requests")
        .description("Answers, and the time until each began")
        .tag("method", answered.method())
        .tag("uri", answered.route())
        .tag("status", Integer.toString(answered.status()))
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }
}
