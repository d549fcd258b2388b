package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What every answer carries and withholds, and what stands open. */
class HardeningTest {

  private Service service;
  private Client client;

  @BeforeEach
  void start() {
    service = Service.on(TestDatabase.H2);
    client = service.client();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void every_answer_keeps_browsers_in_check_and_names_its_request() {
    List<Client.Answer> answers =
        List.of(
            client.get("/v1/accounts"),
            client.with(null).get("/v1/accounts"),
            client.get("/nowhere"),
            client.send("PUT", "/v1/accounts", null, null),
            client.get("/v1/accounts?x=1"),
            client.get("/health"),
            client.get("/docs/"),
            client.get("/openapi/trade-credit-ledger.yml"));
    for (Client.Answer answer : answers) {
      String where = answer.response().uri() + " " + answer.status();
      assertThat(answer.header("X-Content-Type-Options")).as(where).contains("nosniff");
      assertThat(answer.header("Content-Security-Policy").orElse(""))
          .as(where)
          .contains("frame-ancestors 'none'");
      assertThat(answer.header("Cache-Control")).as(where).contains("no-store");
      assertThat(answer.header("X-Request-Id")).as(where).isPresent();
      assertThat(answer.header("Server")).as(where).isEmpty();
      assertThat(answer.header("X-Powered-By")).as(where).isEmpty();
    }
    assertThat(client.get("/docs/").header("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'");
    assertThat(client.get(Client.AUXER + "/balance").header("Cache-Control")).contains("no-cache");
  }

  @Test
  void what_is_accepted_with_a_weight_is_answered_without_it() {
    for (String accepted :
        List.of("application/json;q=0.9", "application/json; q=0.5, text/csv;q=0.1")) {
      for (String what : List.of("/balance", "/aging", "/invoices")) {
        Client.Answer answer = client.get(Client.AUXER + what, "Accept", accepted);
        assertThat(answer.status()).as(what).isEqualTo(200);
        assertThat(answer.response().headers().allValues("Content-Type"))
            .as(what + " " + accepted)
            .containsExactly("application/json");
      }
    }
  }

  @Test
  void what_accepts_any_application_takes_json() {
    for (String accepted : List.of("application/*", "text/html, Application/*;q=0.8")) {
      for (String what : List.of("/balance", "/aging", "/invoices")) {
        Client.Answer answer = client.get(Client.AUXER + what, "Accept", accepted);
        assertThat(answer.status()).as(what + " " + accepted).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
      }
    }
    for (String refused : List.of("text/*", "xapplication/*")) {
      assertThat(client.get(Client.AUXER + "/aging", "Accept", refused).status())
          .as(refused)
          .isEqualTo(406);
    }
  }

  @Test
  void a_page_from_elsewhere_is_told_that_it_may_not_call() {
    Client.Answer answer = client.get("/v1/accounts", "Origin", "https://elsewhere.example");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.json().get("code").asText()).isEqualTo("forbidden");
    assertThat(answer.json().get("detail").asText()).contains("\"https://elsewhere.example\"");
    String own = client.base().toString();
    assertThat(client.get("/v1/accounts", "Origin", own).status()).isEqualTo(200);
  }

  @Test
  void health_is_open_without_details_and_management_has_a_port_of_its_own() {
    int port = service.context().getRequiredProperty("endpoints.all.port", Integer.class);
    assertThat(port).isNotEqualTo(client.base().getPort());
    Client management =
        new Client(URI.create("http://127.0.0.1:" + port), service.database().keys()).with(null);
    for (Client asked : List.of(management, client.with(null))) {
      Client.Answer health = asked.get("/health");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.json().get("status").asText()).isEqualTo("UP");
      assertThat(health.json().get("details").isNull()).isTrue();
    }
    assertThat(management.get("/v1/accounts").status()).isEqualTo(404);
    for (String path :
        List.of(
            "/beans", "/env", "/loggers", "/routes", "/stop", "/refresh", "/metrics", "/info")) {
      assertThat(management.get(path).status()).as(path).isEqualTo(404);
      assertThat(client.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(client.get("/token_info").status()).isEqualTo(404);
  }

  /** With whatever key: none of these tells parties apart. */
  @Test
  void what_the_framework_calls_sensitive_answers_nobody() {
    Map<String, String> opened =
        Map.of("endpoints.beans.enabled", "true", "endpoints.health.sensitive", "true");
    try (Service other = Service.on(TestDatabase.H2.fresh(), opened)) {
      int port = other.context().getRequiredProperty("endpoints.all.port", Integer.class);
      Client operator =
          new Client(URI.create("http://127.0.0.1:" + port), other.database().keys())
              .as("operator-admin");
      for (Client asked : List.of(operator, operator.with(null))) {
        for (String path : List.of("/beans", "/health", "/health/liveness")) {
          Client.Answer answer = asked.get(path);
          assertThat(answer.status()).as(path).isEqualTo(403);
          assertThat(answer.code()).isEqualTo("forbidden");
        }
      }
    }
  }

  @Test
  void the_service_listens_on_loopback_unless_told_otherwise() {
    assertThat(service.context().getRequiredProperty("micronaut.server.host", String.class))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void what_a_caller_writes_into_a_path_cannot_break_the_audit() {
    for (String id : List.of("a%00b", "a%0d%0ab", "%f0%9f%92%b3", "x".repeat(3_000), "%ed%a0%80")) {
      assertThat(client.as("kattosko-clerk").get("/v1/agreements/" + id).status()).isEqualTo(404);
      assertThat(client.with(null).get("/v1/agreements/" + id).status()).isEqualTo(401);
    }
    assertThat(client.get("/v1/audit-records").json().get("items")).hasSize(1 + 5);
  }
}
