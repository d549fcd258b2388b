package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** What happens on an account reaches those who asked to be told, signed, as the feed tells it. */
class DeliveryTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String DAY = "2001-05-16";

  private static void post(Client client, String number) {
    assertThat(
            client
                .post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice(number, DAY, "10.00"))
                .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_event_is_told_once_signed_and_as_the_feed_tells_it(TestDatabase kind)
      throws IOException {
    try (Service service = Service.on(kind.fresh(), Webhooks.settings());
        Receiver receiver = Receiver.answering(204)) {
      Webhooks webhooks = Webhooks.of(service);
      post(service.client(), "BEFORE");
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      for (int i = 1; i <= 5; i++) {
        post(service.client(), "K-" + i);
      }
      service.client().businessDate("2001-06-20");
      post(service.client().as("kattosko-clerk"), "K-6", 422);
      JsonNode feed = service.client().get(Client.KATTOSKO + "/events?after=1").json().get("items");
      List<JsonNode> told = new ArrayList<>();
      for (Receiver.Request request : receiver.await(feed.size())) {
        assertThat(request.line()).isEqualTo("POST /hook HTTP/1.1");
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(request.isSignedWith(endpoint.secret())).isTrue();
        assertThat(request.isSignedWith(WebhookSecret.generate().reveal())).isFalse();
        assertThat(Long.parseLong(request.header("webhook-timestamp")))
            .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
        told.add(JSON.readTree(request.body()));
      }
      assertThat(told).containsExactlyInAnyOrderElementsOf(feed);
      webhooks.awaitQuiet(endpoint);
      assertThat(receiver.requests()).hasSize(feed.size());
      assertThat(receiver.ids())
          .hasSize(feed.size())
          .allMatch(id -> id.matches("msg_[0-9a-f]{32}"));
      Invariants.hold(service.database());
    }
  }

  private static void post(Client client, String number, int status) {
    assertThat(
            client
                .post(
                    Client.KATTOSKO + "/invoices",
                    Json.kattoskoInvoice(number, "2001-06-20", "10.00"))
                .status())
        .isEqualTo(status);
  }
}
