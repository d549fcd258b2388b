package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
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

/** What was not sent round yet when an endpoint is changed is told, or is seen as given up. */
class BacklogTest {

  private static final String DAY = "2001-05-16";

  /** A book with an endpoint of both accounts that is disabled. */
  private static final class Scene implements AutoCloseable {
    private final Receiver receiver;
    private final Service service;
    private final Webhooks webhooks;
    private final Webhooks.Made endpoint;

    Scene(TestDatabase kind) {
      this(kind, Receiver.answering(200), Webhooks.settings());
    }

    Scene(TestDatabase kind, Receiver receiver, Map<String, String> settings) {
      this.receiver = receiver;
      service = Service.on(kind.fresh(), settings);
      webhooks = Webhooks.of(service);
      endpoint = webhooks.make(receiver.url());
      webhooks.switchTo(endpoint, "disabled");
    }

    void invoiceBoth(String number) {
      Client client = service.client();
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-" + number, DAY, "1.00"));
      client.post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-" + number, DAY, "1.00"));
    }

    void change(String filters) {
      String wanted = "{\"url\":\"%s\"%s}".formatted(receiver.url(), filters);
      assertThat(webhooks.put(endpoint, wanted).status()).isEqualTo(200);
    }

    void backlogIs(long unread, long waiting, long givenUp) {
      assertThat(webhooks.get(endpoint).get("backlog").toString())
          .isEqualTo(
              "{\"unread\":%d,\"waiting\":%d,\"failing\":0,\"givenUp\":%d}"
                  .formatted(unread, waiting, givenUp));
    }

    /** Enables it and waits until it was told so many in all. */
    void isTold(int count) {
      webhooks.switchTo(endpoint, "enabled");
      webhooks.awaitQuiet(endpoint);
      assertThat(receiver.requests()).hasSize(count);
      assertThat(receiver.ids()).hasSize(count);
    }

    /** Sends one of those that were given up anew, and waits until that has failed. */
    void redeliversInVain() {
      webhooks.switchTo(endpoint, "enabled");
      String message = webhooks.deliveries(endpoint, "givenUp").get(0).get("messageId").asText();
      String path = endpoint.path() + "/deliveries/" + message + "/redelivery";
      assertThat(webhooks.client().send("POST", path, null, null).status()).isEqualTo(202);
      Awaiting.until("a failure", () -> webhooks.backlog(endpoint, "failing") == 1);
    }

    void recovers(int count) {
      assertThat(webhooks.recover(endpoint, Instant.EPOCH).json().get("recovered").asInt())
          .isEqualTo(count);
    }

    @Override
    public void close() {
      service.close();
      receiver.close();
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_an_account_that_is_taken_away_it_is_given_up_and_a_recovery_sends_it(TestDatabase kind) {
    try (Scene scene = new Scene(kind)) {
      for (String number : new String[] {"1", "2", "3"}) {
        scene.invoiceBoth(number);
      }
      scene.backlogIs(6, 0, 0);
      scene.change(",\"accounts\":[\"auxer-to-kattosko\"]");
      scene.backlogIs(0, 3, 3);
      scene.change("");
      scene.backlogIs(0, 3, 3);
      scene.isTold(3);
      scene.recovers(3);
      scene.isTold(6);
      scene.backlogIs(0, 0, 0);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_a_type_that_is_taken_away_it_is_given_up_and_a_recovery_sends_it(TestDatabase kind) {
    try (Scene scene = new Scene(kind)) {
      scene.invoiceBoth("1");
      scene.service.client().post(Client.KATTOSKO + "/payments", Json.payment("P-1", DAY, "1.00"));
      scene.change(",\"eventTypes\":[\"payment.posted\"]");
      scene.backlogIs(0, 1, 2);
      scene.invoiceBoth("2");
      scene.change(",\"eventTypes\":[\"hold.placed\"]");
      scene.backlogIs(0, 0, 3);
      scene.change(",\"eventTypes\":[\"invoice.posted\",\"payment.posted\"]");
      scene.invoiceBoth("3");
      scene.isTold(2);
      scene.recovers(3);
      scene.isTold(5);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_sent_anew_by_hand_waits_on_though_a_change_that_takes_nothing_away_wants_none_of_it(
      TestDatabase kind) {
    Map<String, String> slow = Webhooks.settings("retry-schedule", "0s,1h");
    try (Scene scene = new Scene(kind, Receiver.answering(503), slow)) {
      scene.invoiceBoth("1");
      scene.change(",\"eventTypes\":[\"payment.posted\"]");
      scene.backlogIs(0, 0, 2);
      scene.redeliversInVain();
      scene.change(",\"eventTypes\":[\"payment.posted\"],\"description\":\"Another\"");
      assertThat(scene.webhooks.backlog(scene.endpoint, "failing")).isOne();
      assertThat(scene.webhooks.backlog(scene.endpoint, "givenUp")).isOne();
      scene.change("");
      scene.change(",\"eventTypes\":[\"payment.posted\"]");
      scene.backlogIs(0, 0, 2);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_wanted_still_costs_no_row_before_it_is_sent(TestDatabase kind) {
    try (Scene scene = new Scene(kind)) {
      scene.invoiceBoth("1");
      scene.change(",\"description\":\"Another\"");
      scene.backlogIs(2, 0, 0);
      scene.isTold(2);
    }
  }
}
