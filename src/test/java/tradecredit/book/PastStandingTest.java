package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.store.figure.KnownDays;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The standing of a day that is over is as it was recorded, and so is what proves it. */
class PastStandingTest {

  private static final String A = Client.AUXER;
  private static final String K = Client.KATTOSKO;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_proves_a_past_days_standing_is_not_changed_by_what_is_dated_back_to_it(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      post(client, A + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "100.00"));
      post(client, K + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "100.00"));
      client.businessDate("2001-06-10");
      JsonNode late = reasons(client, A);
      assertThat(late.at("/0/evidence").findValuesAsText("amount")).containsExactly("100.00");
      JsonNode alsoLate = reasons(client, K);

      post(client, A + "/invoices", Json.auxerInvoice("A-2", "2001-05-16", "40.00"));
      post(client, K + "/payments", Json.payment("P-1", "2001-05-20", "100.00"));
      assertThat(pastDue(client, A)).isEqualTo("140.00");
      assertThat(pastDue(client, K)).isEqualTo("0.00");
      for (int times = 1; times <= 2; times++) {
        assertThat(reasons(client, A)).isEqualTo(late);
        assertThat(reasons(client, K)).isEqualTo(alsoLate);
        client.businessDate("2001-06-11");
        service.context().getBean(KnownDays.class).rollUp();
      }
      Invariants.hold(service.database());
    }
  }

  private static JsonNode reasons(Client client, String account) {
    return client.get(account + "/standing?asOf=2001-06-08").json().get("reasons");
  }

  private static String pastDue(Client client, String account) {
    return client.get(account + "/balance?asOf=2001-06-08").json().get("pastDue").asText();
  }

  private static void post(Client client, String path, String body) {
    Client.Answer answer = client.post(path, body);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
  }
}
