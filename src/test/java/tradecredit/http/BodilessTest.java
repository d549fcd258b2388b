package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Where no body is expected, what a client says of its type means nothing. */
class BodilessTest {

  private static final String[] AS_CURL_DOES = {
    "Content-Type", "application/x-www-form-urlencoded"
  };

  @Test
  void requests_without_a_body_are_not_judged_by_its_type() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client client = service.client().as("kattosko-controller");
      String made =
          client
              .post("/v1/webhook-endpoints", "{\"url\": \"https://example.com/hook\"}")
              .json()
              .get("id")
              .asText();
      String endpoint = "/v1/webhook-endpoints/" + made;

      assertThat(status(client, "POST", endpoint + "/test-events")).isEqualTo(202);
      assertThat(status(client, "POST", endpoint + "/deliveries/none/redelivery")).isEqualTo(404);
      assertThat(status(client, "POST", endpoint + "/secret-rotation")).isEqualTo(200);
      assertThat(status(client, "DELETE", endpoint)).isEqualTo(204);
      assertThat(status(service.client(), "DELETE", "/v1/api-keys/none")).isEqualTo(404);
    }
  }

  private static int status(Client client, String method, String path) {
    return client.send(method, path, null, "", AS_CURL_DOES).status();
  }
}
