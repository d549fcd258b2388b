package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What is named as evidence that an account is not in good standing: enough, and no more. */
class StandingEvidenceTest {

  private static final String K = Client.KATTOSKO;

  private static JsonNode posted(Client client, String path, String body) {
    Client.Answer answer = client.post(path, body);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json();
  }

  /** The evidence for the reason of that code. */
  private static JsonNode evidence(Client client, String query, String code) {
    for (JsonNode reason : client.get(K + "/standing" + query).json().get("reasons")) {
      if (reason.get("code").asText().equals(code)) {
        return reason.get("evidence");
      }
    }
    throw new AssertionError("no " + code);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_late_invoices_the_first_hundred_today_and_on_any_day(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String invoices =
          IntStream.range(0, 101)
              .mapToObj(i -> Json.kattoskoInvoice("K-" + i, "2001-05-16", "1.00"))
              .collect(Collectors.joining(",", "{\"mode\":\"atomic\",\"invoices\":[", "]}"));
      assertThat(client.post(K + "/invoices/batch", invoices).status()).isEqualTo(200);
      client.businessDate("2001-06-10");
      assertThat(client.post(K + "/payments", Json.payment("P", "2001-06-10", "0.01")).status())
          .isEqualTo(201);
      client.businessDate("2001-06-12");
      for (String query : new String[] {"", "?asOf=2001-06-12", "?asOf=2001-06-11"}) {
        JsonNode late = evidence(client, query, "past-due");
        assertThat(late).as(query).hasSize(100);
        assertThat(late.at("/0/number").asText()).isEqualTo("K-0");
        assertThat(late.at("/99/number").asText()).isEqualTo("K-99");
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_returned_payments_those_that_were_not_made_good(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      posted(client, K + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "500.00"));
      for (String reference : new String[] {"P-1", "P-2"}) {
        String payment =
            posted(client, K + "/payments", Json.payment(reference, "2001-05-16", "100.00"))
                .get("id")
                .asText();
        posted(
            client,
            K + "/payments/" + payment + "/return",
            "{\"returnedDate\":\"2001-05-16\",\"reason\":\"bounced\"}");
      }
      JsonNode bounced = evidence(client, "", "returned-payment");
      assertThat(bounced.findValuesAsText("number"))
          .as("the second payment made the first one's shortfall good")
          .containsExactly("P-2");
      Invariants.hold(service.database());
    }
  }
}
