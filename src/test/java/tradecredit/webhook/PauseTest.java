package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/**
 * Nothing is begun while an endpoint is paused, so what succeeds during the pause was begun before,
 * and says nothing against what the receiver asked for.
 */
class PauseTest {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration ASKED = Duration.ofMinutes(30);

  /** Two deliveries that are under way at once. */
  private static final class Scene implements AutoCloseable {
    private final Service service;
    private final Webhooks webhooks;
    private final Webhooks.Made made;
    private final Outbox outbox;
    private final List<Outbox.Claimed> claimed;
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    Scene(TestDatabase kind) {
      service = Service.on(kind.fresh(), Webhooks.settings("dispatch.enabled", "false"));
      webhooks = Webhooks.of(service);
      made = webhooks.make("http://127.0.0.1:9/");
      outbox = service.context().getBean(Outbox.class);
      for (String number : List.of("K-1", "K-2")) {
        String invoice = Json.kattoskoInvoice(number, "2001-05-16", "1.00");
        assertThat(service.client().post(Client.KATTOSKO + "/invoices", invoice).status())
            .isEqualTo(201);
      }
      outbox.fanOut(id(), began, any -> true);
      claimed = claim(began, 2);
    }

    EndpointId id() {
      return new EndpointId(made.id());
    }

    List<Outbox.Claimed> claim(Instant now, int count) {
      List<Outbox.Claimed> some = outbox.claim(id(), 2, now, now.plus(LEASE), any -> true);
      assertThat(some).hasSize(count);
      return some;
    }

    Outbox.Attempted refused(int which, int millis, Duration retryAfter) {
      return new Outbox.Attempted(
          claimed.get(which),
          new Attempt(began, Duration.ofMillis(millis), 429, Failure.REFUSED, retryAfter),
          new Delivery.Step(Delivery.State.WAITING, began.plusSeconds(5)));
    }

    Outbox.Attempted delivered(int which, int millis) {
      return delivered(claimed.get(which), began, millis);
    }

    Outbox.Attempted delivered(Outbox.Claimed one, Instant start, int millis) {
      Attempt attempt = new Attempt(start, Duration.ofMillis(millis), 200, null, null);
      return new Outbox.Attempted(
          one, attempt, new Delivery.Step(Delivery.State.DELIVERED, attempt.endedAt()));
    }

    JsonNode pausedUntil() {
      return webhooks.get(made).get("pausedUntil");
    }

    /** Paused for as long as the receiver asked at {@code millis}, and no longer. */
    void isPausedSince(int millis) {
      Instant end = began.plusMillis(millis).plus(ASKED);
      assertThat(Instant.parse(pausedUntil().asText())).isEqualTo(end);
      assertThat(outbox.work(end.minusMillis(1))).isEmpty();
      assertThat(outbox.work(end)).hasSize(1);
    }

    @Override
    public void close() {
      service.close();
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_success_that_was_begun_before_and_is_recorded_with_the_refusal_ends_no_pause(
      TestDatabase kind) {
    try (Scene scene = new Scene(kind)) {
      scene.outbox.record(List.of(scene.refused(0, 10, ASKED), scene.delivered(1, 12)));
      scene.isPausedSince(10);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_success_that_was_begun_before_and_is_recorded_after_the_refusal_ends_no_pause(
      TestDatabase kind) {
    try (Scene scene = new Scene(kind)) {
      scene.outbox.record(List.of(scene.refused(0, 10, ASKED)));
      scene.outbox.record(List.of(scene.delivered(1, 8)));
      scene.isPausedSince(10);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_two_refusals_the_one_that_asks_for_longer_holds(TestDatabase kind) {
    try (Scene scene = new Scene(kind)) {
      Duration shorter = Duration.ofSeconds(10);
      scene.outbox.record(List.of(scene.refused(0, 10, ASKED), scene.refused(1, 12, shorter)));
      scene.isPausedSince(10);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_pause_that_is_over_is_not_shown_after_the_next_success(TestDatabase kind) {
    try (Scene scene = new Scene(kind)) {
      Duration second = Duration.ofSeconds(1);
      scene.outbox.record(List.of(scene.refused(0, 10, second), scene.delivered(1, 12)));
      Instant later = scene.began.plusSeconds(6);
      Outbox.Claimed again = scene.claim(later, 1).getFirst();
      scene.outbox.record(List.of(scene.delivered(again, later, 5)));
      assertThat(scene.pausedUntil().isNull()).isTrue();
    }
  }
}
