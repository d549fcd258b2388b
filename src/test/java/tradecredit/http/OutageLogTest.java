package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What an operator reads of a database that goes away: why, in a line, and no traces. */
@Isolated("it reads what all print")
class OutageLogTest {

  private static final Map<String, String> QUIET =
      Map.of(
          "tradecredit.webhooks.dispatch.enabled",
          "false",
          "datasources.default.connection-timeout",
          "1000");

  /** For less than that after its last use the pool takes a connection to be alive, unseen. */
  private static final long TAKEN_TO_BE_ALIVE_MILLIS = 500;

  private static final String END_CONNECTIONS =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = %s AND pid <> pg_backend_pid()""";

  @FunctionalInterface
  private interface Deed {
    void run() throws Exception;
  }

  /** The lines printed meanwhile. */
  private static List<String> printed(Deed deed) throws Exception {
    PrintStream real = System.out;
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    System.setOut(new PrintStream(read, true, StandardCharsets.UTF_8));
    try {
      deed.run();
    } finally {
      System.setOut(real);
    }
    return read.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void connections_that_are_ended_during_a_posting_leave_one_line_with_the_servers_reason()
      throws Exception {
    try (Service service = Service.on(TestDatabase.POSTGRES.fresh(), QUIET);
        HeldAccount held = new HeldAccount(service.database(), "auxer-to-kattosko")) {
      List<String> printed =
          printed(
              () -> {
                CompletableFuture<Answer> posted = Aside.ask(() -> posted(service.client()));
                held.awaitWaiting();
                TimeUnit.MILLISECONDS.sleep(2 * TAKEN_TO_BE_ALIVE_MILLIS);
                endConnections(service.database());
                assertThat(posted.join().status()).isEqualTo(201);
              });

      assertThat(printed)
          .singleElement()
          .asString()
          .contains(
              " WARN ",
              "Account auxer-to-kattosko: attempt 1 failed, trying again",
              "terminating connection due to administrator command");
      Invariants.hold(service.database());
    }
  }

  private static Answer posted(Client client) {
    return client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "1.00"));
  }

  private static void endConnections(TestDatabase.Fresh database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(END_CONNECTIONS.formatted("current_database()"));
    }
  }

  @Test
  void a_health_check_while_the_database_is_away_leaves_a_line_and_no_trace() throws Exception {
    try (Service service = Service.on(TestDatabase.POSTGRES.fresh(), QUIET)) {
      List<String> printed =
          printed(
              () -> {
                close(service.database());
                Awaiting.until("it is down", () -> isDown(service.client()));
              });

      assertThat(printed)
          .isNotEmpty()
          .allSatisfy(
              line ->
                  assertThat(line).contains(" ERROR ", "Health indicator", "reported exception"));
    }
  }

  private static boolean isDown(Client client) {
    return client.get("/health").status() == 503;
  }

  private static void close(TestDatabase.Fresh database) throws SQLException {
    String name = database.url().replaceAll(".*/([^/?]+).*", "$1");
    String beside = database.url().replace("/" + name, "/postgres");
    try (Connection connection = DriverManager.getConnection(beside, database.username(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(name));
      statement.execute(END_CONNECTIONS.formatted("'" + name + "'"));
    }
  }
}
