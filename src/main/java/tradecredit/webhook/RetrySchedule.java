package tradecredit.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When an attempt is made again: so long after the one before, give or take a fifth, so that what
 * failed together does not come back together. Before the first attempt it is exactly so long, so
 * that no event is due before the one that happened before it.
 *
 * <p>Worked example: with {@code 0s,5s,5m} the first attempt is made at once, the second 4 to 6
 * seconds after the first has failed, the third 4 to 6 minutes after the second, and no fourth.
 *
 * @param delays before each attempt, the first included
 */
public record RetrySchedule(List<Duration> delays) {

  private static final double JITTER = 0.2;
  private static final int MOST = 50;
  private static final Duration LONGEST = Duration.ofDays(30);

  /**
   * Holds the bounds.
   *
   * @throws IllegalArgumentException unless there are 1 to 50 delays of 0 to 30 days
   */
  public RetrySchedule {
    delays = List.copyOf(delays);
    boolean wrong =
        delays.stream().anyMatch(delay -> delay.isNegative() || delay.compareTo(LONGEST) > 0);
    if (delays.isEmpty() || delays.size() > MOST || wrong) {
      throw new IllegalArgumentException(
          "a retry schedule has 1 to %d delays, none longer than %d days"
              .formatted(MOST, LONGEST.toDays()));
    }
  }

  /** How long to wait before the first attempt. */
  public Duration beforeFirst() {
    return delays.getFirst();
  }

  /**
   * How long to wait after {@code tries} attempts have failed; empty where there is no other.
   *
   * @throws IllegalArgumentException if none was made
   */
  public Optional<Duration> after(int tries, RandomGenerator random) {
    if (tries < 1) {
      throw new IllegalArgumentException("no attempt was made");
    }
    return tries < delays.size()
        ? Optional.of(jittered(delays.get(tries), random))
        : Optional.empty();
  }

  private static Duration jittered(Duration delay, RandomGenerator random) {
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(delay.toMillis() * factor));
  }
}
