package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * A database that comes back without its last transactions, as from a copy or a standby that lacked
 * them, below an instance that runs on. Other entries then have the sequences that it has seen.
 */
class LostTailTest {

  private static final String A = Client.AUXER;
  private static final String YESTERDAY = "2001-05-17";
  private static final String TODAY = "2001-05-18";
  private static final String NOW = A + "/balance";
  private static final String THEN = A + "/balance?asOf=" + YESTERDAY;

  @Test
  void an_instance_that_runs_on_answers_nothing_of_what_was_lost() throws SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service running = Service.on(database, Map.of())) {
      Client client = running.client();
      assertThat(client.businessDate(TODAY).status()).isEqualTo(200);
      assertThat(client.post(A + "/invoices", invoice("A-1", "100.00")).status()).isEqualTo(201);
      copy(database);
      awaitBack(client);
      history(client, "A-2", "200.00", "60000.00");
      String now = client.get(NOW).header("ETag").orElseThrow();
      String then = client.get(THEN).header("ETag").orElseThrow();
      agrees(client, "300.00", "60000.00");
      putBack(database);
      try (Service other = Service.on(database, Map.of())) {
        history(other.client(), "A-3", "700.00", "40000.00");
      }
      awaitBack(client);
      assertThat(client.get(NOW, "If-None-Match", now).status()).isEqualTo(200);
      assertThat(client.get(THEN, "If-None-Match", then).status()).isEqualTo(200);
      agrees(client, "800.00", "40000.00");
      Client.Answer posted = client.post(A + "/invoices", invoice("A-4", "39200.01"));
      assertThat(posted.code()).isEqualTo("credit-limit-exceeded");
      Invariants.hold(database);
    }
  }

  private static String invoice(String number, String amount) {
    return Json.auxerInvoice(number, YESTERDAY, amount);
  }

  /** The entries 2 to 4: another invoice, and other terms under the next number. */
  private static void history(Client client, String number, String amount, String limit) {
    assertThat(client.post(A + "/invoices", invoice(number, amount)).status()).isEqualTo(201);
    JsonNode amendment =
        client
            .as("auxer-telecom-controller")
            .post(
                A + "/terms-amendments",
                "{\"effectiveDate\":\"%s\",\"creditLimit\":\"%s\",\"reason\":\"agreed\"}"
                    .formatted(TODAY, limit))
            .json();
    Client.Answer approved =
        client
            .as("kattosko-controller")
            .post(
                A + "/terms-amendments/" + amendment.get("id").asText() + "/approval",
                "{\"decision\":\"approved\"}");
    assertThat(approved.status()).as("%s", approved).isEqualTo(201);
    assertThat(client.get(NOW).json().get("sequence").asLong()).isEqualTo(4);
  }

  private static void agrees(Client client, String balance, String limit) {
    assertThat(client.get(NOW).json().get("creditLimit").asText()).isEqualTo(limit);
    for (String path :
        List.of(NOW, THEN, A + "/aging", A + "/aging?basis=invoiceDate&asOf=" + YESTERDAY)) {
      assertThat(client.get(path).json().get("balance").asText()).as(path).isEqualTo(balance);
    }
  }

  /** The first who ask meet connections that were ended. */
  private static void awaitBack(Client client) {
    Awaiting.until("the database's return", () -> client.get(NOW).status() == 200);
  }

  private static void copy(TestDatabase.Fresh database) throws SQLException {
    aside(
        database,
        "CREATE DATABASE %1$s_copy TEMPLATE %1$s",
        "ALTER DATABASE %1$s ALLOW_CONNECTIONS true");
  }

  private static void putBack(TestDatabase.Fresh database) throws SQLException {
    aside(
        database,
        "ALTER DATABASE %1$s RENAME TO %1$s_lost",
        "ALTER DATABASE %1$s_copy RENAME TO %1$s");
  }

  /** How many there were yet: each ends a while after it is told to. */
  private static long endedConnections(Statement statement, String name) {
    try (ResultSet ended =
        statement.executeQuery(
            "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '%s'"
                .formatted(name))) {
      assertThat(ended.next()).isTrue();
      return ended.getLong(1);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** Runs statements while nobody is connected to the database, whose name they hold. */
  private static void aside(TestDatabase.Fresh database, String... statements) throws SQLException {
    String name = database.url().replaceAll(".*/([^/?]+).*", "$1");
    String beside = database.url().replace("/" + name, "/postgres");
    try (Connection connection = DriverManager.getConnection(beside, database.username(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(name));
      Awaiting.until("they are gone", () -> endedConnections(statement, name) == 0);
      for (String each : statements) {
        statement.execute(each.formatted(name));
      }
    }
  }
}
