package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.platform.UnavailableException;
import tradecredit.support.Awaiting;

/** What was sent while the database is away is recorded as long as nobody else may send it. */
class RecorderTest {

  /** Away when it is asked for the first and the second time. */
  private static final class Away extends QuietOutbox {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public List<Disabled> record(List<Attempted> results) {
      if (calls.incrementAndGet() <= 2) {
        throw new UnavailableException("in a test");
      }
      return List.of();
    }
  }

  @ParameterizedTest
  @CsvSource({"PT1H,3", "PT-1S,1"})
  void it_is_tried_until_the_lease_is_over(Duration lease, int calls) throws InterruptedException {
    Away outbox = new Away();
    Recorder recorder =
        new Recorder(outbox, InstantSource.system(), new WebhookMeters(new SimpleMeterRegistry()));
    AtomicInteger told = new AtomicInteger();
    recorder.start();
    recorder.put(
        QuietOutbox.delivered(
            QuietOutbox.claimed(EndpointId.generate(), 1, Instant.now().plus(lease))),
        told::incrementAndGet);
    Awaiting.until("the end", () -> told.get() > 0);
    recorder.stop(System.nanoTime() + TimeUnit.SECONDS.toNanos(5));
    assertThat(outbox.calls).hasValue(calls);
    assertThat(told).hasValue(1);
  }
}
