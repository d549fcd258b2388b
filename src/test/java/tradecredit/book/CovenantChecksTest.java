package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;

/** Whether a sale is allowed by the agreement's clauses, over HTTP. */
class CovenantChecksTest {

  private static final String CHECKS = "/v1/agreements/clifton-telecard-2001/covenant-checks";

  @TempDir Path folder;

  private static String sale(String seller, String product, String customer, String date) {
    return """
        {"seller":"%s","product":"%s","customer":"%s","discount":"30","date":"%s"}"""
        .formatted(seller, product, customer, date);
  }

  private static String cure(Client client, String list, String sale) {
    Answer answer = client.post(CHECKS, null, sale);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().at("/" + list + "/0/cure").asText();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void each_clause_in_the_way_says_why_and_what_would_cure_it(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      JsonNode totalCall =
          client
              .post(CHECKS, null, sale("seller", "total-call", "quick-stop", "2001-06-01"))
              .json();
      assertThat(totalCall.get("allowed").asBoolean(true)).isFalse();
      assertThat(totalCall.at("/forbiddenBy/0/clause").asInt()).isEqualTo(17);
      assertThat(totalCall.at("/forbiddenBy/0/summary").asText())
          .isEqualTo(
              "Seller makes no phone cards with Total Call, Inc. for one year from May 16, 2001.");
      assertThat(totalCall.at("/forbiddenBy/0/reason").asText())
          .isEqualTo("Seller may not sell Total Call before 2002-05-16.");
      assertThat(totalCall.at("/forbiddenBy/0/cure").asText()).isEqualTo("Wait until 2002-05-16.");
      assertThat(
              cure(
                  client,
                  "forbiddenBy",
                  sale("ct-industries", "clifton-itg", "clifton-customer", "2001-06-01")))
          .isEqualTo(
              "Sell it to somebody who is no customer of Clifton Telecard, Inc.; or sell it to Quick Stop (Heider) (clause 14).");
      JsonNode undecided =
          client
              .post(CHECKS, null, sale("seller", "african-voice", "other-customer", "2001-06-01"))
              .json();
      assertThat(undecided.get("allowed").isNull()).isTrue();
      assertThat(undecided.at("/undecidedBy/0/cure").asText())
          .isEqualTo(
              "State the discount in the agreement file, once both sides agree on it; or sell it at a discount of 0 %; or sell it to Quick Stop (Heider) (clause 14).");
      assertThat(client.get(Client.AUXER + "/decisions").json().get("items")).isEmpty();
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_discount_in_the_file_is_told_as_reason_and_cure(TestDatabase kind) {
    String cap = "      products: [african-voice]\n";
    Path stated = ShippedAgreement.changed(folder, cap, cap + "      discount: \"28.5\"\n");
    try (Service service = Service.on(kind.fresh(), ShippedAgreement.from(stated))) {
      JsonNode answer =
          service
              .client()
              .post(CHECKS, null, sale("seller", "african-voice", "other-customer", "2001-06-01"))
              .json();
      assertThat(answer.get("allowed").asBoolean(true)).isFalse();
      assertThat(answer.at("/forbiddenBy/0/reason").asText())
          .isEqualTo("Seller may not sell African Voice at a discount of more than 28.5 %.");
      assertThat(answer.at("/forbiddenBy/0/cure").asText())
          .startsWith("Sell it at a discount of at most 28.5 %; or sell it to Quick Stop");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoever_or_whatever_the_agreement_does_not_know_is_pointed_at(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String good = sale("seller", "original", "quick-stop", "2001-06-01");
      assertThat(client.post(CHECKS, null, good).status()).isEqualTo(200);
      for (List<String> wrong :
          List.of(
              List.of(
                  good.replace("\"seller\":\"seller\"", "\"seller\":\"a\""),
                  "/seller",
                  "unknown-party"),
              List.of(good.replace("\"original\"", "\"b\""), "/product", "unknown-product"),
              List.of(good.replace("\"quick-stop\"", "\"c\""), "/customer", "unknown-customer"),
              List.of(good.replace("\"quick-stop\"", "\"seller\""), "/customer", "out-of-range"),
              List.of(good.replace("\"30\"", "30"), "/discount", "type"),
              List.of(good.replace("\"30\"", "\"100\""), "/discount", "format"),
              List.of(good.replace("2001-06-01", "June 1"), "/date", "format"),
              List.of("{}", "/date", "required"),
              List.of(good.replace("}", ",\"act\":\"print\"}"), "/act", "unknown-field"))) {
        Answer answer = client.post(CHECKS, null, wrong.getFirst());
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().get("errors").toString())
            .contains("\"pointer\":\"%s\",\"code\":\"%s\"".formatted(wrong.get(1), wrong.get(2)));
      }
      assertThat(client.post(CHECKS + "?force=true", null, good).status()).isEqualTo(400);
      assertThat(client.post("/v1/agreements/other/covenant-checks", null, good).status())
          .isEqualTo(404);
      Invariants.hold(service.database());
    }
  }
}
