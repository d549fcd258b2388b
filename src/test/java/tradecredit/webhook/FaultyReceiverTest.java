package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** What receivers do wrong, and what becomes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyReceiverTest {

  /** Far longer than an answer takes, and far shorter than a receiver hangs. */
  private static final Duration SOON = Duration.ofSeconds(10);

  /** How long receivers hang, in milliseconds. */
  private static final int HANGS = 30_000;

  /** It waits for no receiver so long that a test is held up by it. */
  private final Service impatient = sending("700ms");

  /** It waits for receivers longer than a machine that is busy with other things makes it. */
  private final Service service = sending("15s");

  private final Webhooks webhooks = Webhooks.of(service);

  private static Service sending(String timeout) {
    return Service.on(
        TestDatabase.H2.fresh(),
        Webhooks.settings(
            "timeout", timeout, "retry-schedule", "0s,1h", "endpoints-per-party", "200"));
  }

  @AfterAll
  void close() {
    impatient.close();
    service.close();
  }

  private JsonNode attempt(Receiver receiver) {
    return attempt(webhooks, receiver);
  }

  /** What came of a test event that was sent to a receiver which behaves so. */
  private static JsonNode attempt(Webhooks webhooks, Receiver receiver) {
    Webhooks.Made endpoint = webhooks.make(receiver.url());
    assertThat(webhooks.test(endpoint).status()).isEqualTo(202);
    Awaiting.until("an attempt", () -> webhooks.delivery(endpoint).get("attempts").asInt() > 0);
    assertThat(webhooks.attempts(endpoint)).hasSize(1);
    return webhooks.attempts(endpoint).get(0);
  }

  private static void is(JsonNode attempt, int status, String failure) {
    assertThat(attempt.get("status").asInt()).as("%s", attempt).isEqualTo(status);
    assertThat(attempt.get("failure").asText("")).as("%s", attempt).isEqualTo(failure);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "200,''",
    "201,''",
    "204,''",
    "299,''",
    "301,redirected",
    "302,redirected",
    "304,redirected",
    "307,redirected",
    "400,refused",
    "401,refused",
    "404,refused",
    "407,refused",
    "413,refused",
    "429,refused",
    "500,refused",
    "503,refused",
    "599,refused"
  })
  void only_2xx_is_success_and_nothing_is_followed(int status, String failure) {
    try (Receiver elsewhere = Receiver.answering(200);
        Receiver receiver =
            new Receiver(Receiver.status(status, "Location: " + elsewhere.url() + "\r\n"))) {
      is(attempt(receiver), status, failure);
      assertThat(elsewhere.connections()).isZero();
      assertThat(receiver.connections()).isOne();
    }
  }

  @Test
  void one_that_hangs_is_cut_off_in_time() {
    try (Receiver receiver = new Receiver((request, out) -> Receiver.pause(HANGS))) {
      JsonNode attempt = attempt(Webhooks.of(impatient), receiver);
      is(attempt, 0, "timeout");
      assertThat(attempt.get("latencyMillis").asLong()).isBetween(600L, SOON.toMillis());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        "HTTP/1.1 200 O",
        "X-Trickle: "
      })
  void one_that_trickles_is_cut_off_in_time_wherever_it_is(String start) {
    String head = start.startsWith("HTTP") ? start : "HTTP/1.1 200 OK\r\n" + start;
    try (Receiver receiver =
        new Receiver(
            (request, out) -> {
              out.write(bytes(head));
              for (int i = 0; i < HANGS / 50; i++) {
                out.write('x');
                out.flush();
                Receiver.pause(50);
              }
            })) {
      long began = System.nanoTime();
      is(attempt(Webhooks.of(impatient), receiver), 0, "timeout");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
        "nonsense\r\n\r\n",
        "HTTP/1.1 000 x\r\n\r\n",
        "HTTP/1.1 -1 x\r\n\r\n",
        "HTTP/1.1 99999999999 x\r\n\r\n"
      })
  void one_that_closes_early_or_talks_nonsense_failed(String answer) {
    try (Receiver receiver = new Receiver((request, out) -> out.write(bytes(answer)))) {
      is(attempt(receiver), 0, "connectionLost");
    }
  }

  @Test
  void a_gigabyte_is_not_read() {
    long[] written = {0};
    try (Receiver receiver =
        new Receiver(
            (request, out) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n"));
              byte[] much = new byte[65_536];
              while (written[0] < 1_000_000_000) {
                out.write(much);
                written[0] += much.length;
              }
            })) {
      is(attempt(receiver), 200, "");
      assertThat(written[0]).isLessThan(50_000_000);
    }
  }

  @Test
  void a_head_without_end_is_cut_off() {
    try (Receiver receiver =
        new Receiver(
            (request, out) -> {
              out.write(bytes("HTTP/1.1 200 OK\r\n"));
              for (int i = 0; i < 1_000_000; i++) {
                out.write(bytes("X-Header-" + i + ": x\r\n"));
              }
            })) {
      is(attempt(receiver), 0, "connectionLost");
    }
  }

  @Test
  void where_nobody_listens_the_connection_failed() {
    Receiver receiver = Receiver.answering(200);
    receiver.close();
    is(attempt(receiver), 0, "connectionFailed");
  }

  @Test
  void one_that_is_gone_is_disabled_at_once_and_what_waits_is_seen() {
    try (Receiver receiver = Receiver.answering(410)) {
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      webhooks.test(endpoint);
      Awaiting.until(
          "the end", () -> webhooks.get(endpoint).get("state").asText().equals("disabled"));
      assertThat(webhooks.get(endpoint).get("stateReason").asText()).isEqualTo("gone");
      assertThat(webhooks.backlog(endpoint, "failing")).isOne();
      Client.Answer refused = webhooks.test(endpoint);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("webhook-endpoint-disabled");
      JsonNode records =
          service.client().as("kattosko-auditor").get("/v1/audit-records?limit=200").json();
      assertThat(records.get("items").toString())
          .contains("disable-webhook-endpoint", "webhook-endpoints/" + endpoint.id());
      receiver.behave(Receiver.status(200));
      assertThat(webhooks.switchTo(endpoint, "enabled").status()).isEqualTo(200);
      webhooks.awaitQuiet(endpoint);
      assertThat(receiver.ids()).hasSize(1);
    }
  }

  /** By default no receiver is left alone for longer than an hour. */
  @ParameterizedTest
  @CsvSource({"429,1800,1800", "503,1800,1800", "503,86400,3600"})
  void one_that_asks_to_wait_is_left_alone_within_bounds(int status, int asked, int kept) {
    try (Receiver receiver =
        new Receiver(Receiver.status(status, "Retry-After: %d\r\n".formatted(asked)))) {
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      webhooks.test(endpoint);
      receiver.await(1);
      Awaiting.until("the pause", () -> !webhooks.get(endpoint).get("pausedUntil").isNull());
      Instant until = Instant.parse(webhooks.get(endpoint).get("pausedUntil").asText());
      assertThat(until)
          .isBetween(Instant.now().plusSeconds(kept - 100), Instant.now().plusSeconds(kept + 1));
      webhooks.test(endpoint);
      assertThat(webhooks.deliveries(endpoint, "waiting")).hasSize(2);
      othersAreTold();
      assertThat(receiver.requests()).hasSize(1);
    }
  }

  /**
   * Twice: before the second, the dispatcher has gone through all that was waiting at the first.
   */
  private void othersAreTold() {
    try (Receiver other = Receiver.answering(200)) {
      Webhooks.Made endpoint = webhooks.make(other.url());
      for (int told = 1; told <= 2; told++) {
        webhooks.test(endpoint);
        other.await(told);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 500})
  void one_that_has_another_failure_is_not_left_alone_whatever_it_asks(int status) {
    try (Receiver receiver = new Receiver(Receiver.status(status, "Retry-After: 1800\r\n"))) {
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      webhooks.test(endpoint);
      Awaiting.until("a failure", () -> webhooks.backlog(endpoint, "failing") == 1);
      assertThat(webhooks.get(endpoint).get("pausedUntil").isNull()).isTrue();
    }
  }

  @Test
  void a_slow_endpoint_delays_no_other() {
    CountDownLatch over = new CountDownLatch(1);
    try (Receiver slow = new Receiver((request, out) -> over.await(1, TimeUnit.MINUTES));
        Receiver fast = Receiver.answering(200)) {
      Webhooks.Made dead = webhooks.make(slow.url());
      Webhooks.Made alive = webhooks.make(fast.url());
      for (int i = 0; i < 10; i++) {
        webhooks.test(dead);
      }
      slow.await(1);
      long began = System.nanoTime();
      webhooks.test(alive);
      fast.await(1);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    } finally {
      over.countDown();
    }
  }

  @Test
  void what_a_receiver_writes_is_shown_nowhere() {
    try (Receiver receiver =
        new Receiver(
            (request, out) ->
                out.write(
                    bytes(
                        "HTTP/1.1 500 xyzzy-xyzzy\r\nX: xyzzy-xyzzy\r\nContent-Length: 11\r\n\r\nxyzzy-xyzzy")))) {
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      webhooks.test(endpoint);
      Awaiting.until("an attempt", () -> webhooks.delivery(endpoint).get("attempts").asInt() > 0);
      for (Object seen :
          new Object[] {
            webhooks.get(endpoint), webhooks.delivery(endpoint), webhooks.attempts(endpoint)
          }) {
        assertThat(seen.toString().toLowerCase(Locale.ROOT)).doesNotContain("xyzzy");
      }
    }
  }
}
