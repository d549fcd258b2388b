package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradecredit.store.figure.KnownDays;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * What PostgreSQL does for each statement that the service runs, as {@code auto_explain} tells it:
 * with the values that it was run with, on an account of three thousand invoices. Of the ways to
 * find rows it is left those that it takes where an account is large, to seek them one by one in an
 * index; while one is small, it may rightly read all of it. Where an index is missing, even so, it
 * reads what the account has and throws most of it away.
 */
class PostgresPlanTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String BEGIN = "SELECT 'the plans begin'";
  private static final String END = "SELECT 'the plans end'";

  private static final String EVERYTHING = "0";
  private static final String NOTHING = "-1";

  /** A page has 50 items, each with movements that are not told; an account has thousands. */
  private static final int MOST_IN_VAIN = 250;

  private static final Set<String> GROWING =
      H2PlanTest.GROWING.stream()
          .map(table -> table.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  @TempDir Path folder;

  private EmbeddedPostgres server() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("session_preload_libraries", "auto_explain")
        .setServerConfig("auto_explain.log_analyze", "on")
        .setServerConfig("auto_explain.log_timing", "off")
        .setServerConfig("auto_explain.log_format", "json")
        .setServerConfig("enable_seqscan", "off")
        .setServerConfig("enable_bitmapscan", "off")
        .setServerConfig("enable_hashjoin", "off")
        .setServerConfig("enable_mergejoin", "off")
        .setServerConfig("logging_collector", "on")
        .setServerConfig("log_destination", "jsonlog")
        .setServerConfig("log_directory", folder.toString())
        .setServerConfig("log_filename", "plans")
        .setServerConfig("log_file_mode", "0644")
        .start();
  }

  @Test
  void no_statement_reads_an_account_to_find_a_part_of_it() throws Exception {
    try (EmbeddedPostgres server = server()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      TestDatabase.Fresh database =
          new TestDatabase.Fresh(TestDatabase.POSTGRES, url, "postgres", folder);
      try (Service service = Service.on(database, Map.of());
          Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        H2PlanTest.fill(service.client());
        statement.execute("ANALYZE");
        explain(statement, EVERYTHING);
        statement.execute(BEGIN);
        H2PlanTest.act(service.client());
        rollUp(service, connection);
        H2PlanTest.ask(service.client());
        disputeTheLast(service.client());
        statement.execute(END);
        Awaiting.until("all is told", () -> log().contains(END));
        explain(statement, NOTHING);
        Invariants.hold(database);
      }
      Set<String> read = new LinkedHashSet<>();
      List<String> wrong = new ArrayList<>();
      for (JsonNode plan : plans()) {
        look(plan.get("Plan"), plan.get("Query Text").asText(), read, wrong);
      }
      assertThat(read)
          .as("what was read, or the test is weaker than it seems")
          .contains("entry", "invoice", "payment", "open_item_movement", "event", "decision");
      assertThat(wrong).isEmpty();
    }
  }

  /**
   * From now on, in all sessions: to fill the book and to verify it is thousands of statements that
   * nobody asks about.
   */
  private static void explain(Statement statement, String minDuration) throws SQLException {
    statement.execute("ALTER SYSTEM SET auto_explain.log_min_duration = " + minDuration);
    statement.execute("SELECT pg_reload_conf()");
    Awaiting.until("the setting is read", () -> minDuration.equals(shown(statement)));
  }

  private static String shown(Statement statement) {
    try (ResultSet shown = statement.executeQuery("SHOW auto_explain.log_min_duration")) {
      assertThat(shown.next()).isTrue();
      return shown.getString(1);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** By itself the service does so now and then: what has ended is not looked through again. */
  private static void rollUp(Service service, Connection connection) throws SQLException {
    service.context().getBean(KnownDays.class).rollUp();
    assertThat(
            Invariants.number(
                connection,
                "SELECT COUNT(*) FROM known_day WHERE account_id = 'kattosko-to-seller'"))
        .isPositive();
  }

  /** Few invoices are disputed, and those may lie far behind all others. */
  private static void disputeTheLast(Client client) {
    JsonNode invoice = client.get(H2PlanTest.K + "/invoices?number=B1-1499").json().at("/items/0");
    Client.Answer disputed =
        client
            .as("auxer-telecom-controller")
            .post(
                H2PlanTest.K + "/invoices/" + invoice.get("id").asText() + "/disputes",
                "{\"amount\":\"0.01\",\"reason\":\"it does not connect\"}");
    assertThat(disputed.status()).as("%s", disputed).isEqualTo(201);
    for (String status : List.of("disputed", "open", "paid", "pastDue")) {
      assertThat(client.get(H2PlanTest.K + "/invoices?status=" + status).json().get("items"))
          .as(status)
          .isNotEmpty();
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("plans.json"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private List<JsonNode> plans() throws IOException {
    List<JsonNode> plans = new ArrayList<>();
    for (String line : log().lines().toList()) {
      String message = JSON.readTree(line).get("message").asText();
      int plan = message.indexOf("plan:\n");
      if (plan >= 0) {
        plans.add(JSON.readTree(message.substring(plan + "plan:\n".length())));
      }
    }
    List<String> texts = plans.stream().map(plan -> plan.get("Query Text").asText()).toList();
    return plans.subList(texts.indexOf(BEGIN), texts.indexOf(END));
  }

  private static void look(JsonNode node, String sql, Set<String> read, List<String> wrong) {
    String table = node.path("Relation Name").asText();
    if (GROWING.contains(table)) {
      read.add(table);
      double inVain =
          node.path("Rows Removed by Filter").asDouble()
              * (isOfCredits(sql, node) ? 1 : node.path("Actual Loops").asDouble());
      if (inVain > MOST_IN_VAIN || node.get("Node Type").asText().equals("Seq Scan")) {
        wrong.add(
            "%s of %s by %s reads %.0f rows in vain%n%s"
                .formatted(
                    node.get("Node Type").asText(),
                    table,
                    node.path("Index Name").asText("no index"),
                    inVain,
                    sql));
      }
    }
    node.path("Plans").forEach(below -> look(below, sql, read, wrong));
  }

  /**
   * What each credit of a page has brought about is sought by itself and read whole: beside each
   * allocation stands what it took of the unapplied credit. Only of each it is looked at how much
   * that is.
   */
  private static boolean isOfCredits(String sql, JsonNode node) {
    return sql.contains("m.place <= 100")
        && node.path("Index Name").asText().equals("open_item_movement_pkey");
  }
}
