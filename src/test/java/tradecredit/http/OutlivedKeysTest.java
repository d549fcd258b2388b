package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.access.Role;
import tradecredit.http.OpenApiDocument.Operation;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/**
 * Every operation of the OpenAPI document that takes a body, whose key is revoked while the body
 * comes in: none does anything more.
 */
class OutlivedKeysTest {

  private static final List<String> PARTIES =
      List.of("auxer-telecom", "kattosko", "ct-industries", "operator");

  private static final List<String> RELATIONS =
      List.of("supplier", "buyer", "outsider", "operator");

  private static final Set<Integer> TURNED_AWAY = Set.of(401, 403, 404);

  /** So long a key's proof is taken for fresh, and as long again. */
  private static final int NOT_FRESH_MILLIS = 400;

  private final AccessMatrix matrix = AccessMatrix.read();

  /** A request whose body has not been sent yet. */
  private record Held(String operation, RawHttp connection, String body) {}

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_is_revoked_while_a_body_comes_in_does_nothing_more(TestDatabase kind)
      throws IOException, InterruptedException {
    try (Service service =
        Service.on(kind.fresh(), Webhooks.settings("endpoints-per-party", "500"))) {
      GoodRequests requests = new GoodRequests(service.client());
      // Each has a key of its own, whose use is noted as it is let in.
      List<String> keys = new ArrayList<>();
      List<Held> held = new ArrayList<>();
      for (Operation operation : OpenApiDocument.generated().operations()) {
        if (operation.node().containsKey("requestBody")) {
          keys.add(newKey(service.client(), whoMay(operation.name())));
          held.add(hold(operation.name(), requests, keys.getLast(), service.client()));
        }
      }
      assertThat(held).hasSizeGreaterThan(25);
      Awaiting.until("all are let in", () -> used(service.client()).containsAll(ids(keys)));
      Thread.sleep(NOT_FRESH_MILLIS);
      keys.forEach(key -> revoke(service.client(), key));
      String before = figures(service.client());

      List<String> wrong = new ArrayList<>();
      for (Held one : held) {
        String answer = one.connection().send(one.body()).receiveAll();
        if (!answer.startsWith("HTTP/1.1 401 ")) {
          wrong.add(one.operation() + ": " + answer);
        }
        one.connection().close();
      }
      assertThat(wrong).isEmpty();
      assertThat(figures(service.client())).isEqualTo(before);
      Invariants.hold(service.database());
    }
  }

  /** Somebody whom the table lets in, as {@code party:role}. */
  private String whoMay(String operation) {
    for (int i = 0; i < PARTIES.size(); i++) {
      for (Role role : Role.values()) {
        if (!TURNED_AWAY.contains(matrix.expected(operation, RELATIONS.get(i), role))) {
          return PARTIES.get(i) + ":" + role.wireName();
        }
      }
    }
    throw new IllegalStateException("nobody may " + operation);
  }

  private static String newKey(Client client, String who) {
    String[] parts = who.split(":", -1);
    Client.Answer made =
        client.post(
            "/v1/api-keys", "{\"party\":\"%s\",\"roles\":[\"%s\"]}".formatted(parts[0], parts[1]));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.json().get("key").asText();
  }

  private static Set<String> ids(List<String> keys) {
    return keys.stream().map(OutlivedKeysTest::id).collect(Collectors.toSet());
  }

  private static String id(String key) {
    return key.substring(4, 12);
  }

  private static Set<String> used(Client client) {
    Set<String> used = new HashSet<>();
    for (JsonNode key : client.get("/v1/api-keys?limit=200").json().get("items")) {
      if (!key.get("lastUsedAt").isNull()) {
        used.add(key.get("id").asText());
      }
    }
    return used;
  }

  private static void revoke(Client client, String key) {
    assertThat(client.send("DELETE", "/v1/api-keys/" + id(key), null, null).status())
        .isEqualTo(204);
  }

  /** Sends all but the body. */
  private static Held hold(String operation, GoodRequests requests, String key, Client client)
      throws IOException {
    // What it is about is made with the path.
    String path = requests.path(operation);
    String body = Objects.requireNonNull(requests.body(operation), operation);
    String head =
        "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\nIdempotency-Key: outlived\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(
                operation.substring(0, operation.indexOf(' ')),
                path,
                key,
                GoodRequests.type(operation),
                body.length());
    return new Held(operation, new RawHttp(client.base()).send(head), body);
  }

  /** Of the keys, all but their last use: it is noted while nobody waits for it. */
  private static String figures(Client client) {
    JsonNode keys = client.get("/v1/api-keys?limit=200").json();
    keys.get("items").forEach(key -> ((ObjectNode) key).remove("lastUsedAt"));
    return client.get(Client.AUXER + "/balance").text()
        + client.get("/v1/business-date").text()
        + keys;
  }
}
