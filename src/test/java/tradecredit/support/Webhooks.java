package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Endpoints of a service, as their owner's controller makes and looks at them. */
public record Webhooks(Client client) {

  /** The path of all endpoints. */
  public static final String PATH = "/v1/webhook-endpoints";

  /** A key to keep secrets under, for tests alone. */
  public static final String SEAL = "t1:" + "A".repeat(43) + "=";

  /** An endpoint that was made. */
  public record Made(String id, String secret) {

    /** Its path. */
    public String path() {
      return PATH + "/" + id;
    }
  }

  /** The settings under which a service sends to loopback, soon. */
  public static Map<String, String> settings(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tradecredit.access.encryption-keys", SEAL);
    settings.put("tradecredit.webhooks.allow-http", "true");
    settings.put("tradecredit.webhooks.dispatch.poll-interval", "50ms");
    settings.put("tradecredit.webhooks.dispatch.pace", "5ms");
    settings.put("tradecredit.webhooks.dispatch.sends-per-second", "5000");
    for (int i = 0; i < more.length; i += 2) {
      settings.put("tradecredit.webhooks." + more[i], more[i + 1]);
    }
    return settings;
  }

  /** Those of Kattosko, which is on both accounts. */
  public static Webhooks of(Service service) {
    return new Webhooks(service.client().as("kattosko-controller"));
  }

  /** Makes an endpoint that is told everything. */
  public Made make(String url) {
    return makeOf("{\"url\":\"" + url + "\"}");
  }

  /** Makes the endpoint that {@code json} says. */
  public Made makeOf(String json) {
    Client.Answer answer = client.post(PATH, null, json);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return new Made(answer.json().get("id").asText(), answer.json().get("secret").asText());
  }

  /** The endpoint as it is now. */
  public JsonNode get(Made endpoint) {
    return client.get(endpoint.path()).json();
  }

  /** A figure of its backlog. */
  public long backlog(Made endpoint, String figure) {
    return get(endpoint).get("backlog").get(figure).asLong();
  }

  /** Its deliveries that stand so; all for an empty state. */
  public JsonNode deliveries(Made endpoint, String state) {
    String filter = state.isEmpty() ? "" : "&state=" + state;
    return client.get(endpoint.path() + "/deliveries?limit=200" + filter).json().get("items");
  }

  /** Its one delivery. */
  public JsonNode delivery(Made endpoint) {
    JsonNode all = deliveries(endpoint, "");
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** The attempts of its one delivery. */
  public JsonNode attempts(Made endpoint) {
    String message = delivery(endpoint).get("messageId").asText();
    return client
        .get(endpoint.path() + "/deliveries/" + message + "/attempts?limit=200")
        .json()
        .get("items");
  }

  /** Sends a test. */
  public Client.Answer test(Made endpoint) {
    return client.send("POST", endpoint.path() + "/test-events", null, null);
  }

  /** Replaces what it wants. */
  public Client.Answer put(Made endpoint, String json) {
    return client.send("PUT", endpoint.path(), null, json, "Content-Type", "application/json");
  }

  /** Enables or disables. */
  public Client.Answer switchTo(Made endpoint, String state) {
    return client.send(
        "PUT",
        endpoint.path() + "/state",
        null,
        "{\"state\":\"" + state + "\"}",
        "Content-Type",
        "application/json");
  }

  /** Sends anew what has failed since then. */
  public Client.Answer recover(Made endpoint, Instant since) {
    return client.post(endpoint.path() + "/recovery", null, "{\"since\":\"" + since + "\"}");
  }

  /** Waits until nothing of it waits. */
  public void awaitQuiet(Made endpoint) {
    Awaiting.until(
        "the end of the backlog of " + endpoint.id(),
        () -> {
          JsonNode backlog = get(endpoint).get("backlog");
          return backlog.get("unread").asLong() == 0
              && backlog.get("waiting").asLong() == 0
              && backlog.get("failing").asLong() == 0;
        });
  }
}
