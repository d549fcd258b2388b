package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import tradecredit.support.Awaiting;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/**
 * What is given back is claimed again before what comes behind it; and what cannot be sent is given
 * back.
 */
class OrderTest {

  private static final EndpointId ENDPOINT = EndpointId.generate();

  /** Says of no claim that it stands, and looks at the queue while claims are given back. */
  private static final class Changed extends QuietOutbox {
    private final CompletableFuture<Courier> courier = new CompletableFuture<>();
    private final CompletableFuture<List<Claimed>> given = new CompletableFuture<>();
    private final CompletableFuture<Integer> heldMeanwhile = new CompletableFuture<>();
    private final CompletableFuture<List<Claimed>> notTaken = new CompletableFuture<>();

    @Override
    public List<Boolean> stand(List<Claimed> claims, Instant now) {
      return claims.stream().map(claim -> false).toList();
    }

    @Override
    public void release(List<Claimed> claims) {
      if (given.complete(claims)) {
        Courier taking = courier.join();
        heldMeanwhile.complete(taking.held(ENDPOINT));
        taking.take(ENDPOINT, List.of(claimed(ENDPOINT, 4)), 1, 0);
      } else {
        notTaken.complete(claims);
      }
    }
  }

  /** Keeps what is given back. */
  private static final class Given extends QuietOutbox {
    private final List<List<Claimed>> given = new CopyOnWriteArrayList<>();

    @Override
    public void release(List<Claimed> claims) {
      given.add(claims);
    }
  }

  private static Service idle() {
    return Service.on(TestDatabase.H2.fresh(), Webhooks.settings("dispatch.enabled", "false"));
  }

  private static Courier courier(Service service, Outbox outbox, MeterRegistry registry) {
    InstantSource clock = InstantSource.system();
    Bell bell = new Bell();
    Courier.Policy policy =
        new Courier.Policy(
            new RetrySchedule(List.of(Duration.ZERO)), Duration.ofSeconds(1), 10, clock);
    return new Courier(
        service.context().getBean(Sender.class),
        new Recorder(outbox, clock, new WebhookMeters(registry)),
        new Claims(outbox, policy, bell),
        policy,
        bell);
  }

  private static List<Outbox.Claimed> three() {
    return List.of(
        QuietOutbox.claimed(ENDPOINT, 1),
        QuietOutbox.claimed(ENDPOINT, 2),
        QuietOutbox.claimed(ENDPOINT, 3));
  }

  @Test
  void while_claims_are_given_back_there_is_no_room_for_what_comes_behind_them()
      throws ExecutionException, InterruptedException, TimeoutException {
    try (Service service = idle()) {
      Changed outbox = new Changed();
      Courier courier = courier(service, outbox, new SimpleMeterRegistry());
      List<Outbox.Claimed> three = three();
      courier.take(ENDPOINT, three, 1, 0);
      outbox.courier.complete(courier);

      assertThat(outbox.given.get(10, TimeUnit.SECONDS)).isEqualTo(three);
      assertThat(outbox.heldMeanwhile.get(10, TimeUnit.SECONDS)).isEqualTo(Integer.MAX_VALUE);
      assertThat(outbox.notTaken.get(10, TimeUnit.SECONDS)).hasSize(1);
      Awaiting.until("no claim", () -> courier.held(ENDPOINT) == 0);
    }
  }

  @Test
  void what_waits_behind_a_failure_that_the_recorder_does_not_take_is_given_back() {
    SimpleMeterRegistry broken = new SimpleMeterRegistry();
    broken
        .config()
        .meterFilter(
            MeterFilter.deny(
                id -> {
                  if (id.getName().equals("tradecredit.webhook.attempt")) {
                    throw new IllegalStateException("in a test");
                  }
                  return false;
                }));
    try (Service service = idle()) {
      Given outbox = new Given();
      Courier courier = courier(service, outbox, broken);
      List<Outbox.Claimed> three = three();
      courier.take(ENDPOINT, three, 1, 0);
      Awaiting.until("no claim", () -> courier.held(ENDPOINT) == 0);
      assertThat(outbox.given).containsExactly(three.subList(1, 3));
    }
  }

  @Test
  void what_comes_after_a_stop_is_given_back() throws InterruptedException {
    try (Service service = idle()) {
      Given outbox = new Given();
      Courier courier = courier(service, outbox, new SimpleMeterRegistry());
      courier.stop(System.nanoTime() + TimeUnit.SECONDS.toNanos(5), 0);
      List<Outbox.Claimed> three = three();
      courier.take(ENDPOINT, three, 1, 0);
      assertThat(outbox.given).containsExactly(three);
      assertThat(courier.held(ENDPOINT)).isZero();
    }
  }

  @Test
  void what_was_claimed_before_others_were_given_back_is_not_taken_after_it() {
    EndpointQueue queue = new EndpointQueue();
    List<Outbox.Claimed> first = List.of(QuietOutbox.claimed(ENDPOINT, 1));
    List<Outbox.Claimed> second = List.of(QuietOutbox.claimed(ENDPOINT, 2));
    long before = queue.shutSoFar();
    assertThat(queue.add(first, before)).isTrue();
    assertThat(queue.shut()).isEqualTo(first);
    assertThat(queue.add(second, before)).isFalse();
    assertThat(queue.add(second, queue.shutSoFar())).isFalse();
    queue.open();
    assertThat(queue.add(second, before)).isFalse();
    assertThat(queue.add(first, queue.shutSoFar())).isTrue();
  }
}
