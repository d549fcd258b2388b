package tradecredit.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * A statement that takes any number of rows of one account: its first parameter is the account,
 * each further one an array with a column of the rows.
 *
 * @param sql with one parameter for the account and one per column
 * @param columns in the order of the parameters
 * @param <R> what a row is made of
 */
record RowsStatement<R>(String sql, List<Column<R>> columns) {

  /** A column: its type and where its values come from. */
  record Column<R>(SqlType type, Function<R, @Nullable Object> value) {}

  static <R> Column<R> text(Function<R, @Nullable String> value) {
    return new Column<>(SqlType.TEXT, value::apply);
  }

  static <R> Column<R> number(Function<R, @Nullable Long> value) {
    return new Column<>(SqlType.LONG, value::apply);
  }

  static <R> Column<R> digits(Function<R, BigInteger> value) {
    return new Column<>(SqlType.DIGITS, row -> new BigDecimal(value.apply(row)));
  }

  static <R> Column<R> integer(Function<R, Integer> value) {
    return new Column<>(SqlType.INTEGER, value::apply);
  }

  static <R> Column<R> money(Function<R, Money> value) {
    return new Column<>(SqlType.LONG, row -> value.apply(row).cents());
  }

  static <R> Column<R> date(Function<R, LocalDate> value) {
    return new Column<>(SqlType.DATE, value::apply);
  }

  static <R> Column<R> optionalDate(Function<R, @Nullable LocalDate> value) {
    return new Column<>(SqlType.DATE, value::apply);
  }

  static <R> Column<R> instant(Function<R, Instant> value) {
    return new Column<>(SqlType.INSTANT, row -> value.apply(row).atOffset(ZoneOffset.UTC));
  }

  /** Binds the rows from parameter {@code first} on and returns the next free parameter. */
  int bind(PreparedStatement statement, int first, String account, Collection<R> rows)
      throws SQLException {
    statement.setString(first, account);
    return bindColumns(statement, first + 1, rows);
  }

  /**
   * Binds the columns alone from parameter {@code first} on and returns the next free parameter.
   */
  int bindColumns(PreparedStatement statement, int first, Collection<R> rows) throws SQLException {
    Connection connection = statement.getConnection();
    int parameter = first;
    for (Column<R> column : columns) {
      @Nullable Object[] values = column.type().array(rows.size());
      int row = 0;
      for (R each : rows) {
        values[row++] = column.value().apply(each);
      }
      statement.setArray(
          parameter++, connection.createArrayOf(column.type().elementName(), values));
    }
    return parameter;
  }
}
