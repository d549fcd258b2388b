package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Logged;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * Bad input: each a problem that points at the fault; nothing stored, no stack trace, and the
 * service goes on.
 */
@Isolated("it reads the log of all")
class BadInputTest {

  private static final String INVOICES = Client.AUXER + "/invoices";
  private static final String PAYMENTS = Client.AUXER + "/payments";

  /** A body and what must be said of it: the status, the problem's code, and where the fault is. */
  private record Case(String path, String body, int status, String code, String pointer) {}

  private static Case invoice(String body, String pointer) {
    return new Case(INVOICES, body, 400, "invalid-request", pointer);
  }

  private static Case line(String line, String pointer) {
    return invoice(
        "{\"number\":\"B-1\",\"invoiceDate\":\"2001-05-16\",\"lines\":[%s]}".formatted(line),
        pointer);
  }

  private static Case payment(String body, String pointer) {
    return new Case(PAYMENTS, body, 400, "invalid-request", pointer);
  }

  private static Case malformed(String body) {
    return new Case(INVOICES, body, 400, "malformed-json", "");
  }

  private static final List<Case> CASES =
      List.of(
          malformed("{\"number\":"),
          malformed("{\"number\":\"A\"} trailing"),
          malformed("{\"number\":\"A\",\"number\":\"B\"}"),
          malformed("[1]"),
          malformed("null"),
          malformed("\"text\""),
          malformed("{'number':'A'}"),
          malformed("{\"number\":NaN}"),
          malformed("[".repeat(5000)),
          malformed("{\"number\":" + "9".repeat(500) + "}"),
          malformed("{\"memo\":\"" + "x".repeat(20_000) + "\"}"),
          invoice("{}", "/number"),
          invoice("{\"number\":\"\",\"invoiceDate\":\"2001-05-16\",\"lines\":[]}", "/number"),
          invoice("{\"number\":\" A\",\"invoiceDate\":\"2001-05-16\",\"lines\":[]}", "/number"),
          invoice(
              "{\"number\":\"%s\",\"invoiceDate\":\"2001-05-16\",\"lines\":[]}"
                  .formatted("n".repeat(65)),
              "/number"),
          invoice("{\"number\":7,\"invoiceDate\":\"2001-05-16\",\"lines\":[]}", "/number"),
          invoice("{\"number\":\"A\",\"invoiceDate\":\"2001-02-30\",\"lines\":[]}", "/invoiceDate"),
          invoice("{\"number\":\"A\",\"invoiceDate\":\"16.05.2001\",\"lines\":[]}", "/invoiceDate"),
          invoice("{\"number\":\"A\",\"invoiceDate\":20010516,\"lines\":[]}", "/invoiceDate"),
          invoice("{\"number\":\"A\",\"invoiceDate\":\"2001-05-16\",\"lines\":[]}", "/lines"),
          invoice("{\"number\":\"A\",\"invoiceDate\":\"2001-05-16\",\"lines\":{}}", "/lines"),
          invoice("{\"number\":\"A\",\"invoiceDate\":\"2001-05-16\",\"lines\":[3]}", "/lines/0"),
          invoice(
              "{\"number\":\"A\",\"invoiceDate\":\"2001-05-16\",\"memo\":\"a\\u0000b\",\"lines\":[]}",
              "/memo"),
          invoice(
              "{\"number\":\"A\",\"invoiceDate\":\"2001-05-16\",\"memo\":\"\\ud800\",\"lines\":[]}",
              "/memo"),
          invoice(
              "{\"number\":\"A\",\"invoiceDate\":\"2001-05-16\",\"currency\":\"EUR\",\"lines\":[]}",
              "/currency"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":5.00,\"quantity\":1,\"discount\":\"0\"}",
              "/lines/0/faceValue"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.001\",\"quantity\":1,\"discount\":\"0\"}",
              "/lines/0/faceValue"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5\",\"quantity\":1,\"discount\":\"0\"}",
              "/lines/0/faceValue"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"-5.00\",\"quantity\":1,\"discount\":\"0\"}",
              "/lines/0/faceValue"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"0.00\",\"quantity\":1,\"discount\":\"0\"}",
              "/lines/0/faceValue"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"1e9\",\"quantity\":1,\"discount\":\"0\"}",
              "/lines/0/faceValue"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"99999999999.00\",\"quantity\":1,\"discount\":\"0\"}",
              "/lines/0/faceValue"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":0,\"discount\":\"0\"}",
              "/lines/0/quantity"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":-1,\"discount\":\"0\"}",
              "/lines/0/quantity"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":1.5,\"discount\":\"0\"}",
              "/lines/0/quantity"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":\"1\",\"discount\":\"0\"}",
              "/lines/0/quantity"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":99999999999999999999,\"discount\":\"0\"}",
              "/lines/0/quantity"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"9999999999.99\",\"quantity\":1000000000,\"discount\":\"0\"}",
              "/lines/0/quantity"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":1,\"discount\":\"100\"}",
              "/lines/0/discount"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":1,\"discount\":\"33.333\"}",
              "/lines/0/discount"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":1,\"discount\":\"-1\"}",
              "/lines/0/discount"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":1,\"discount\":30}",
              "/lines/0/discount"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"0.01\",\"quantity\":1,\"discount\":\"99.99\"}",
              "/lines"),
          line(
              "{\"product\":\"auxer-direct\",\"faceValue\":\"5.00\",\"quantity\":1,\"discount\":\"0\",\"amount\":\"1.00\"}",
              "/lines/0/amount"),
          new Case(
              INVOICES,
              "{\"number\":\"A\",\"invoiceDate\":\"2001-05-16\",\"lines\":[{\"product\":\"nope\",\"faceValue\":\"5.00\",\"quantity\":1,\"discount\":\"0\"}]}",
              400,
              "unknown-product",
              "/lines/0/product"),
          payment("{}", "/reference"),
          payment(
              "{\"reference\":\"R\",\"receivedDate\":\"2001-05-16\",\"method\":\"check\",\"amount\":\"0.00\"}",
              "/amount"),
          payment(
              "{\"reference\":\"R\",\"receivedDate\":\"2001-05-16\",\"method\":\"check\",\"amount\":1}",
              "/amount"),
          payment(
              "{\"reference\":\"R\",\"receivedDate\":\"2001-05-16\",\"method\":\"a b\",\"amount\":\"1.00\"}",
              "/method"),
          payment(
              "{\"reference\":\"R\",\"receivedDate\":\"2001-05-16\",\"method\":\"check\",\"amount\":\"1.00\",\"balance\":\"0.00\"}",
              "/balance"),
          payment(
              "{\"reference\":\"R\",\"receivedDate\":\"2001-05-16\",\"method\":\"check\",\"amount\":\"2.00\",\"allocations\":[{\"invoiceNumber\":\"A\",\"amount\":\"1.00\"},{\"invoiceNumber\":\"A\",\"amount\":\"1.00\"}]}",
              "/allocations/1/invoiceNumber"),
          new Case(
              INVOICES + "/batch",
              "{\"mode\":\"both\",\"invoices\":[{}]}",
              400,
              "invalid-request",
              "/mode"),
          new Case(
              INVOICES + "/batch",
              "{\"mode\":\"atomic\",\"invoices\":[%s]}"
                  .formatted(
                      Json.auxerInvoice("B-1", "2001-05-16", "1.00")
                          .replace(
                              "{\"number", "{\"alreadyDelivered\":{\"reason\":\"sent\"},\"number")),
              400,
              "invalid-request",
              "/invoices/0/alreadyDelivered"),
          new Case(
              INVOICES + "/batch",
              "{\"mode\":\"atomic\",\"invoices\":[]}",
              400,
              "invalid-request",
              "/invoices"),
          new Case(
              INVOICES + "/batch",
              "{\"mode\":\"atomic\",\"invoices\":[{}]}",
              400,
              "invalid-request",
              "/invoices/0/number"));

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1x", "9223372036854775808", "18446744073709551616"})
  void a_cursor_that_names_no_place_begins_no_list_anew(String number) {
    try (Service service = Service.on(TestDatabase.H2)) {
      String cursor =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(("entries:" + number).getBytes(StandardCharsets.US_ASCII));
      Answer answer = service.client().get(Client.AUXER + "/entries?cursor=" + cursor);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("query:cursor");
    }
  }

  @Test
  void each_fault_of_an_amendment_is_told_where_it_is_and_no_other() {
    Map<String, String> faults =
        Map.of(
            "\"netDays\":366", "/netDays out-of-range",
            "\"thresholds\":[0]", "/thresholds/0 out-of-range",
            "\"thresholds\":[80,1000000000000]", "/thresholds/1 out-of-range",
            "\"thresholds\":[80,\"95\"]", "/thresholds/1 type",
            "\"thresholds\":[95,80]", "/thresholds format",
            "\"thresholds\":[]", "/thresholds out-of-range",
            "\"creditLimit\":null", " required");
    try (Service service = Service.on(TestDatabase.H2)) {
      Client controller = service.client().as("kattosko-controller");
      faults.forEach(
          (change, fault) -> {
            String body =
                "{\"effectiveDate\":\"2001-05-16\",\"reason\":\"why not\",%s}".formatted(change);
            Answer answer = controller.post(Client.AUXER + "/terms-amendments", body);
            assertThat(answer.status()).as(change).isEqualTo(400);
            JsonNode errors = answer.json().get("errors");
            assertThat(errors).as(change).hasSize(1);
            assertThat(errors.at("/0/pointer").asText() + " " + errors.at("/0/code").asText())
                .isEqualTo(fault);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void each_fault_is_a_problem_that_points_at_it_and_nothing_is_stored(TestDatabase kind) {
    try (Logged logged = Logged.byAll()) {
      try (Service service = Service.on(kind)) {
        for (Case each : CASES) {
          Client.Answer answer = service.client().post(each.path(), each.body());
          isProblem(answer, each.status(), each.code(), each.body());
          if (!each.pointer().isEmpty()) {
            assertThat(answer.json().findValuesAsText("pointer"))
                .as("%s", answer)
                .contains(each.pointer());
          }
        }
        for (OddRequest each : OddRequest.ALL) {
          Client.Answer answer =
              service
                  .client()
                  .send(each.method(), each.path(), each.key(), each.body(), each.headers());
          isProblem(answer, each.status(), each.code(), each.method() + " " + each.path());
        }

        assertThat(service.client().get(Client.AUXER + "/entries").json().get("items")).isEmpty();
        assertThat(service.client().get(Client.AUXER + "/decisions").json().get("items")).isEmpty();
        assertThat(
                service
                    .client()
                    .post(INVOICES, "k", Json.auxerInvoice("A-1", "2001-05-16", "1.00"))
                    .status())
            .as("the key that was sent with bad input is free")
            .isEqualTo(201);
        Invariants.hold(service.database());
      }
      assertThat(logged.events(Level.TRACE)).noneMatch(event -> event.getThrowableProxy() != null);
    }
  }

  private static void isProblem(Client.Answer answer, int status, String code, String what) {
    String shown = what.substring(0, Math.min(what.length(), 200));
    assertThat(answer.status()).as("%s -> %s", shown, answer).isEqualTo(status);
    assertThat(answer.header("Content-Type")).as(shown).contains("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.get("code").asText()).as("%s -> %s", shown, answer).isEqualTo(code);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asText()).isEqualTo("urn:tradecredit:problem:" + code);
    assertThat(problem.get("title").asText()).isNotEmpty();
    assertThat(problem.get("detail").asText()).isNotEmpty();
    assertThat(problem.get("instance").asText()).startsWith("/");
  }
}
