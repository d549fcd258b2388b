package tradecredit.store.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The planner is told of a young book, and a slow database is not pressed. */
class PlannerStatisticsTest {

  private static long number(TestDatabase.Fresh database, String query) {
    try (Connection connection = database.connect()) {
      return Invariants.number(connection, query);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static long analyses(TestDatabase.Fresh database, String table) {
    return number(
        database,
        "SELECT analyze_count FROM pg_stat_user_tables WHERE relname = '%s'".formatted(table));
  }

  private static void post(Service service, int invoices) {
    String batch =
        IntStream.rangeClosed(1, invoices)
            .mapToObj(number -> Json.auxerInvoice("A-" + number, "2001-05-16", "1.00"))
            .collect(Collectors.joining(",", "{\"mode\":\"independent\",\"invoices\":[", "]}"));
    assertThat(service.client().post(Client.AUXER + "/invoices/batch", batch).status())
        .isEqualTo(200);
  }

  @Test
  void tables_that_could_not_be_analysed_are_left_until_the_book_has_grown() throws SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service service =
            Service.on(
                database,
                Map.of("datasources.default.connection-init-sql", "SET lock_timeout = '500ms'"));
        Connection holder = database.connect();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("LOCK TABLE payment IN SHARE UPDATE EXCLUSIVE MODE");
      post(service, 250);
      Awaiting.until("the tables before it are analysed", () -> analyses(database, "invoice") > 0);
      Awaiting.until(
          "nobody waits for it any more",
          () ->
              number(
                      database,
                      """
                      SELECT COUNT(*) FROM pg_stat_activity
                      WHERE datname = current_database() AND state = 'active' AND query LIKE 'ANALYZE%'""")
                  == 0);
      service.context().getBean(PlannerStatistics.class).run();
      assertThat(analyses(database, "invoice")).isOne();
      assertThat(analyses(database, "event")).isZero();
      Invariants.hold(database);
    }
  }
}
