package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.store.webhook.WebhookSweeper;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.SettableClock;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** Days of failure and of retention, on a clock that is set. */
class ScheduleInTimeTest {

  private static final List<Duration> SCHEDULE =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private final SettableClock clock = new SettableClock();

  private static void post(Service service, String number) {
    assertThat(
            service
                .client()
                .post(
                    Client.KATTOSKO + "/invoices",
                    Json.kattoskoInvoice(number, "2001-05-16", "1.00"))
                .status())
        .isEqualTo(201);
  }

  private void awaitAttempts(Webhooks webhooks, Webhooks.Made endpoint, int count) {
    Awaiting.until(
        count + " attempts",
        () ->
            webhooks.deliveries(endpoint, "").size() == 1
                && webhooks.delivery(endpoint).get("attempts").asInt() == count);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void three_days_of_attempts_keep_to_the_schedule_and_end_where_it_is_seen(TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), Webhooks.settings(), clock);
        Receiver receiver = Receiver.answering(500)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      post(service, "K-1");
      for (int tries = 1; tries <= SCHEDULE.size(); tries++) {
        awaitAttempts(webhooks, endpoint, tries);
        JsonNode next = webhooks.delivery(endpoint).get("nextAttemptAt");
        if (tries == SCHEDULE.size()) {
          assertThat(next.isNull()).isTrue();
        } else {
          Duration delay = SCHEDULE.get(tries);
          Duration wait = Duration.between(clock.instant(), Instant.parse(next.asText()));
          assertThat(wait)
              .isBetween(
                  Duration.ofMillis(delay.toMillis() * 8 / 10),
                  Duration.ofMillis(delay.toMillis() * 12 / 10).plusSeconds(10));
          assertThat(webhooks.backlog(endpoint, "failing")).isOne();
          clock.set(Instant.parse(next.asText()));
        }
      }
      assertThat(webhooks.delivery(endpoint).get("state").asText()).isEqualTo("givenUp");
      assertThat(webhooks.backlog(endpoint, "givenUp")).isOne();
      assertThat(webhooks.backlog(endpoint, "failing")).isZero();
      assertThat(receiver.requests()).hasSize(10);
      assertThat(receiver.ids()).hasSize(1);
      assertThat(receiver.requests().stream().map(Receiver.Request::body).distinct()).hasSize(1);
      assertThat(receiver.requests().stream().map(request -> request.header("webhook-timestamp")))
          .doesNotHaveDuplicates()
          .isSorted();
      assertThat(webhooks.get(endpoint).get("state").asText()).isEqualTo("enabled");
      redeliver(webhooks, endpoint, receiver);
      Invariants.hold(service.database());
    }
  }

  /** By hand it goes out once more, under the id it had. */
  private static void redeliver(Webhooks webhooks, Webhooks.Made endpoint, Receiver receiver) {
    receiver.behave(Receiver.status(200));
    String message = webhooks.delivery(endpoint).get("messageId").asText();
    Client.Answer answer =
        webhooks
            .client()
            .send("POST", endpoint.path() + "/deliveries/" + message + "/redelivery", null, null);
    assertThat(answer.status()).isEqualTo(202);
    webhooks.awaitQuiet(endpoint);
    assertThat(webhooks.delivery(endpoint).get("state").asText()).isEqualTo("delivered");
    assertThat(webhooks.attempts(endpoint)).hasSize(11);
    assertThat(receiver.ids()).containsExactly(message);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void five_days_without_a_success_disable_and_what_waits_goes_out_when_it_is_enabled(
      TestDatabase kind) {
    try (Service service =
            Service.on(
                kind.fresh(),
                Webhooks.settings("retry-schedule", "0s,24h,24h,24h,24h,24h,24h,24h,24h,24h"),
                clock);
        Receiver receiver = Receiver.answering(500)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      post(service, "K-1");
      int tries = failUntilDisabled(webhooks, endpoint);
      assertThat(tries).isBetween(6, 8);
      assertThat(webhooks.get(endpoint).get("stateReason").asText()).isEqualTo("failing");
      int before = receiver.requests().size();
      post(service, "K-2");
      assertThat(webhooks.backlog(endpoint, "unread")).isOne();
      receiver.behave(Receiver.status(200));
      assertThat(receiver.requests()).hasSize(before);
      webhooks.switchTo(endpoint, "enabled");
      webhooks.awaitQuiet(endpoint);
      assertThat(receiver.ids()).hasSize(2);
      assertThat(webhooks.deliveries(endpoint, "delivered")).hasSize(2);
      assertThat(webhooks.get(endpoint).get("failingSince").isNull()).isTrue();
      Invariants.hold(service.database());
    }
  }

  /** Goes from attempt to attempt until the endpoint is disabled; the number of attempts. */
  private int failUntilDisabled(Webhooks webhooks, Webhooks.Made endpoint) {
    for (int tries = 1; ; tries++) {
      awaitAttempts(webhooks, endpoint, tries);
      Instant since = Instant.parse(webhooks.get(endpoint).get("failingSince").asText());
      Instant last =
          Instant.parse(webhooks.attempts(endpoint).get(tries - 1).get("startedAt").asText());
      if (Duration.between(since, last).compareTo(Duration.ofDays(5)) > 0 || tries > 10) {
        Awaiting.until(
            "the end", () -> webhooks.get(endpoint).get("state").asText().equals("disabled"));
        return tries;
      }
      assertThat(webhooks.get(endpoint).get("state").asText()).isEqualTo("enabled");
      clock.set(Instant.parse(webhooks.delivery(endpoint).get("nextAttemptAt").asText()));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_done_is_swept_after_its_time_and_what_waits_never(TestDatabase kind) {
    try (Service service =
            Service.on(
                kind.fresh(),
                Webhooks.settings("retry-schedule", "0s,5s", "sweep-step", "2", "retention", "10d"),
                clock);
        Receiver good = Receiver.answering(200);
        Receiver bad = Receiver.answering(500)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made done = webhooks.make(good.url());
      Webhooks.Made off = webhooks.make(bad.url());
      Webhooks.Made deleted = webhooks.make(good.url());
      for (int i = 1; i <= 5; i++) {
        post(service, "K-" + i);
      }
      good.await(10);
      webhooks.awaitQuiet(done);
      webhooks.awaitQuiet(deleted);
      Awaiting.until("failures", () -> webhooks.backlog(off, "failing") == 5);
      webhooks.switchTo(off, "disabled");
      assertThat(webhooks.client().send("DELETE", deleted.path(), null, null).status())
          .isEqualTo(204);
      assertThat(webhooks.deliveries(deleted, "")).hasSize(5);
      String message = webhooks.deliveries(done, "").get(0).get("messageId").asText();
      WebhookSweeper sweeper = service.context().getBean(WebhookSweeper.class);
      clock.advance(Duration.ofDays(9));
      assertThat(sweeper.sweep()).isZero();
      clock.advance(Duration.ofDays(2));
      assertThat(sweeper.sweep()).isEqualTo(10);
      assertThat(webhooks.deliveries(done, "")).isEmpty();
      isGone(webhooks, done.path() + "/deliveries/" + message, message);
      assertThat(webhooks.deliveries(off, "")).hasSize(5);
      assertThat(webhooks.client().get(deleted.path()).status()).isEqualTo(404);
      assertThat(webhooks.client().get(done.path()).status()).isEqualTo(200);
      Invariants.hold(service.database());
    }
  }

  private static void isGone(Webhooks webhooks, String path, String message) {
    assertThat(webhooks.client().get(path).json().get("detail").asText())
        .isEqualTo(
            "The endpoint has no delivery of the message %s, or has none any more.", message);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_given_up_is_kept_until_it_is_delivered(TestDatabase kind) {
    try (Service service =
            Service.on(
                kind.fresh(),
                Webhooks.settings("retry-schedule", "0s", "retention", "10d"),
                clock);
        Receiver receiver = Receiver.answering(500)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = givenUp(service, webhooks, receiver);
      WebhookSweeper sweeper = service.context().getBean(WebhookSweeper.class);
      clock.advance(Duration.ofDays(4000));
      assertThat(sweeper.sweep()).isZero();
      assertThat(webhooks.deliveries(endpoint, "givenUp")).hasSize(3);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_given_up_and_is_swept_as_the_operator_says_is_counted_for_ever(TestDatabase kind) {
    try (Service service =
            Service.on(
                kind.fresh(),
                Webhooks.settings(
                    "retry-schedule", "0s", "sweep-step", "2", "given-up-retention", "365d"),
                clock);
        Receiver receiver = Receiver.answering(500)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = givenUp(service, webhooks, receiver);
      WebhookSweeper sweeper = service.context().getBean(WebhookSweeper.class);
      clock.advance(Duration.ofDays(364));
      assertThat(sweeper.sweep()).isZero();
      clock.advance(Duration.ofDays(2));
      assertThat(sweeper.sweep()).isEqualTo(3);
      assertThat(webhooks.deliveries(endpoint, "")).isEmpty();
      assertThat(webhooks.backlog(endpoint, "givenUp")).isEqualTo(3);
      Invariants.hold(service.database());
    }
  }

  private static Webhooks.Made givenUp(Service service, Webhooks webhooks, Receiver receiver) {
    Webhooks.Made endpoint = webhooks.make(receiver.url());
    for (int i = 1; i <= 3; i++) {
      post(service, "K-" + i);
    }
    Awaiting.until("all given up", () -> webhooks.backlog(endpoint, "givenUp") == 3);
    return endpoint;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_rotated_secret_signs_at_once_and_the_one_before_while_its_grace_lasts(TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), Webhooks.settings(), clock);
        Receiver receiver = Receiver.answering(200)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      Client.Answer rotated =
          webhooks.client().send("POST", endpoint.path() + "/secret-rotation", null, null);
      String fresh = rotated.json().get("secret").asText();
      assertThat(fresh).isNotEqualTo(endpoint.secret());
      post(service, "K-1");
      Receiver.Request both = receiver.await(1).getFirst();
      assertThat(both.isSignedWith(endpoint.secret())).isTrue();
      assertThat(both.isSignedWith(fresh)).isTrue();
      assertThat(both.header("webhook-signature").split(" ", -1)).hasSize(2);
      clock.set(Instant.parse(rotated.json().get("previousSecretUntil").asText()));
      post(service, "K-2");
      Receiver.Request alone = receiver.await(2).getLast();
      assertThat(alone.header("webhook-signature").split(" ", -1)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_has_failed_since_then_is_recovered_and_nothing_else(TestDatabase kind) {
    try (Service service =
            Service.on(kind.fresh(), Webhooks.settings("retry-schedule", "0s"), clock);
        Receiver receiver = Receiver.answering(500)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      for (int i = 1; i <= 4; i++) {
        post(service, "K-" + i);
      }
      Awaiting.until("all given up", () -> webhooks.backlog(endpoint, "givenUp") == 4);
      List<String> times = new ArrayList<>();
      StreamSupport.stream(webhooks.deliveries(endpoint, "givenUp").spliterator(), false)
          .forEach(delivery -> times.add(delivery.get("eventAt").asText()));
      receiver.behave(Receiver.status(200));
      assertThat(
              webhooks
                  .recover(endpoint, Instant.parse(times.get(2)))
                  .json()
                  .get("recovered")
                  .asInt())
          .isEqualTo(2);
      webhooks.awaitQuiet(endpoint);
      assertThat(webhooks.deliveries(endpoint, "delivered")).hasSize(2);
      assertThat(webhooks.deliveries(endpoint, "givenUp")).hasSize(2);
      assertThat(webhooks.recover(endpoint, Instant.EPOCH).json().get("recovered").asInt())
          .isEqualTo(2);
      webhooks.awaitQuiet(endpoint);
      assertThat(receiver.ids()).hasSize(4);
    }
  }
}
