package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** An older service leaves a newer book alone. */
class NewerBookTest {

  private static final String RECORD =
      """
      INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script", "checksum",
        "installed_by", "installed_on", "execution_time", "success")
      VALUES (999, %s, '%s', 'SQL', 'later.sql', 1, 'somebody', CURRENT_TIMESTAMP, 1, TRUE)""";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_service_does_not_start_on_a_book_that_a_newer_one_has_migrated(TestDatabase kind)
      throws SQLException {
    TestDatabase.Fresh database = kind.fresh();
    execute(database, RECORD.formatted("'999'", "notes to come"));

    assertThatThrownBy(() -> Service.on(database, Map.of()))
        .hasStackTraceContaining("This service is older than its book")
        .hasStackTraceContaining("migration 999, \"notes to come\"");

    assertThat(heads(database)).isZero();
    execute(database, "DELETE FROM \"flyway_schema_history\" WHERE \"version\" = '999'");
    Service.on(database, Map.of()).close();
    assertThat(heads(database)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void so_it_is_with_one_between_those_it_knows_and_with_a_repeatable_one(TestDatabase kind)
      throws SQLException {
    TestDatabase.Fresh between = kind.fresh();
    execute(between, RECORD.formatted("'4.7'", "in between"));
    TestDatabase.Fresh repeatable = kind.fresh();
    execute(repeatable, RECORD.formatted("NULL", "views"));

    assertThatThrownBy(() -> Service.on(between, Map.of()))
        .hasStackTraceContaining("migration 4.7, \"in between\"");
    assertThatThrownBy(() -> Service.on(repeatable, Map.of()))
        .hasStackTraceContaining("the repeatable migration \"views\"");
  }

  private static void execute(TestDatabase.Fresh database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long heads(TestDatabase.Fresh database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM account_head")) {
      row.next();
      return row.getLong(1);
    }
  }
}
