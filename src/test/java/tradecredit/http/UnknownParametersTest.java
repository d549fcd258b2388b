package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.access.Role;
import tradecredit.http.OpenApiDocument.Operation;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;
import tradecredit.support.Webhooks;

/** No operation passes over a query parameter that means nothing to it. */
class UnknownParametersTest {

  private static final Map<String, String> PARTIES =
      Map.of("supplier", "auxer-telecom", "buyer", "kattosko", "operator", "operator");

  private final OpenApiDocument document = OpenApiDocument.generated();
  private final AccessMatrix matrix = AccessMatrix.read();

  @Test
  void every_operation_refuses_one_by_name_and_does_nothing() {
    try (TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(TestDatabase.H2.fresh(), settings(issuer))) {
      GoodRequests requests = new GoodRequests(service.client());
      for (Operation operation : document.operations()) {
        Client caller = service.client().with(whoMay(operation.name(), issuer));
        Client.Answer answer = requests.send(operation.name(), "?asof=2001-05-16", caller);
        assertThat(answer.status()).as("%s: %s", operation.name(), answer).isEqualTo(400);
        JsonNode errors = answer.json().get("errors");
        assertThat(errors).as("%s: %s", operation.name(), answer).hasSize(1);
        assertThat(errors.at("/0/pointer").asText()).isEqualTo("query:asof");
        assertThat(errors.at("/0/code").asText()).isEqualTo("unknown-parameter");
      }
      Invariants.hold(service.database());
    }
  }

  @Test
  void what_is_given_twice_is_refused_and_what_is_known_is_not() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client client = service.client();
      Client.Answer twice = client.get(Client.AUXER + "/aging?basis=dueDate&basis=invoiceDate");
      assertThat(twice.json().at("/errors/0/code").asText()).isEqualTo("duplicate");
      assertThat(client.get(Client.AUXER + "/aging?basis=dueDate&asOf=2001-05-16").status())
          .isEqualTo(200);
      assertThat(client.get("/v1/accounts/no-such-account/aging?asof=x").status())
          .as("an account that is not there is not there, whatever else is wrong")
          .isEqualTo(404);
    }
  }

  private String whoMay(String operation, TokenIssuer issuer) {
    return PARTIES.entrySet().stream()
        .flatMap(
            party ->
                Arrays.stream(Role.values())
                    .filter(role -> isLetIn(matrix.expected(operation, party.getKey(), role)))
                    .map(role -> issuer.token(party.getValue(), role.wireName())))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isLetIn(int status) {
    return status != 401 && status != 403 && status != 404;
  }

  private static Map<String, String> settings(TokenIssuer issuer) {
    Map<String, String> settings = Webhooks.settings("endpoints-per-party", "500");
    settings.putAll(issuer.settings());
    return settings;
  }
}
