package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.support.Client.AUXER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.support.Client.Answer;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What is wrong with a value is told by the code for just that, for programs. */
class FaultCodesTest {

  /** Who sends what where, and of the one fault its place and its code. */
  private record Case(String role, String path, String body, String fault) {

    @Override
    public String toString() {
      return path + " " + body;
    }
  }

  private static Case payment(String amount, String fault) {
    String body =
        """
        {"reference":"P","receivedDate":"2001-05-16","method":"wire","amount":"%s"}"""
            .formatted(amount);
    return new Case("auxer-telecom-clerk", AUXER + "/payments", body, "/amount " + fault);
  }

  private static Case discount(String product, String discount, String fault) {
    String body =
        "{\"effectiveDate\":\"2001-05-16\",\"reason\":\"why\",\"discounts\":{\"%s\":\"%s\"}}"
            .formatted(product, discount);
    return new Case("auxer-telecom-controller", AUXER + "/terms-amendments", body, fault);
  }

  private static Case delivered(String delivered, String fault) {
    String body = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
    return new Case(
        "auxer-telecom-controller",
        AUXER + "/invoices",
        body.replaceFirst("\\{", "{\"alreadyDelivered\":" + delivered + ","),
        fault);
  }

  private static Case key(String members, String fault) {
    return new Case("kattosko-admin", "/v1/api-keys", "{" + members + "}", fault);
  }

  private static Case endpoint(String members, String fault) {
    String body = "{\"url\":\"https://example.com/hook\"," + members + "}";
    return new Case("kattosko-controller", "/v1/webhook-endpoints", body, fault);
  }

  private static final List<Case> CASES =
      List.of(
          payment("0.00", "out-of-range"),
          payment("1", "format"),
          discount("nothing", "5", "/discounts/nothing unknown-product"),
          discount("auxer-direct", "5%", "/discounts/auxer-direct format"),
          delivered("\"sent\"", "/alreadyDelivered type"),
          delivered("{}", "/alreadyDelivered/reason required"),
          key("\"roles\":[1]", "/roles/0 type"),
          key("\"roles\":[\"king\"]", "/roles/0 format"),
          key("\"roles\":[\"clerk\",\"clerk\"]", "/roles/1 duplicate"),
          key(
              "\"roles\":[\"clerk\"],\"expiresAt\":\"2001-05-16T00:00:00Z\"",
              "/expiresAt out-of-range"),
          endpoint("\"eventTypes\":[\"hold.placed\",\"hold.placed\"]", "/eventTypes/1 duplicate"),
          endpoint("\"eventTypes\":[7]", "/eventTypes/0 type"),
          endpoint(
              "\"accounts\":[\"kattosko-to-seller\",\"kattosko-to-seller\"]",
              "/accounts/1 duplicate"));

  @Test
  void each_says_what_is_wrong() {
    try (Service service = Service.on(TestDatabase.H2)) {
      for (Case each : CASES) {
        Answer answer = service.client().as(each.role()).post(each.path(), each.body());
        assertThat(answer.status()).as("%s", each).isEqualTo(400);
        JsonNode errors = answer.json().get("errors");
        assertThat(errors).as("%s: %s", each, answer.text()).hasSize(1);
        assertThat(errors.at("/0/pointer").asText() + " " + errors.at("/0/code").asText())
            .as("%s", each)
            .isEqualTo(each.fault());
        assertThat(answer.code())
            .as("%s", each)
            .isEqualTo(
                each.fault().endsWith("unknown-product") ? "unknown-product" : "invalid-request");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "auxer-direct, 0.00, 1, 5.00, out-of-range",
    "auxer-direct, 1.0, 1, 5.00, format",
    "auxer-direct, 1.00, 0, 5.00, out-of-range",
    "auxer-direct, 1.00, 99999999999, 5.00, out-of-range",
    "auxer-direct, 1.00, ten, 5.00, format",
    "auxer-direct, 1.00, 1, 5%, format",
    "nothing, 1.00, 1, 5.00, unknown-product"
  })
  void the_rows_of_a_file_have_the_same_codes(
      String product, String faceValue, String quantity, String discount, String code) {
    String csv =
        """
        number,invoiceDate,product,faceValue,quantity,discount,memo
        A-1,2001-05-16,%s,%s,%s,%s,
        """
            .formatted(product, faceValue, quantity, discount);
    try (Service service = Service.on(TestDatabase.H2)) {
      Answer answer =
          service
              .client()
              .as("auxer-telecom-clerk")
              .send("POST", AUXER + "/invoices/import", "file", csv, "Content-Type", "text/csv");
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      JsonNode errors = answer.json().at("/results/0/problem/errors");
      assertThat(errors).as(answer.text()).hasSize(1);
      assertThat(errors.at("/0/pointer").asText()).isEqualTo("line:2");
      assertThat(errors.at("/0/code").asText()).isEqualTo(code);
    }
  }
}
