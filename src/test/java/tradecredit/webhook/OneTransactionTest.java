package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tradecredit.access.AuditEvent;
import tradecredit.support.Awaiting;
import tradecredit.support.HeldAccount;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** What belongs together is done together, or not at all. */
class OneTransactionTest {

  @Test
  void an_attempt_that_disables_is_recorded_with_the_disabling() throws SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    CountDownLatch locked = new CountDownLatch(1);
    Receiver.Behaviour gone =
        (request, out) -> {
          locked.await();
          Receiver.status(410).answer(request, out);
        };
    try (Receiver receiver = new Receiver(gone);
        Service service = Service.on(database, Webhooks.settings())) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      webhooks.test(endpoint);
      try (HeldAccount held = HeldAccount.none(database)) {
        locked.countDown();
        held.awaitWaiting();
        assertThat(webhooks.delivery(endpoint).get("attempts").asInt()).isZero();
        held.letGo();
      }
      Awaiting.until("the end", () -> webhooks.delivery(endpoint).get("attempts").asInt() == 1);
      assertThat(webhooks.get(endpoint).get("state").asText()).isEqualTo("disabled");
    }
  }

  @Test
  void what_is_swept_meanwhile_is_not_sent_anew_and_leaves_no_record() {
    try (Service service =
        Service.on(TestDatabase.H2.fresh(), Webhooks.settings("dispatch.enabled", "false"))) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make("http://127.0.0.1:9/");
      AuditEvent audit =
          new AuditEvent(
              null,
              "kattosko",
              "somebody",
              "redeliver-webhook",
              "webhook-endpoints/" + endpoint.id(),
              AuditEvent.Outcome.DONE,
              "kattosko",
              "",
              "");
      assertThat(
              service
                  .context()
                  .getBean(Deliveries.class)
                  .redeliver(new EndpointId(endpoint.id()), Message.newTestId(), audit))
          .isEmpty();
      JsonNode records =
          service.client().as("kattosko-auditor").get("/v1/audit-records?limit=200").json();
      assertThat(records.toString())
          .contains("make-webhook-endpoint")
          .doesNotContain("redeliver-webhook");
    }
  }
}
