package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import tradecredit.platform.UnavailableException;
import tradecredit.support.TestDatabase;

/** What the log says of a database that is away. */
class SqlFaultsTest {

  private static HikariConfig pool(TestDatabase.Fresh database) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(database.url());
    pool.setUsername(database.username());
    pool.setMaximumPoolSize(1);
    pool.setConnectionTimeout(1_000);
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  private static RuntimeException faultOf(HikariDataSource pool) {
    try (Connection connection = pool.getConnection()) {
      throw new AssertionError("a connection where none should be: " + connection);
    } catch (SQLException fault) {
      return SqlFaults.of(fault);
    }
  }

  @Test
  void a_pool_without_a_connection_is_told_with_what_the_database_said_and_no_password() {
    HikariConfig wrong = pool(TestDatabase.H2.fresh());
    wrong.setPassword("not-the-password");
    try (HikariDataSource pool = new HikariDataSource(wrong)) {
      assertThat(faultOf(pool))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("Connection is not available, request timed out")
          .hasMessageContaining("Wrong user name or password")
          .message()
          .doesNotContain("not-the-password");
    }
  }

  @Test
  void so_it_is_where_the_database_does_not_exist() {
    HikariConfig nowhere = pool(TestDatabase.POSTGRES.fresh());
    nowhere.setJdbcUrl(nowhere.getJdbcUrl().replaceFirst("/ledger_[0-9]+", "/nowhere"));
    try (HikariDataSource pool = new HikariDataSource(nowhere)) {
      assertThat(faultOf(pool))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("database \"nowhere\" does not exist");
    }
  }

  @Test
  void a_file_that_cannot_be_written_is_an_outage_whatever_state_h2_gives_it() {
    SQLException commit =
        new SQLException(
            "General error",
            "HY000",
            50_000,
            new IllegalStateException(
                "writing failed", new IOException("No space left on device")));
    assertThat(SqlFaults.of(commit))
        .isInstanceOf(UnavailableException.class)
        .hasMessageEndingWith("General error: No space left on device");
    assertThat(SqlFaults.of(new SQLException("General error", "HY000", 50_000)))
        .isNotInstanceOf(UnavailableException.class);
  }

  @Test
  void an_exhausted_pool_has_no_other_cause_and_is_told_once() throws SQLException {
    try (HikariDataSource pool = new HikariDataSource(pool(TestDatabase.H2.fresh()));
        Connection taken = pool.getConnection()) {
      assertThat(taken.isClosed()).isFalse();
      assertThatThrownBy(pool::getConnection)
          .isInstanceOf(SQLTransientConnectionException.class)
          .satisfies(
              fault ->
                  assertThat(SqlFaults.of((SQLException) fault))
                      .hasMessage("the database is unavailable: " + fault.getMessage()));
    }
  }
}
