package tradecredit.store.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tradecredit.money.Money;

/**
 * Plain queries: parameters in, rows out. What the database refuses is thrown as it comes; {@link
 * Transactions} tells what it means.
 */
public final class Sql {

  private Sql() {}

  /** Reads one row; the row is not to be moved on. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All rows of a query. */
  public static <T> List<T> list(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> list = new ArrayList<>();
        while (rows.next()) {
          list.add(reader.read(rows));
        }
        return list;
      }
    }
  }

  /**
   * The one row of a query.
   *
   * @throws IllegalStateException if there is none, or more than one
   */
  public static <T> T one(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    List<T> rows = list(connection, sql, reader, parameters);
    if (rows.size() != 1) {
      throw new IllegalStateException("one row expected, found " + rows.size() + ": " + sql);
    }
    return rows.getFirst();
  }

  /** Runs a change and tells how many rows it touched. */
  public static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /**
   * Runs a change once for each list of parameters, in one round trip, and tells how many rows each
   * touched.
   */
  public static int[] updateEach(
      Connection connection, String sql, List<? extends List<? extends @Nullable Object>> each)
      throws SQLException {
    if (each.isEmpty()) {
      return new int[0];
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<? extends @Nullable Object> parameters : each) {
        bind(statement, parameters.toArray());
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  /** Whether it is PostgreSQL that is asked, not H2. */
  public static boolean isPostgres(Connection connection) throws SQLException {
    return connection.isWrapperFor(PGConnection.class);
  }

  /** How many elements an array may have: H2 takes 65,536. */
  private static final int MOST_IN_AN_ARRAY = 50_000;

  /** The rows in parts that an array takes. */
  public static <T> List<List<T>> chunks(List<T> rows) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += MOST_IN_AN_ARRAY) {
      chunks.add(rows.subList(from, Math.min(rows.size(), from + MOST_IN_AN_ARRAY)));
    }
    return chunks;
  }

  /**
   * All rows of a query over the numbers {@code keys}, its first parameter, with the account as its
   * second.
   */
  public static <T> List<T> listByNumbers(
      Connection connection, String sql, RowReader<T> reader, List<Long> keys, String account)
      throws SQLException {
    List<T> all = new ArrayList<>();
    for (List<Long> some : chunks(keys)) {
      all.addAll(list(connection, sql, reader, numbers(connection, some), account));
    }
    return all;
  }

  /** A parameter for an array of texts, no more of them than one of {@link #chunks} has. */
  public static java.sql.Array texts(Connection connection, List<String> values)
      throws SQLException {
    return connection.createArrayOf(SqlType.TEXT.elementName(), values.toArray(String[]::new));
  }

  /** A parameter for an array of whole numbers, no more than one of {@link #chunks} has. */
  public static java.sql.Array numbers(Connection connection, List<Long> values)
      throws SQLException {
    return connection.createArrayOf(SqlType.LONG.elementName(), values.toArray(Long[]::new));
  }

  /** A parameter for an array of numbers of at most 20 digits. */
  public static java.sql.Array digits(Connection connection, List<BigInteger> values)
      throws SQLException {
    return connection.createArrayOf(
        SqlType.DIGITS.elementName(), values.stream().map(BigDecimal::new).toArray());
  }

  /** An amount from a column of cents; zero where it is null. */
  public static Money money(ResultSet row, String column) throws SQLException {
    return Money.ofCents(row.getLong(column));
  }

  /** A day from a column that is not null. */
  public static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** An instant from a column that is not null, in microseconds: what both databases keep. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A whole number, or null where the column is null. */
  public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
