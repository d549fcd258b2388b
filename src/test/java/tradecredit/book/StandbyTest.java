package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A service whose PostgreSQL server takes no writes for a time, as a former primary does. */
class StandbyTest {

  private static final int OUTAGE = 503;

  @Test
  void a_service_leaves_a_server_that_takes_no_writes_for_one_that_does() throws SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service service = Service.on(database, Map.of())) {
      assertThat(post(service, "K-1")).isEqualTo(201);
      takesWrites(database, false);
      Awaiting.until("a connection that may not write", () -> isReadOnly(service));
      assertThat(post(service, "K-2")).isEqualTo(OUTAGE);
      takesWrites(database, true);
      // Each posting that meets an old connection has it given up, and a pool has twenty.
      Awaiting.until("a connection that may write", () -> post(service, "K-2") == 201);
      assertThat(service.client().get(Client.KATTOSKO + "/balance").json().get("balance").asText())
          .isEqualTo("2.00");
    }
    Invariants.hold(database);
  }

  private static int post(Service service, String number) {
    String invoice = Json.kattoskoInvoice(number, "2001-05-16", "1.00");
    return service.client().post(Client.KATTOSKO + "/invoices", number, invoice).status();
  }

  /** The first who ask meet connections that were ended. */
  private static boolean isReadOnly(Service service) {
    return service.client().get(Client.KATTOSKO + "/balance").status() == 200
        && post(service, "K-2") == OUTAGE;
  }

  /** Of sessions that begin from now on; those that were there end. */
  private static void takesWrites(TestDatabase.Fresh database, boolean writes) throws SQLException {
    String name = database.url().replaceAll(".*/([^/?]+).*", "$1");
    String beside = database.url().replace("/" + name, "/postgres");
    try (Connection connection = DriverManager.getConnection(beside, database.username(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER DATABASE %s SET default_transaction_read_only = %s"
              .formatted(name, writes ? "off" : "on"));
      if (!writes) {
        statement.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                .formatted(name));
      }
    }
  }
}
