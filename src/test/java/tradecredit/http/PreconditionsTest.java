package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A balance's ETag is no lock: whoever takes it for one must not be told that it was posted. */
class PreconditionsTest {

  private static final String INVOICES = Client.AUXER + "/invoices";
  private static final String INVOICE = Json.auxerInvoice("A-1", "2001-05-16", "1.00");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nothing_is_posted_on_a_condition_and_the_key_stays_free(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String tag = client.get(Client.AUXER + "/balance").header("ETag").orElseThrow();

      assertRefused(client.send("POST", INVOICES, "k", INVOICE, "If-Match", tag));
      assertRefused(client.send("POST", INVOICES, "k", INVOICE, "If-Match", "*, " + tag));
      assertRefused(client.send("POST", INVOICES, "k", INVOICE, "If-None-Match", "*"));
      assertThat(client.get(Client.AUXER + "/balance", "If-None-Match", tag).status())
          .isEqualTo(304);

      assertThat(client.send("POST", INVOICES, "k", INVOICE).status()).isEqualTo(201);
      Invariants.hold(service.database());
    }
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.code()).isEqualTo("precondition-failed");
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
  }

  @Test
  void nor_is_the_day_turned_or_a_hold_lifted() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client operator = service.client().as("operator-admin");
      Client controller = service.client().as("auxer-telecom-controller");
      String hold = Client.AUXER + "/hold";
      assertThat(controller.post(hold, "{\"reason\":\"a look\"}").status()).isEqualTo(201);
      String day = "{\"date\":\"2001-06-01\"}";
      assertRefused(operator.send("PUT", "/v1/business-date", null, day, "If-Match", "\"x\""));
      assertRefused(controller.send("DELETE", hold, null, null, "If-Match", "\"x\""));
      assertThat(operator.get("/v1/business-date").json().get("date").asText())
          .isEqualTo("2001-05-16");
      assertThat(controller.send("DELETE", hold, null, null).status()).isEqualTo(200);
    }
  }

  @Test
  void conditions_that_hold_are_no_obstacle() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client client = service.client();
      String[] holding = {
        "If-Match", "*", "If-None-Match", "\"x\", W/\"y\"", "If-Unmodified-Since", "then"
      };
      assertThat(client.send("POST", INVOICES, "k", INVOICE, holding).status()).isEqualTo(201);
    }
  }
}
