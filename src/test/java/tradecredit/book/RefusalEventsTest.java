package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Controllers are told why a posting was refused, and what would cure it, as its caller was. */
class RefusalEventsTest {

  private static final String A = Client.AUXER;
  private static final String K = Client.KATTOSKO;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_refusal_at_the_limit_tells_by_how_much_and_what_makes_room(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(A + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "49000.00"));
      Answer refused = refused(client, A, Json.auxerInvoice("A-2", "2001-05-16", "1000.01"));

      JsonNode told = last(client, A, "credit_limit.posting_refused");
      same(told, refused, "excess", "remedies");
      assertThat(told.at("/remedies/firstDateWithRoom").asText()).isEqualTo("2001-06-06");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_refusal_for_the_standing_tells_its_reasons_and_their_cures(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(K + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "100.00"));
      client.businessDate("2001-06-10");
      Answer refused = refused(client, K, Json.kattoskoInvoice("K-2", "2001-06-10", "1.00"));

      JsonNode told = last(client, K, "posting.refused");
      same(told, refused, "reasons");
      assertThat(told.at("/reasons/0/cure").asText())
          .isEqualTo("Pay the 100.00 that is past due, or apply unapplied credit to it.");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_refusal_for_a_hold_tells_its_reason_and_since_when(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      Client controller = client.as("auxer-telecom-controller");
      controller.post(A + "/hold", "{\"reason\":\"looked into\"}");
      Answer refused = refused(client, A, Json.auxerInvoice("A-1", "2001-05-16", "1.00"));

      JsonNode told = last(client, A, "posting.refused");
      same(told, refused, "reason", "since");
      assertThat(told.get("reason").asText()).isEqualTo("looked into");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_refused_batch_tells_how_much_of_it_and_which_first(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      Answer refused =
          client.post(
              A + "/invoices/batch",
              "{\"mode\":\"atomic\",\"invoices\":[%s,%s,%s]}"
                  .formatted(
                      Json.kattoskoInvoice("A-1", "2001-05-16", "1.00"),
                      Json.auxerInvoice("A-2", "2001-05-16", "30000.00"),
                      Json.auxerInvoice("A-3", "2001-05-16", "20000.01")));
      assertThat(refused.status()).as(refused.toString()).isEqualTo(422);

      JsonNode told = last(client, A, "credit_limit.posting_refused");
      same(told, refused, "refused", "first");
      assertThat(told.get("items").asInt()).isEqualTo(3);
      assertThat(told.get("first").asInt()).isEqualTo(2);
      JsonNode item = refused.json().at("/results/2/problem");
      assertThat(told.at("/cause/item").asInt()).isEqualTo(2);
      assertThat(told.at("/cause/requested").asText()).isEqualTo("20000.01");
      for (String name : List.of("code", "excess", "remedies")) {
        assertThat(told.at("/cause/" + name)).as(name).isEqualTo(item.get(name));
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_batch_that_is_refused_for_the_standing_or_a_hold_tells_why_though_another_comes_first(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(K + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "100.00"));
      client.businessDate("2001-06-10");
      String batch =
          "{\"mode\":\"atomic\",\"invoices\":[%s,%s]}"
              .formatted(
                  Json.kattoskoInvoice("K-1", "2001-06-10", "1.00"),
                  Json.kattoskoInvoice("K-2", "2001-06-10", "2.00"));
      Answer notGood = client.post(K + "/invoices/batch", batch);
      JsonNode told = last(client, K, "posting.refused");
      assertThat(told.get("first").asInt(-1)).isZero();
      assertThat(told.at("/cause/item").asInt()).isEqualTo(1);
      assertThat(told.at("/cause/code").asText()).isEqualTo("account-not-in-good-standing");
      assertThat(told.at("/cause/reasons"))
          .isEqualTo(notGood.json().at("/results/1/problem/reasons"))
          .isNotEmpty();

      client.as("kattosko-controller").post(K + "/hold", "{\"reason\":\"looked into\"}");
      client.post(K + "/invoices/batch", batch);
      JsonNode held = last(client, K, "posting.refused");
      assertThat(held.at("/cause/code").asText()).isEqualTo("account-on-hold");
      assertThat(held.at("/cause/reason").asText()).isEqualTo("looked into");
      assertThat(held.at("/cause/since").asText()).isNotEmpty();
      Invariants.hold(service.database());
    }
  }

  private static Answer refused(Client client, String account, String invoice) {
    Answer answer = client.post(account + "/invoices", invoice);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    return answer;
  }

  private static JsonNode last(Client client, String account, String type) {
    JsonNode events = client.get(account + "/events").json().get("items");
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.get("type").asText()).isEqualTo(type);
    return last.get("data");
  }

  private static void same(JsonNode told, Answer problem, String... names) {
    for (String name : names) {
      assertThat(told.path(name)).as(name).isEqualTo(problem.json().get(name));
    }
  }
}
