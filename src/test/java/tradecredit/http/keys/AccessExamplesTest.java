package tradecredit.http.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.http.Examples.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;

/**
 * The examples of keys, audit records and requests that are turned away, played; keys, instants,
 * request ids and hashes differ from run to run.
 */
class AccessExamplesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String BALANCE = Client.AUXER + "/balance";
  private static final String INVOICES = Client.AUXER + "/invoices";
  private static final String INVOICE = Json.auxerInvoice("A-1", "2001-05-16", "1.00");

  @Test
  void turning_away_is_as_the_examples_say() throws IOException {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(TestDatabase.H2.fresh(), issuer.settings())) {
      Client client = service.client();
      same(client.with(null).get(BALANCE), 401, example("noKey"));
      same(client.with("tcl_x").get(BALANCE), 401, example("badKey"));
      same(client.as("kattosko-clerk").post(INVOICES, INVOICE), 403, example("otherSide"));
      same(client.as("auxer-telecom-finance").post(INVOICES, INVOICE), 403, example("otherRole"));
      same(
          client.with(issuer.token("nobody", "admin")).get("/v1/business-date"),
          404,
          example("nothingHere"));
      JsonNode records =
          client
              .as("auxer-telecom-auditor")
              .get("/v1/audit-records?accountId=auxer-to-kattosko")
              .json();
      JsonNode expected = JSON.readTree(example("auditRecords")).at("/items/0");
      assertThat(masked(records.at("/items/2")).properties().stream().map(Map.Entry::getKey))
          .containsExactlyElementsOf(
              expected.properties().stream().map(Map.Entry::getKey).toList());
      assertThat(records.at("/items/2/detail")).isEqualTo(expected.get("detail"));
    }
    try (Service service =
        Service.on(TestDatabase.H2.fresh(), Map.of("tradecredit.access.requests", "1"))) {
      Client finance = service.client().as("auxer-telecom-finance");
      finance.get(BALANCE);
      same(finance.get(BALANCE), 429, example("tooOften"));
    }
  }

  @Test
  void keys_are_as_the_examples_say() throws IOException {
    try (Service service =
        Service.on(TestDatabase.H2.fresh(), Map.of("tradecredit.access.keys-per-party", "6"))) {
      Client admin = service.client().as("auxer-telecom-admin");
      String keys = "/v1/api-keys";
      JsonNode made = same(admin.post(keys, example("newApiKey")), 201, example("apiKeyMade"));
      assertThat(made.get("key").asText()).startsWith("tcl_");
      service.client().with(made.get("key").asText()).get(BALANCE);
      same(
          admin.post(keys, "{\"party\":\"kattosko\",\"roles\":[\"cashier\"]}"),
          400,
          example("apiKeyMalformed"));
      String tooMany = example("tooManyApiKeys").replace("1000", "6");
      same(admin.post(keys, example("newApiKey")), 409, tooMany);
      same(admin.send("DELETE", keys + "/k3x9m2p8", null, null), 404, example("noApiKey"));
      String operators = service.client().key("operator-admin").substring(4, 12);
      same(
          service.client().as("operator-admin").send("DELETE", keys + "/" + operators, null, null),
          409,
          example("lastOperatorKey").replace("k3x9m2p8", operators));
      for (JsonNode key : admin.get(keys).json().get("items")) {
        if (key.get("id").equals(made.get("id"))) {
          assertThat(masked(key))
              .isEqualTo(masked(JSON.readTree(example("apiKeys")).at("/items/0")));
        }
      }
    }
  }

  private static JsonNode same(Client.Answer answer, int status, String example)
      throws IOException {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(masked(answer.json()).toPrettyString())
        .isEqualTo(masked(JSON.readTree(example)).toPrettyString());
    return answer.json();
  }

  private static JsonNode masked(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
          members.hasNext(); ) {
        Map.Entry<String, JsonNode> member = members.next();
        if (member.getValue().isTextual()) {
          member.setValue(object.textNode(masked(member.getKey(), member.getValue().asText())));
        }
      }
    }
    node.forEach(AccessExamplesTest::masked);
    return node;
  }

  private static String masked(String name, String text) {
    return switch (name) {
      case "id", "key", "createdAt", "lastUsedAt", "recordedAt", "hash", "requestId" -> "...";
      default -> text.replaceAll("key:[a-z0-9]{8}", "key:...");
    };
  }
}
