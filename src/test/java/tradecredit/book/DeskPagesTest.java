package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Pages of terms, amendments and disputes end with their limit, or early where they are long. */
class DeskPagesTest {

  private static final String A = Client.AUXER;
  private static final Map<String, String> FEW = Map.of("tradecredit.inquiry.page-rows", "4");

  private static String id(Client client, String path, String body) {
    Client.Answer answer = client.post(path, body);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json().get("id").asText();
  }

  /** New terms by an amendment that both sides agree on. */
  private static void amend(Client client, String change) {
    String amendments = A + "/terms-amendments";
    String amendment =
        id(
            client.as("auxer-telecom-controller"),
            amendments,
            "{\"effectiveDate\":\"2001-05-16\",\"reason\":\"agreed\",%s}".formatted(change));
    String approval = amendments + "/" + amendment + "/approval";
    assertThat(
            client.as("kattosko-controller").post(approval, "{\"decision\":\"approved\"}").status())
        .isEqualTo(201);
  }

  /** What each page has, by a member of its items. */
  private static List<List<String>> pages(Client client, String path, String list, String member) {
    return client.pages(path).stream()
        .map(page -> page.get(list).findValuesAsText(member))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_versions_of_terms_are_paged_and_each_page_says_what_is_in_force(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      for (int limit = 60_000; limit <= 90_000; limit += 10_000) {
        amend(client, "\"creditLimit\":\"" + limit + ".00\"");
      }
      assertThat(pages(client, A + "/terms?limit=2", "versions", "version"))
          .containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5"));
      assertThat(pages(client, A + "/terms?limit=5", "versions", "version")).hasSize(1);
      Client.Answer first = client.get(A + "/terms?limit=1");
      assertThat(first.json().get("version").asInt()).isEqualTo(5);
      assertThat(first.json().at("/terms/creditLimit").asText()).isEqualTo("90000.00");
      assertThat(first.header("Link").orElseThrow()).contains("/terms?limit=1&cursor=");
      Client.Answer other =
          client.get(
              A + "/breaches?cursor=" + first.json().get("nextCursor").asText() + "&limit=1");
      assertThat(other.json().at("/errors/0/pointer").asText()).isEqualTo("query:cursor");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pages_of_terms_with_many_discounts_and_disputes_of_many_cards_are_shorter(
      TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), FEW)) {
      Client client = service.client();
      for (int i = 1; i <= 3; i++) {
        String invoice =
            id(client, A + "/invoices", Json.auxerInvoice("A-" + i, "2001-05-16", "10.00"));
        id(
            client.as("kattosko-controller"),
            A + "/invoices/" + invoice + "/disputes",
            "{\"reason\":\"dead\",\"cards\":[{\"first\":\"%1$d01\",\"last\":\"%1$d02\"},{\"first\":\"%1$d05\",\"last\":\"%1$d06\"}]}"
                .formatted(i));
      }
      for (int percent = 10; percent <= 30; percent += 10) {
        amend(client, "\"discounts\":{\"auxer-direct\":\"" + percent + "\"}");
      }
      assertThat(pages(client, A + "/terms?limit=9", "versions", "version"))
          .containsExactly(List.of("1", "2"), List.of("3", "4"));
      assertThat(pages(client, A + "/terms-amendments?limit=9", "items", "effectiveDate"))
          .extracting(List::size)
          .containsExactly(2, 1);
      assertThat(pages(client, A + "/disputes?limit=9", "items", "invoiceNumber"))
          .containsExactly(List.of("A-1"), List.of("A-2"), List.of("A-3"));
      Invariants.hold(service.database());
    }
  }
}
