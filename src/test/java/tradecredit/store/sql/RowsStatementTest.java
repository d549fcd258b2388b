package tradecredit.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tradecredit.store.sql.RowsStatement.date;
import static tradecredit.store.sql.RowsStatement.digits;
import static tradecredit.store.sql.RowsStatement.flag;
import static tradecredit.store.sql.RowsStatement.instant;
import static tradecredit.store.sql.RowsStatement.integer;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.TestDatabase;

/** Rows of every type go in as they are, whichever way a database takes them. */
class RowsStatementTest {

  private record Row(
      long id,
      @Nullable String name,
      @Nullable LocalDate day,
      Instant at,
      BigInteger digits,
      int count,
      boolean good) {}

  private static final RowsStatement<Row> INSERT =
      RowsStatement.insert(
          "probe",
          number("id", Row::id),
          text("name", Row::name),
          date("at_day", Row::day),
          instant("at", Row::at),
          digits("digits", Row::digits),
          integer("amount", Row::count),
          flag("good", Row::good));

  private static final RowsStatement<Row> SUM =
      RowsStatement.sum(
          "summed",
          List.of(date("at_day", Row::day), text("name", Row::name)),
          List.of(number("amount", row -> (long) row.count())));

  private static final RowsStatement<Row> RENAME =
      RowsStatement.of(
          """
          MERGE INTO probe p USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, r.id, r.name FROM {rows}) AS n
          ON p.account_id = n.account_id AND p.id = n.id WHEN MATCHED THEN UPDATE SET name = n.name""",
          number("id", Row::id),
          text("name", Row::name));

  private static final List<Row> ROWS =
      List.of(
          row(1, "a \"quoted\", {text}", LocalDate.of(2001, 5, 16), "2001-05-16T12:00:00.123456Z"),
          row(2, null, LocalDate.of(1999, 12, 31), "1999-12-31T23:59:59.999999Z"),
          row(3, "", null, "2000-01-01T00:00:00Z"),
          row(4, "NULL", LocalDate.of(9999, 12, 31), "2026-11-23T04:05:06.000007Z"),
          row(5, "ü\\", LocalDate.of(2004, 2, 29), "1969-07-20T20:17:40Z"));

  private static Row row(long id, @Nullable String name, @Nullable LocalDate day, String at) {
    return new Row(
        id,
        name,
        day,
        Instant.parse(at),
        new BigInteger("18446744073709551616").add(BigInteger.valueOf(id)),
        (int) id,
        id % 2 == 0);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_goes_in_comes_out(TestDatabase kind) throws SQLException {
    try (Connection connection = kind.empty().connect()) {
      probe(connection);

      new WriteGroup("one").add(INSERT, ROWS).execute(connection);

      assertThat(rows(connection)).isEqualTo(ROWS);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void so_does_a_single_row(TestDatabase kind) throws SQLException {
    try (Connection connection = kind.empty().connect()) {
      probe(connection);
      connection.setAutoCommit(false);

      for (Row row : ROWS) {
        new WriteGroup("one").add(INSERT, List.of(row)).execute(connection);
      }
      new WriteGroup("one").add(SUM, List.of(ROWS.get(4))).execute(connection);
      new WriteGroup("one").add(SUM, List.of(ROWS.get(4))).execute(connection);
      new WriteGroup("one").add(RENAME, List.of(ROWS.get(0))).execute(connection);

      assertThat(rows(connection)).isEqualTo(ROWS);
      assertThat(numbers(connection, "SELECT amount FROM summed")).containsExactly(10L);
    }
  }

  @Test
  void a_connection_that_is_told_to_send_texts_only_does() throws SQLException {
    TestDatabase.Fresh fresh = TestDatabase.POSTGRES.empty();
    String url = fresh.url() + (fresh.url().contains("?") ? "&" : "?") + "preferQueryMode=simple";
    try (Connection connection = DriverManager.getConnection(url, fresh.username(), "")) {
      probe(connection);

      new WriteGroup("one").add(INSERT, ROWS.subList(1, 5)).execute(connection);
      new WriteGroup("one").add(INSERT, ROWS.subList(0, 1)).execute(connection);

      assertThat(rows(connection)).isEqualTo(ROWS);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void all_of_a_group_is_done_and_what_is_merged_sees_what_was_inserted(TestDatabase kind)
      throws SQLException {
    try (Connection connection = kind.empty().connect()) {
      probe(connection);
      connection.setAutoCommit(false);

      new WriteGroup("one")
          .add(RENAME, List.of(row(2, "named", LocalDate.EPOCH, "2000-01-01T00:00:00Z")))
          .add(INSERT, ROWS.subList(0, 2))
          .add(INSERT, ROWS.subList(2, 5))
          .add(SUM, List.of(ROWS.get(0), ROWS.get(4)))
          .add("UPDATE turned SET times = ? WHERE account_id = ?", List.of(7L, "one"))
          .execute(connection);
      new WriteGroup("one").add(SUM, List.of(ROWS.get(4), ROWS.get(3))).execute(connection);
      connection.commit();

      assertThat(rows(connection).get(1).name()).isEqualTo("named");
      assertThat(rows(connection)).hasSize(5);
      assertThat(numbers(connection, "SELECT amount FROM summed ORDER BY amount"))
          .containsExactly(1L, 4L, 10L);
      assertThat(numbers(connection, "SELECT times FROM turned")).containsExactly(7L);
    }
  }

  @Test
  void what_depends_on_an_update_is_written_only_if_that_finds_its_row() throws SQLException {
    try (Connection connection = TestDatabase.POSTGRES.empty().connect()) {
      probe(connection);
      for (List<Row> some : List.of(ROWS.subList(3, 5), ROWS.subList(0, 1))) {
        for (long expected : List.of(8L, 0L)) {
          WriteGroup group =
              new WriteGroup("one")
                  .add(INSERT, some)
                  .add(SUM, some)
                  .dependsOn(
                      "UPDATE turned SET times = ? WHERE account_id = ? AND times = ?",
                      List.of(expected + 1, "one", expected));

          assertThat(group.onlyInserts()).isTrue();
          assertThat(group.execute(connection)).isEqualTo(expected == 0);
          assertThat(rows(connection)).isEqualTo(expected == 0 ? some : List.of());
          assertThat(numbers(connection, "SELECT times FROM turned"))
              .containsExactly(expected == 0 ? 1L : 0L);
          assertThat(numbers(connection, "SELECT amount FROM summed"))
              .hasSize(expected == 0 ? some.size() : 0);
        }
        clear(connection);
      }
    }
  }

  @Test
  void only_what_is_inserted_can_depend_on_an_update() {
    for (WriteGroup group :
        List.of(new WriteGroup("one"), new WriteGroup("one").add(INSERT, ROWS).add(RENAME, ROWS))) {
      assertThat(group.onlyInserts()).isFalse();
      assertThatThrownBy(() -> group.dependsOn("UPDATE turned SET times = 1", List.of()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static void clear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM probe");
      statement.execute("DELETE FROM summed");
      statement.execute("UPDATE turned SET times = 0");
    }
  }

  private static void probe(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE probe (account_id VARCHAR(64), id BIGINT, name VARCHAR(64), at_day DATE,
            at TIMESTAMP(6) WITH TIME ZONE, digits NUMERIC(20), amount INTEGER, good BOOLEAN)""");
      statement.execute(
          """
          CREATE TABLE summed (account_id VARCHAR(64), at_day DATE, name VARCHAR(64), amount BIGINT,
            PRIMARY KEY (account_id, at_day, name))""");
      statement.execute("CREATE TABLE turned (account_id VARCHAR(64), times BIGINT)");
      statement.execute("INSERT INTO turned VALUES ('one', 0)");
    }
  }

  private static List<Row> rows(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        "SELECT * FROM probe WHERE account_id = 'one' ORDER BY id",
        RowsStatementTest::read);
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("name"),
        row.getObject("at_day", LocalDate.class),
        Sql.instant(row, "at"),
        row.getBigDecimal("digits").toBigIntegerExact(),
        row.getInt("amount"),
        row.getBoolean("good"));
  }

  private static List<Long> numbers(Connection connection, String sql) throws SQLException {
    return Sql.list(connection, sql, row -> row.getLong(1));
  }
}
