package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The pool retires each connection in its time, that of the migrations, too. */
class RetiredConnectionsTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_service_that_made_its_book_posts_on_when_its_first_connections_are_retired(
      TestDatabase kind) throws SQLException {
    try (Service service = Service.on(kind.empty(), Map.of())) {
      assertThat(posted(service.client(), "A-1")).isEqualTo(201);
      retire(service);
      assertThat(posted(service.client(), "A-2")).isEqualTo(201);
      assertThat(
              service
                  .client()
                  .as("kattosko-controller")
                  .post(Client.KATTOSKO + "/hold", "{\"reason\":\"count\"}")
                  .status())
          .isEqualTo(201);
      Invariants.hold(service.database());
    }
  }

  private static int posted(Client client, String number) {
    return client
        .post(Client.AUXER + "/invoices", Json.auxerInvoice(number, "2001-05-16", "1.00"))
        .status();
  }

  /** All that are open now are closed, once nobody has them, and others opened in their place. */
  private static void retire(Service service) throws SQLException {
    String before =
        service.database().kind() == TestDatabase.H2
            ? """
              SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS
              WHERE SESSION_ID <> SESSION_ID() AND SESSION_START < ?"""
            : """
              SELECT COUNT(*) FROM pg_stat_activity
              WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_start < ?""";
    DataSource source = service.context().getBean(DataSource.class);
    HikariDataSource pool = (HikariDataSource) DelegatingDataSource.unwrapDataSource(source);
    try (Connection looking = service.database().connect();
        PreparedStatement count = looking.prepareStatement(before)) {
      count.setObject(1, OffsetDateTime.now(ZoneOffset.UTC));
      assertThat(number(count)).isPositive();
      pool.getHikariPoolMXBean().softEvictConnections();
      Awaiting.until("all are retired", () -> number(count) == 0);
    }
  }

  private static long number(PreparedStatement query) {
    try (ResultSet found = query.executeQuery()) {
      assertThat(found.next()).isTrue();
      return found.getLong(1);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
