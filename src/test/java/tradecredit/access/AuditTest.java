package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.BeanContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.Agreement;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What is done and what is denied leaves a record, in a chain that can be verified. */
class AuditTest {

  private static final String INVOICES = Client.AUXER + "/invoices";
  private static final String DAY = "2001-05-16";

  private static List<JsonNode> records(Client reader, String query) {
    return reader.items("/v1/audit-records?limit=50" + query);
  }

  private static List<String> seen(Client reader, String query) {
    return records(reader, query).stream()
        .map(
            record ->
                "%s %s %s %s"
                    .formatted(
                        record.get("accountId").asText(null),
                        record.get("party").asText(null),
                        record.get("action").asText(),
                        record.get("outcome").asText()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void changes_and_denied_attempts_are_seen_by_those_whom_they_concern(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      acts(client);

      List<String> onTheAccount =
          List.of(
              "auxer-to-kattosko kattosko post-invoice denied",
              "auxer-to-kattosko auxer-telecom post-invoice denied",
              "auxer-to-kattosko null post-invoice denied");
      List<String> everybodys = new ArrayList<>(onTheAccount);
      everybodys.add("null operator turn-business-date done");
      List<String> kattoskos = new ArrayList<>(everybodys);
      kattoskos.add("null kattosko make-key done");
      kattoskos.add("null operator make-key done");
      List<String> auxers = new ArrayList<>(everybodys);
      auxers.add("null auxer-telecom keep-keys denied");
      auxers.add("null auxer-telecom make-key denied");
      auxers.add("null auxer-telecom revoke-key denied");
      auxers.add("null auxer-telecom post-payments denied");
      assertThat(seen(client.as("kattosko-auditor"), ""))
          .containsExactlyInAnyOrderElementsOf(kattoskos);
      assertThat(seen(client.as("auxer-telecom-auditor"), ""))
          .containsExactlyInAnyOrderElementsOf(auxers);
      assertThat(seen(client.as("auxer-telecom-auditor"), "&accountId=auxer-to-kattosko"))
          .containsExactlyElementsOf(onTheAccount);
      assertThat(seen(client.as("operator-admin"), ""))
          .containsAll(auxers)
          .containsAll(kattoskos)
          .contains(
              "null null make-first-keys done",
              "null operator turn-business-date done",
              "null null read-agreement denied");
      Invariants.hold(service.database());
    }
  }

  /** Some are done, some are denied. */
  private static void acts(Client client) {
    client.businessDate("2001-05-17");
    String invoice = Json.auxerInvoice("A-1", DAY, "1.00");
    client.as("kattosko-clerk").post(INVOICES, invoice);
    client.as("auxer-telecom-finance").post(INVOICES, invoice);
    client.with("tcl_abcdefgh_" + "x".repeat(43)).post(INVOICES, invoice);
    client.with(null).get("/v1/agreements");
    client.as("kattosko-admin").post("/v1/api-keys", "{\"roles\":[\"finance\"]}");
    client.as("auxer-telecom-clerk").get("/v1/api-keys");
    client.post("/v1/api-keys", "{\"party\":\"kattosko\",\"roles\":[\"clerk\"]}");
    Client auxersAdmin = client.as("auxer-telecom-admin");
    auxersAdmin.post("/v1/api-keys", "{\"party\":\"kattosko\",\"roles\":[\"clerk\"]}");
    String other = client.key("kattosko-clerk").substring(4, 12);
    assertThat(auxersAdmin.send("DELETE", "/v1/api-keys/" + other, null, null).status())
        .isEqualTo(404);
    client.as("auxer-telecom-clerk").post("/v1/accounts/nowhere/payments", "{}");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_anothers_and_what_is_not_there_leave_the_same_record(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String theirKey = client.key("kattosko-clerk").substring(4, 12);
      String theirEndpoint =
          client
              .as("kattosko-controller")
              .post("/v1/webhook-endpoints", "{\"url\": \"https://example.com/hook\"}")
              .json()
              .get("id")
              .asText();
      String noKey = theirKey.equals("aaaaaaaa") ? "bbbbbbbb" : "aaaaaaaa";
      String noEndpoint = theirEndpoint.substring(0, 3) + "0".repeat(theirEndpoint.length() - 3);

      Client admin = client.as("auxer-telecom-admin");
      Client controller = client.as("auxer-telecom-controller");
      for (String key : List.of(theirKey, noKey)) {
        assertThat(admin.send("DELETE", "/v1/api-keys/" + key, null, null).status()).isEqualTo(404);
      }
      for (String endpoint : List.of(theirEndpoint, noEndpoint)) {
        assertThat(controller.get("/v1/webhook-endpoints/" + endpoint).status()).isEqualTo(404);
      }

      assertThat(told(client, theirKey)).isEqualTo(told(client, noKey)).isNotEmpty();
      assertThat(told(client, theirEndpoint)).isEqualTo(told(client, noEndpoint)).isNotEmpty();
      Invariants.hold(service.database());
    }
  }

  /** What the auditor of who tried reads of {@code id}, without it. */
  private static List<String> told(Client client, String id) {
    return records(client.as("auxer-telecom-auditor"), "").stream()
        .filter(record -> record.get("object").asText().endsWith("/" + id))
        .map(
            record ->
                "%s %s %s %s"
                    .formatted(
                        record.get("action").asText(),
                        record.get("outcome").asText(),
                        record.get("object").asText().replace(id, "…"),
                        record.path("detail").asText()))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_record_names_its_request_and_a_posting_its_principal(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      Client.Answer denied =
          client
              .as("kattosko-clerk")
              .send(
                  "POST",
                  INVOICES,
                  "k",
                  "{}",
                  "X-Request-Id",
                  "trace-7",
                  "Content-Type",
                  "application/json");
      assertThat(denied.header("X-Request-Id")).contains("trace-7");
      assertThat(records(client.as("kattosko-auditor"), "").getFirst().get("requestId").asText())
          .isEqualTo("trace-7");
      String odd = client.get(INVOICES, "X-Request-Id", "a b").header("X-Request-Id").orElse("");
      assertThat(odd).matches("[0-9a-f-]{36}");

      client.as("auxer-telecom-clerk").post(INVOICES, Json.auxerInvoice("A-1", DAY, "1.00"));
      String principal =
          client.get(Client.AUXER + "/decisions").json().at("/items/0/principal").asText();
      assertThat(principal)
          .isEqualTo("auxer-telecom/key:" + client.key("auxer-telecom-clerk").substring(4, 12));
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_flood_of_denied_attempts_is_counted_and_stops_nobody(TestDatabase kind) throws Exception {
    try (Service service =
        Service.on(
            kind.fresh(),
            Map.of(
                "tradecredit.access.anonymous-attempts",
                "10",
                "tradecredit.access.denied-period",
                "1h"))) {
      Client stranger = service.client().with(null);
      try (var crowd = Executors.newFixedThreadPool(8)) {
        List<Future<Integer>> statuses = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
          statuses.add(crowd.submit(() -> stranger.get(INVOICES).status()));
        }
        for (Future<Integer> status : statuses) {
          assertThat(status.get()).isEqualTo(401);
        }
      }
      service.client().as("kattosko-clerk").post(INVOICES, "{}");
      assertThat(service.client().get("/v1/audit-records?limit=200").text())
          .as("strangers' noise hides nobody")
          .contains("kattosko/key:");
      try (Connection connection = service.database().connect()) {
        assertThat(
                Invariants.number(
                    connection, "SELECT COUNT(*) FROM audit_record WHERE action = 'read-account'"))
            .isEqualTo(10);
        assertThat(
                Invariants.number(
                    connection,
                    "SELECT SUM(CAST(REPLACE(detail, ' attempts', '') AS BIGINT)) FROM audit_record WHERE action = 'count-denied-attempts'"))
            .isEqualTo(390);
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_number_of_what_is_not_recorded_outlives_a_write_that_fails(TestDatabase kind)
      throws SQLException {
    try (Service service =
        Service.on(
            kind.fresh(),
            Map.of(
                "tradecredit.access.anonymous-attempts",
                "1",
                "tradecredit.access.denied-period",
                "1h"))) {
      for (int i = 0; i < 8; i++) {
        service.client().with(null).get(INVOICES);
      }
      DeniedAttempts attempts = service.context().getBean(DeniedAttempts.class);
      try (Connection connection = service.database().connect();
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER TABLE audit_record RENAME TO audit_record_aside");
        attempts.flush();
        statement.execute("ALTER TABLE audit_record_aside RENAME TO audit_record");
        attempts.flush();
        long counted =
            Invariants.number(
                connection,
                "SELECT SUM(CAST(REPLACE(detail, ' attempts', '') AS BIGINT)) FROM audit_record WHERE action = 'count-denied-attempts'");
        long recorded =
            Invariants.number(
                connection, "SELECT COUNT(*) FROM audit_record WHERE action = 'read-account'");
        assertThat(counted + recorded).isEqualTo(8);
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_attempt_that_meets_a_stopped_executor_is_recorded(TestDatabase kind) throws SQLException {
    try (Service service = Service.on(kind);
        ExecutorService stopped = Executors.newSingleThreadExecutor()) {
      stopped.shutdown();
      BeanContext beans = service.context();
      DeniedAttempts attempts =
          new DeniedAttempts(
              beans.getBean(AuditTrail.class),
              beans.getBean(Agreement.class),
              beans.getBean(AccessSettings.class),
              stopped);
      attempts.note(
          new AuditEvent(
              null,
              null,
              AuditEvent.ANONYMOUS,
              "tried-late",
              "-",
              AuditEvent.Outcome.DENIED,
              null,
              "r-1",
              "-"));
      try (Connection connection = service.database().connect()) {
        assertThat(
                Invariants.number(
                    connection, "SELECT COUNT(*) FROM audit_record WHERE action = 'tried-late'"))
            .isOne();
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_asks_too_often_waits_and_others_do_not(TestDatabase kind) {
    try (Service service =
        Service.on(
            kind.fresh(),
            Map.of("tradecredit.access.requests", "5", "tradecredit.access.period", "1h"))) {
      Client greedy = service.client().as("kattosko-finance");
      for (int i = 0; i < 5; i++) {
        assertThat(greedy.get(Client.AUXER + "/balance").status()).isEqualTo(200);
      }
      Client.Answer sixth = greedy.get(Client.AUXER + "/balance");
      assertThat(sixth.status()).isEqualTo(429);
      assertThat(sixth.code()).isEqualTo("too-many-requests");
      assertThat(Long.parseLong(sixth.header("Retry-After").orElse("0"))).isBetween(600L, 721L);
      assertThat(service.client().as("kattosko-clerk").get(Client.AUXER + "/balance").status())
          .isEqualTo(200);
    }
  }
}
