package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tradecredit.platform.UnavailableException;
import tradecredit.support.ShippedAgreement;

/** What is denied while the store is away is recorded when it is there again. */
class DeniedAttemptsTest {

  /** So many wait for the store one by one. */
  private static final int MOST = 10_000;

  /** A trail that is away when it is told so. */
  private static final class Leaving implements AuditTrail {

    private final List<AuditEvent> appended = new ArrayList<>();
    private boolean away;

    @Override
    public void append(List<AuditEvent> events) {
      if (away) {
        throw new UnavailableException("away");
      }
      appended.addAll(events);
    }

    @Override
    public List<AuditRecord> page(
        Map<String, Long> after, @Nullable Set<String> parties, int most) {
      throw new IllegalStateException("nobody reads");
    }
  }

  private final Leaving trail = new Leaving();
  private final CountDownLatch over = new CountDownLatch(1);
  private ExecutorService busy;
  private DeniedAttempts attempts;

  /** Whatever is to be written soon waits until the test is over: so it is written by the test. */
  @BeforeEach
  void keep_the_executor_busy() {
    busy = Executors.newSingleThreadExecutor();
    Future<?> _ =
        busy.submit(
            () -> {
              over.await();
              return over;
            });
    attempts = new DeniedAttempts(trail, ShippedAgreement.read(), settings(), busy);
  }

  private static AccessSettings settings() {
    Duration hour = Duration.ofHours(1);
    return new AccessSettings(false, "keys", 1, 1, hour, hour, 1, hour, 2 * MOST, 2 * MOST, hour);
  }

  @AfterEach
  void let_it_go() {
    over.countDown();
    busy.close();
  }

  private static AuditEvent attempt(int number) {
    return new AuditEvent(
        null,
        null,
        AuditEvent.ANONYMOUS,
        "try",
        "-",
        AuditEvent.Outcome.DENIED,
        null,
        "r-" + number,
        "-");
  }

  private void flushWhileAway() {
    trail.away = true;
    attempts.flush();
    trail.away = false;
  }

  @Test
  void an_attempt_that_meets_an_outage_is_recorded_once_behind_it() {
    attempts.note(attempt(1));
    flushWhileAway();
    assertThat(trail.appended).isEmpty();

    attempts.flush();
    attempts.flush();

    assertThat(trail.appended).containsExactly(attempt(1));
  }

  @Test
  void
      of_those_that_wait_for_the_end_of_an_outage_only_so_many_are_kept_and_the_rest_are_counted() {
    attempts.note(attempt(0));
    flushWhileAway();
    for (int more = 1; more <= MOST; more++) {
      attempts.note(attempt(more));
    }
    flushWhileAway();

    attempts.flush();

    assertThat(trail.appended).hasSize(MOST + 1).contains(attempt(0), attempt(MOST - 1));
    assertThat(trail.appended)
        .filteredOn(event -> !event.action().equals("try"))
        .singleElement()
        .satisfies(
            counted -> {
              assertThat(counted.action()).isEqualTo("count-denied-attempts");
              assertThat(counted.detail()).isEqualTo("1 attempts");
            });
  }
}
