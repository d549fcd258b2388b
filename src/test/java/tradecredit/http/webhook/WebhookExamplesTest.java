package tradecredit.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.http.Examples.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;
import tradecredit.webhook.NameLookup;

/** The examples of webhooks in the OpenAPI document are what the service answers. */
class WebhookExamplesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String NONE = "/ep_0000000000000000";
  private static final String NO_MESSAGE = "/deliveries/msg_00000000000000000000000000000000";

  /** Where the examples' receiver is: nowhere. */
  private static InetAddress[] nowhere(String name) throws UnknownHostException {
    throw new UnknownHostException(name);
  }

  @Test
  void endpoints_are_as_the_examples_say() throws IOException {
    NameLookup names = WebhookExamplesTest::nowhere;
    try (Service service =
        Service.on(TestDatabase.H2.fresh(), Map.of(), Service.part(NameLookup.class, names))) {
      Client own = service.client().as("kattosko-controller");
      JsonNode made =
          same(own.post(Webhooks.PATH, null, example("newEndpoint")), 201, example("endpointMade"));
      String path = Webhooks.PATH + "/" + made.get("id").asText();
      same(own.get(Webhooks.PATH), 200, example("endpoints"));
      same(own.get(path), 200, example("endpoint"));
      same(put(own, path, example("newEndpoint")), 200, example("endpoint"));
      refusals(own, path);
      same(own.send("POST", path + "/test-events", null, null), 202, example("webhookTest"));
      same(own.send("POST", path + "/secret-rotation", null, null), 200, example("secretRotated"));
      JsonNode off = put(own, path + "/state", example("endpointDisabling")).json();
      assertThat(off.get("state").asText()).isEqualTo("disabled");
      same(own.send("POST", path + "/test-events", null, null), 409, example("endpointDisabled"));
      own.send("DELETE", path, null, null);
      same(put(own, path, example("newEndpoint")), 409, example("endpointDeleted"));
    }
  }

  private static void refusals(Client own, String path) throws IOException {
    same(
        own.post(
            Webhooks.PATH,
            null,
            "{\"url\":\"https://hooks.example/\",\"eventTypes\":[\"invoice.lost\"],\"accounts\":[\"petty-cash\"]}"),
        400,
        example("endpointMalformed"));
    same(
        own.post(Webhooks.PATH, null, "{\"url\":\"https://169.254.169.254/latest/meta-data/\"}"),
        422,
        example("endpointNotAllowed"));
    same(own.get(Webhooks.PATH + NONE), 404, example("noEndpoint"));
    same(own.get(path + NO_MESSAGE), 404, example("noDelivery"));
    same(own.get(path + "/deliveries?state=lost"), 400, example("deliveriesMalformedFilter"));
    same(
        own.post(path + "/recovery", null, "{\"since\":\"yesterday\"}"),
        400,
        example("recoverMalformedSince"));
    same(
        put(own, path + "/state", "{\"state\":\"asleep\"}"),
        400,
        example("endpointStateMalformed"));
  }

  @Test
  void what_is_switched_off_or_too_much_is_as_the_examples_say() throws IOException {
    try (Receiver receiver = new Receiver((request, out) -> Receiver.pause(10_000));
        Service service = service("endpoints-per-party", "1", "tests-waiting", "1")) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint =
          webhooks.makeOf(
              example("newEndpoint").replace("https://hooks.example/book", receiver.url()));
      same(
          webhooks.client().post(Webhooks.PATH, null, example("newEndpoint")),
          409,
          example("tooManyEndpoints").replace("20", "1"));
      webhooks.test(endpoint);
      same(webhooks.test(endpoint), 409, example("tooManyTests").replace("20 test", "1 test"));
      JsonNode example = masked(JSON.readTree(example("endpointSwitched")));
      JsonNode off = masked(webhooks.switchTo(endpoint, "disabled").json());
      for (String field : List.of("state", "stateReason", "stateSince", "party", "eventTypes")) {
        assertThat(off.get(field)).as(field).isEqualTo(example.get(field));
      }
    }
    try (Service service =
        Service.on(TestDatabase.H2.fresh(), Map.of("tradecredit.access.encryption-key-file", ""))) {
      same(
          service
              .client()
              .as("kattosko-controller")
              .post(Webhooks.PATH, null, example("newEndpoint")),
          409,
          example("webhooksNotConfigured"));
    }
  }

  @Test
  void deliveries_are_as_the_examples_say() throws IOException {
    try (Receiver receiver = Receiver.answering(500);
        Service service = service("retry-schedule", "0s")) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint =
          webhooks.makeOf(
              example("newEndpoint").replace("https://hooks.example/book", receiver.url()));
      service
          .client()
          .post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "10.00"));
      service.client().businessDate("2001-06-20");
      service
          .client()
          .post(Client.KATTOSKO + "/payments", Json.payment("P-1", "2001-06-20", "0.01"));
      Awaiting.until("the end", () -> webhooks.backlog(endpoint, "givenUp") == 1);
      sameMessage(receiver, "standing.changed", example("messageOfEvent"));
      Client own = webhooks.client();
      JsonNode list = same(own.get(endpoint.path() + "/deliveries"), 200, example("deliveries"));
      String path = endpoint.path() + "/deliveries/" + list.at("/items/0/messageId").asText();
      same(own.get(path), 200, example("delivery"));
      same(own.get(path + "/attempts"), 200, example("attempts"));
      same(
          own.post(endpoint.path() + "/recovery", null, example("recover")),
          200,
          example("recovered"));
      Awaiting.until("the end", () -> webhooks.backlog(endpoint, "givenUp") == 1);
      receiver.behave((request, out) -> Receiver.pause(10_000));
      JsonNode example = masked(JSON.readTree(example("redelivered")));
      JsonNode again = masked(own.send("POST", path + "/redelivery", null, null).json());
      for (String field : List.of("messageId", "state", "sequence", "type", "nextAttemptAt")) {
        assertThat(again.get(field)).as(field).isEqualTo(example.get(field));
      }
    }
  }

  @Test
  void a_test_sends_what_the_example_says() throws IOException {
    try (Receiver receiver = Receiver.answering(204);
        Service service = service()) {
      Webhooks webhooks = Webhooks.of(service);
      webhooks.test(webhooks.make(receiver.url()));
      Awaiting.until("the message", () -> !receiver.requests().isEmpty());
      sameMessage(receiver, "webhook.test", example("messageOfTest"));
    }
  }

  private static void sameMessage(Receiver receiver, String type, String example)
      throws IOException {
    List<JsonNode> messages = new ArrayList<>();
    for (Receiver.Request request : receiver.requests()) {
      JsonNode message = JSON.readTree(request.body());
      if (message.get("type").asText().equals(type)) {
        messages.add(masked(message));
      }
    }
    assertThat(messages).as(type).isNotEmpty();
    assertThat(messages.getFirst().toPrettyString())
        .isEqualTo(masked(JSON.readTree(example)).toPrettyString());
  }

  /** One that does not wait at its end for a receiver that never answers. */
  private static Service service(String... more) {
    Map<String, String> settings = Webhooks.settings(more);
    settings.put("tradecredit.webhooks.dispatch.drain-timeout", "200ms");
    return Service.on(TestDatabase.H2.fresh(), settings);
  }

  private static Client.Answer put(Client client, String path, String body) {
    return client.send("PUT", path, null, body, "Content-Type", "application/json");
  }

  private static JsonNode same(Client.Answer answer, int status, String example)
      throws IOException {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    JsonNode was = answer.json();
    assertThat(masked(answer.json()).toPrettyString())
        .isEqualTo(masked(JSON.readTree(example)).toPrettyString());
    return was;
  }

  /** Without what differs from run to run. */
  private static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String text = masked(member.getKey(), member.getValue());
        if (text != null) {
          member.setValue(object.textNode(text));
        }
      }
    }
    node.forEach(WebhookExamplesTest::masked);
    return node;
  }

  private static @Nullable String masked(String name, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    return switch (name) {
      case "id",
          "secret",
          "messageId",
          "endpointId",
          "url",
          "createdAt",
          "timestamp",
          "stateSince",
          "eventAt",
          "finishedAt",
          "startedAt",
          "nextAttemptAt",
          "previousSecretUntil",
          "latencyMillis" ->
          "...";
      default ->
          value.isTextual()
              ? value
                  .asText()
                  .replaceAll("key:[a-z0-9]{8}", "key:...")
                  .replaceAll("ep_[a-z0-9]{16}", "ep_...")
                  .replaceAll("/ep_.*", "/...")
              : null;
    };
  }
}
