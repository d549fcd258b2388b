package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A large book's migration takes longer than a caller waits, and is not cut off. */
class MigrationConnectionsTest {

  /** Notes down on what connection it runs. */
  private static final String ASKING =
      """
      CREATE TABLE asked AS SELECT current_setting('lock_timeout') AS lock_timeout,
        current_setting('idle_in_transaction_session_timeout') AS idle_timeout;
      """;

  @TempDir Path folder;

  @Test
  void a_migration_waits_longer_for_locks_and_any_time_for_answers() throws Exception {
    try (Service service = Service.on(TestDatabase.POSTGRES.empty(), settings())) {
      assertThat(asked(service)).isEqualTo("10min, 0");
      Configuration flyway =
          service.context().getBean(Flyway.class, Qualifiers.byName("default")).getConfiguration();
      DataSource pools =
          DelegatingDataSource.unwrapDataSource(service.context().getBean(DataSource.class));
      assertThat(readTimeoutMillis(flyway.getDataSource())).isZero();
      assertThat(readTimeoutMillis(pools)).isEqualTo(25_000);
      assertThat(flyway.getJdbcProperties())
          .containsOnlyKeys("tcpKeepAlive", "connectTimeout", "maxSendBufferSize");
      assertThat(
              service
                  .context()
                  .getBean(Transactions.class)
                  .<String>withoutTransaction(
                      connection ->
                          Sql.one(connection, "SHOW lock_timeout", row -> row.getString(1))))
          .isEqualTo("8s");
    }
  }

  private Map<String, String> settings() throws IOException {
    Files.writeString(folder.resolve("V1000__asked.sql"), ASKING);
    return Map.of(
        "flyway.datasources.default.locations",
        "classpath:db/migration/common,classpath:db/migration/postgres,filesystem:" + folder);
  }

  private static String asked(Service service) throws SQLException {
    try (Connection connection = service.database().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT lock_timeout, idle_timeout FROM asked")) {
      row.next();
      return "%s, %s".formatted(row.getString(1), row.getString(2));
    }
  }

  private static int readTimeoutMillis(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return connection.unwrap(org.postgresql.jdbc.PgConnection.class).getNetworkTimeout();
    }
  }
}
