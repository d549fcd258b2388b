package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/**
 * What is done to an endpoint, or its receiver asks for, while ten deliveries to it are claimed and
 * the first is under way, holds for the other nine. On PostgreSQL it is another replica that does
 * it.
 */
class ChangedEndpointTest {

  private static final int CLAIMED = 10;

  /** A receiver that answers its first request when it is let, and a book that sends to it. */
  private static final class Scene implements AutoCloseable {
    private final CountDownLatch answered = new CountDownLatch(1);
    private final Receiver receiver;
    private final Service sending;
    private final Service changing;
    private final Webhooks webhooks;
    private final Webhooks.Made endpoint;

    Scene(TestDatabase kind, Receiver.Behaviour answer) {
      receiver = new Receiver((request, out) -> answer(answer, request, out));
      TestDatabase.Fresh database = kind.fresh();
      String[] settings = {"dispatch.in-flight-per-endpoint", "1", "retry-schedule", "0s,1h"};
      sending = Service.on(database, Webhooks.settings(settings));
      changing = kind == TestDatabase.H2 ? sending : Service.on(database, idle());
      webhooks = Webhooks.of(changing);
      endpoint = webhooks.make(receiver.url());
      webhooks.switchTo(endpoint, "disabled");
      for (int i = 1; i <= CLAIMED; i++) {
        String invoice = Json.kattoskoInvoice("K-" + i, "2001-05-16", "1.00");
        assertThat(changing.client().post(Client.KATTOSKO + "/invoices", invoice).status())
            .isEqualTo(201);
      }
      webhooks.switchTo(endpoint, "enabled");
      Awaiting.until("ten claims", () -> held() == CLAIMED);
      receiver.await(1);
    }

    private static Map<String, String> idle() {
      return new HashMap<>(Webhooks.settings("dispatch.enabled", "false"));
    }

    private void answer(Receiver.Behaviour answer, Receiver.Request request, OutputStream out)
        throws IOException, InterruptedException {
      answered.await();
      answer.answer(request, out);
    }

    private int held() {
      return sending.context().getBean(Courier.class).held(new EndpointId(endpoint.id()));
    }

    /** Lets the receiver answer, and waits until nothing is claimed any more. */
    void goOn() {
      answered.countDown();
      Awaiting.until("no claim", () -> held() == 0);
    }

    int send(String method, String path, String body) {
      return webhooks
          .client()
          .send(method, endpoint.path() + path, null, body, "Content-Type", "application/json")
          .status();
    }

    @Override
    public void close() {
      answered.countDown();
      receiver.close();
      if (changing != sending) {
        changing.close();
      }
      sending.close();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void from_the_answer_to_a_delete_on_nothing_is_begun(TestDatabase kind) {
    try (Scene scene = new Scene(kind, Receiver.status(200))) {
      assertThat(scene.webhooks.client().send("DELETE", scene.endpoint.path(), null, null).status())
          .isEqualTo(204);
      scene.goOn();
      assertThat(scene.receiver.requests()).hasSize(1);
      assertThat(scene.webhooks.deliveries(scene.endpoint, "delivered")).hasSize(1);
      Invariants.hold(scene.sending.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void while_it_is_disabled_what_was_claimed_waits_too(TestDatabase kind) {
    try (Scene scene = new Scene(kind, Receiver.status(200))) {
      assertThat(scene.webhooks.switchTo(scene.endpoint, "disabled").status()).isEqualTo(200);
      scene.goOn();
      assertThat(scene.receiver.requests()).hasSize(1);
      assertThat(scene.webhooks.backlog(scene.endpoint, "waiting")).isEqualTo(CLAIMED - 1);
      scene.webhooks.switchTo(scene.endpoint, "enabled");
      scene.webhooks.awaitQuiet(scene.endpoint);
      assertThat(scene.receiver.requests()).hasSize(CLAIMED);
      assertThat(scene.receiver.ids()).hasSize(CLAIMED);
      Invariants.hold(scene.sending.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_claimed_goes_to_the_new_url(TestDatabase kind) {
    try (Scene scene = new Scene(kind, Receiver.status(200));
        Receiver other = Receiver.answering(200)) {
      String wanted = "{\"url\":\"" + other.url() + "\"}";
      assertThat(scene.send("PUT", "", wanted)).isEqualTo(200);
      scene.answered.countDown();
      scene.webhooks.awaitQuiet(scene.endpoint);
      assertThat(scene.receiver.requests()).hasSize(1);
      assertThat(other.requests()).hasSize(CLAIMED - 1);
      Invariants.hold(scene.sending.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_claimed_is_signed_with_the_new_secret_too(TestDatabase kind) {
    try (Scene scene = new Scene(kind, Receiver.status(200))) {
      String path = scene.endpoint.path() + "/secret-rotation";
      String fresh =
          scene.webhooks.client().send("POST", path, null, null).json().get("secret").asText();
      scene.answered.countDown();
      scene.webhooks.awaitQuiet(scene.endpoint);
      assertThat(scene.receiver.requests()).hasSize(CLAIMED);
      assertThat(scene.receiver.requests().stream().skip(1))
          .allMatch(request -> request.isSignedWith(fresh));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_is_gone_is_told_nothing_that_was_claimed(TestDatabase kind) {
    try (Scene scene = new Scene(kind, Receiver.status(410))) {
      scene.goOn();
      assertThat(scene.webhooks.get(scene.endpoint).get("stateReason").asText()).isEqualTo("gone");
      assertThat(scene.receiver.requests()).hasSize(1);
      assertThat(scene.webhooks.backlog(scene.endpoint, "waiting")).isEqualTo(CLAIMED - 1);
      Invariants.hold(scene.sending.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_asks_to_wait_is_told_nothing_that_was_claimed(TestDatabase kind) {
    try (Scene scene = new Scene(kind, Receiver.status(503, "Retry-After: 3600\r\n"))) {
      scene.goOn();
      assertThat(scene.webhooks.get(scene.endpoint).get("pausedUntil").isNull()).isFalse();
      assertThat(scene.receiver.requests()).hasSize(1);
      assertThat(scene.webhooks.backlog(scene.endpoint, "waiting")).isEqualTo(CLAIMED - 1);
      assertThat(scene.webhooks.backlog(scene.endpoint, "failing")).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_the_url_before_answers_says_nothing_of_the_one_after(TestDatabase kind) {
    try (Scene scene = new Scene(kind, Receiver.status(410));
        Receiver other = Receiver.answering(200)) {
      scene.send("PUT", "", "{\"url\":\"" + other.url() + "\"}");
      scene.answered.countDown();
      Awaiting.until("its failure", () -> scene.webhooks.backlog(scene.endpoint, "failing") == 1);
      other.await(CLAIMED - 1);
      assertThat(scene.webhooks.get(scene.endpoint).get("state").asText()).isEqualTo("enabled");
      assertThat(scene.webhooks.get(scene.endpoint).get("failingSince").isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_new_url_neither_fails_nor_is_paused(TestDatabase kind) {
    try (Scene scene = new Scene(kind, Receiver.status(503, "Retry-After: 3600\r\n"));
        Receiver other = Receiver.answering(200)) {
      scene.goOn();
      scene.send("PUT", "", "{\"url\":\"%s\"}".formatted(scene.receiver.url()));
      assertThat(scene.webhooks.get(scene.endpoint).get("pausedUntil").isNull()).isFalse();
      assertThat(scene.webhooks.get(scene.endpoint).get("failingSince").isNull()).isFalse();
      scene.send("PUT", "", "{\"url\":\"" + other.url() + "\"}");
      assertThat(scene.webhooks.get(scene.endpoint).get("failingSince").isNull()).isTrue();
      assertThat(scene.webhooks.get(scene.endpoint).get("pausedUntil").isNull()).isTrue();
      // What has failed at the URL before is begun anew, too, and not in an hour.
      other.await(CLAIMED);
    }
  }
}
