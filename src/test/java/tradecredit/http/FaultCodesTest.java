package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.support.Client.AUXER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tradecredit.support.Client.Answer;
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

  private static Stream<Case> cases() {
    String payment =
        "{\"reference\":\"P\",\"receivedDate\":\"2001-05-16\",\"method\":\"wire\",\"amount\":\"%s\"}";
    String amendment =
        "{\"effectiveDate\":\"2001-05-16\",\"reason\":\"why\",\"discounts\":{\"%s\":\"%s\"}}";
    String key = "{\"roles\":[%s]}";
    String endpoint = "{\"url\":\"https://example.com/hook\",%s}";
    return Stream.of(
        new Case(
            "auxer-telecom-clerk",
            AUXER + "/payments",
            payment.formatted("0.00"),
            "/amount out-of-range"),
        new Case(
            "auxer-telecom-clerk", AUXER + "/payments", payment.formatted("1"), "/amount format"),
        new Case(
            "auxer-telecom-controller",
            AUXER + "/terms-amendments",
            amendment.formatted("nothing", "5"),
            "/discounts/nothing unknown-product"),
        new Case(
            "auxer-telecom-controller",
            AUXER + "/terms-amendments",
            amendment.formatted("auxer-direct", "5%"),
            "/discounts/auxer-direct format"),
        new Case("kattosko-admin", "/v1/api-keys", key.formatted("1"), "/roles/0 type"),
        new Case("kattosko-admin", "/v1/api-keys", key.formatted("\"king\""), "/roles/0 format"),
        new Case(
            "kattosko-admin",
            "/v1/api-keys",
            key.formatted("\"clerk\",\"clerk\""),
            "/roles/1 duplicate"),
        new Case(
            "kattosko-admin",
            "/v1/api-keys",
            "{\"roles\":[\"clerk\"],\"expiresAt\":\"2001-05-16T00:00:00Z\"}",
            "/expiresAt out-of-range"),
        new Case(
            "kattosko-controller",
            "/v1/webhook-endpoints",
            endpoint.formatted("\"eventTypes\":[\"hold.placed\",\"hold.placed\"]"),
            "/eventTypes/1 duplicate"),
        new Case(
            "kattosko-controller",
            "/v1/webhook-endpoints",
            endpoint.formatted("\"eventTypes\":[7]"),
            "/eventTypes/0 type"),
        new Case(
            "kattosko-controller",
            "/v1/webhook-endpoints",
            endpoint.formatted("\"accounts\":[\"kattosko-to-seller\",\"kattosko-to-seller\"]"),
            "/accounts/1 duplicate"));
  }

  @Test
  void each_says_what_is_wrong() {
    try (Service service = Service.on(TestDatabase.H2)) {
      List<Case> cases = cases().toList();
      for (Case each : cases) {
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
}
