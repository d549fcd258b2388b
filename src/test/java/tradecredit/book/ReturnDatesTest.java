package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A return counts from its effective date, which may be later than its returned date. */
class ReturnDatesTest {

  private static final String K = Client.KATTOSKO;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_event_and_the_payment_tell_from_when_a_return_counts_as_its_answer_does(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.businessDate("2001-06-10");
      JsonNode invoice =
          accepted(client, K + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-20", "100.00"));
      JsonNode payment =
          accepted(client, K + "/payments", Json.payment("P-1", "2001-06-01", "60.00"));
      accepted(
          client.as("auxer-telecom-controller"),
          K + "/invoices/" + invoice.get("id").asText() + "/disputes",
          "{\"reason\":\"dead\",\"amount\":\"40.00\"}");
      String path = K + "/payments/" + payment.get("id").asText();

      JsonNode answer =
          accepted(
              client, path + "/return", "{\"returnedDate\":\"2001-06-03\",\"reason\":\"bounced\"}");

      assertThat(dates(answer)).isEqualTo("2001-06-03 2001-06-10");
      assertThat(dates(client.get(path).json().get("returned"))).isEqualTo(dates(answer));
      assertThat(dates(client.get(K + "/payments").json().at("/items/0/returned")))
          .isEqualTo(dates(answer));
      List<String> told = new ArrayList<>();
      for (JsonNode event : client.get(K + "/events").json().get("items")) {
        if (event.get("type").asText().equals("payment.returned")) {
          told.add(dates(event.get("data")));
        }
      }
      assertThat(told).containsExactly(dates(answer));
      Invariants.hold(service.database());
    }
  }

  private static String dates(JsonNode returned) {
    return returned.path("returnedDate").asText() + " " + returned.path("effectiveDate").asText();
  }

  private static JsonNode accepted(Client client, String path, String body) {
    Client.Answer answer = client.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }
}
