package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** No thread of the webhooks is lost to an error. */
class SurvivalTest {

  /** The true time, which fails whoever is such the first few times that he asks. */
  private record Failing(Predicate<Thread> such, AtomicInteger times) implements InstantSource {

    @Override
    public Instant instant() {
      if (such.test(Thread.currentThread()) && times.getAndDecrement() > 0) {
        throw new StackOverflowError("in a test");
      }
      return Instant.now();
    }
  }

  private static boolean isWorker(Thread thread) {
    return thread.isVirtual()
        && List.of(thread.getStackTrace()).stream()
            .anyMatch(frame -> frame.getClassName().equals(Courier.class.getName()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dispatcher", "worker"})
  void whoever_sends_goes_on_after_an_error(String who) {
    Predicate<Thread> such =
        who.equals("worker")
            ? SurvivalTest::isWorker
            : thread -> thread.getName().equals("webhook-dispatcher");
    Failing clock = new Failing(such, new AtomicInteger(1));
    try (Receiver receiver = Receiver.answering(200);
        Service service =
            Service.on(
                TestDatabase.H2.fresh(),
                Webhooks.settings("dispatch.in-flight-per-endpoint", "1"),
                clock)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      webhooks.test(endpoint);
      Awaiting.until("the error", () -> clock.times().get() <= 0);
      webhooks.test(endpoint);
      receiver.await(1);
    }
  }

  /** Records nothing the first time, for an error. */
  private static final class Notebook extends QuietOutbox {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public List<Disabled> record(List<Attempted> results) {
      if (calls.getAndIncrement() == 0) {
        throw new StackOverflowError("in a test");
      }
      return List.of();
    }
  }

  private static Outbox.Attempted result() {
    return QuietOutbox.delivered(QuietOutbox.claimed(EndpointId.generate(), 1));
  }

  @Test
  void the_recorder_goes_on_after_an_error_and_tells_whoever_waits() throws InterruptedException {
    Notebook notebook = new Notebook();
    Recorder recorder =
        new Recorder(
            notebook, InstantSource.system(), new WebhookMeters(new SimpleMeterRegistry()));
    CountDownLatch told = new CountDownLatch(2);
    recorder.start();
    recorder.put(
        result(),
        () -> {
          told.countDown();
          throw new StackOverflowError("in a test");
        });
    Awaiting.until("the first", () -> told.getCount() == 1);
    recorder.put(result(), told::countDown);
    Awaiting.until("the second", () -> told.getCount() == 0);
    assertThat(notebook.calls).hasValue(3);
    recorder.stop(System.nanoTime() + TimeUnit.SECONDS.toNanos(5));
  }
}
