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

/** What is told of a credit note, whichever way it came about, and under which id it is read. */
class CreditNoteEventsTest {

  private static final String A = Client.AUXER;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void it_is_told_of_alike_whether_it_was_posted_or_a_dispute_upheld(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      credit(client, "");
      JsonNode read = client.get(A + "/credit-notes").json().get("items");
      List<JsonNode> told = told(client);
      assertThat(told).hasSize(2);
      assertThat(names(told.get(1))).isEqualTo(names(told.get(0)));
      for (int i = 0; i < 2; i++) {
        assertThat(told.get(i).get("creditNoteId")).isEqualTo(read.get(i).get("id"));
        for (String name : List.of("number", "creditDate", "reason", "amount", "unappliedCredit")) {
          assertThat(told.get(i).get(name)).as(name).isEqualTo(read.get(i).get(name));
        }
      }
      assertThat(told.get(1).get("amount").asText()).isEqualTo("90.00");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_invoice_names_it_by_the_id_under_which_it_is_read(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      credit(client, ",\"invoiceNumber\":\"A-1\"");
      JsonNode credits = client.get(A + "/invoices").json().at("/items/0/allocations");
      assertThat(credits.findValuesAsText("type"))
          .containsExactly("creditNote", "disputeResolution");
      for (JsonNode credit : credits) {
        Client.Answer note = client.get(A + "/credit-notes/" + credit.get("creditId").asText());
        assertThat(note.status()).as("%s", note).isEqualTo(200);
        assertThat(note.json().get("number")).isEqualTo(credit.get("reference"));
      }
      Invariants.hold(service.database());
    }
  }

  /** One by a credit note of 10.00, and one by a dispute of all the rest, of one invoice. */
  private static void credit(Client client, String more) {
    post(client, A + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "100.00"));
    post(
        client,
        A + "/credit-notes",
        """
        {"number":"BONUS-1","creditDate":"2001-05-16","amount":"10.00","reason":"bonus"%s}"""
            .formatted(more));
    uphold(client);
  }

  private static void uphold(Client client) {
    String invoice = client.get(A + "/invoices").json().at("/items/0/id").asText();
    JsonNode dispute =
        post(
            client.as("kattosko-controller"),
            A + "/invoices/" + invoice + "/disputes",
            "{\"reason\":\"dead\"}");
    post(
        client.as("auxer-telecom-controller"),
        A + "/disputes/" + dispute.get("id").asText() + "/resolution",
        "{\"outcome\":\"upheld\"}");
  }

  private static JsonNode post(Client client, String path, String body) {
    Client.Answer answer = client.post(path, body);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }

  private static List<JsonNode> told(Client client) {
    List<JsonNode> told = new ArrayList<>();
    for (JsonNode event : client.get(A + "/events").json().get("items")) {
      if (event.get("type").asText().equals("credit_note.posted")) {
        told.add(event.get("data"));
      }
    }
    return told;
  }

  private static List<String> names(JsonNode data) {
    List<String> names = new ArrayList<>();
    data.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
