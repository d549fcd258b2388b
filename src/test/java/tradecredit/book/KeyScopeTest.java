package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A key is its party's own, and stands for one thing that was done. */
class KeyScopeTest {

  private static final String A = Client.AUXER;
  private static final String DAY = "2001-05-16";
  private static final String APPROVED = "{\"decision\":\"approved\"}";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void one_key_and_one_body_do_not_decide_two_cases(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client buyer = service.client().as("kattosko-controller");
      String one = proposed(service.client(), "60000.00");
      String other = proposed(service.client(), "70000.00");

      Answer first = buyer.post(one + "/approval", "k", APPROVED);
      Answer second = buyer.post(other + "/approval", "k", APPROVED);
      Answer again = buyer.post(one + "/approval", "k", APPROVED);

      assertThat(first.status()).as("%s", first).isEqualTo(201);
      assertThat(second.status()).as("%s", second).isEqualTo(422);
      assertThat(second.code()).isEqualTo("idempotency-key-reused");
      assertThat(again.text()).isEqualTo(first.text());
      JsonNode undecided = buyer.get(A + "/terms-amendments?status=proposed").json().get("items");
      assertThat(undecided).hasSize(1);
      assertThat(other).endsWith(undecided.at("/0/id").asText());
      assertThat(buyer.get(A + "/balance").json().get("creditLimit").asText())
          .isEqualTo("60000.00");
      Invariants.hold(service.database());
    }
  }

  /** The path of an amendment that the supplier proposes. */
  private static String proposed(Client client, String limit) {
    String body =
        "{\"effectiveDate\":\"%s\",\"creditLimit\":\"%s\",\"reason\":\"a good year\"}"
            .formatted(DAY, limit);
    Answer answer = client.as("auxer-telecom-controller").post(A + "/terms-amendments", body);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return A + "/terms-amendments/" + answer.json().get("id").asText();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void both_parties_of_an_account_may_use_the_same_key(TestDatabase kind) throws SQLException {
    try (Service service = Service.on(kind)) {
      Client supplier = service.client();
      Answer posted = supplier.post(A + "/invoices", "k1", Json.auxerInvoice("A-1", DAY, "100.00"));
      isNew(posted, 201);
      String disputes = A + "/invoices/" + posted.json().get("id").asText() + "/disputes";
      for (String key : new String[] {"k1", "k2", "k3"}) {
        String dispute = "{\"amount\":\"1.00\",\"reason\":\"they do not connect\"}";
        isNew(service.client().as("kattosko-controller").post(disputes, key, dispute), 201);
      }
      isTaken(imported(supplier, "", "k2", "A-2"));
      isTaken(imported(supplier, "?mode=atomic", "k3", "A-3"));

      for (String key : new String[] {"k2", "k3"}) {
        Answer reused =
            supplier.post(A + "/invoices", key, Json.auxerInvoice("A-4", DAY, "100.00"));
        assertThat(reused.code())
            .as("the file's key is this party's")
            .isEqualTo("idempotency-key-reused");
      }
      try (Connection connection = service.database().connect()) {
        assertThat(
                Invariants.number(
                    connection,
                    "SELECT COUNT(*) FROM idempotency_record WHERE party NOT IN ('auxer-telecom', 'kattosko')"))
            .as("keys that are nobody's")
            .isZero();
      }
      Invariants.hold(service.database());
    }
  }

  private static Answer imported(Client supplier, String mode, String key, String number) {
    String csv =
        """
        number,invoiceDate,product,faceValue,quantity,discount,memo
        %s,%s,auxer-direct,1.00,1,0,
        """
            .formatted(number, DAY);
    return supplier.send(
        "POST", A + "/invoices/import" + mode, key, csv, "Content-Type", "text/csv");
  }

  private static void isTaken(Answer file) {
    isNew(file, 200);
    JsonNode body = file.json();
    assertThat(body.get("accepted").asInt()).as("%s", file).isOne();
  }

  private static void isNew(Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Idempotency-Replayed")).isEmpty();
  }
}
