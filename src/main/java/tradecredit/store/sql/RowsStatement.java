package tradecredit.store.sql;

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
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * A statement that takes any number of rows of one account: its first parameter is the account,
 * each further one an array with a column of the rows.
 *
 * <p>The arrays become rows where each database does it best. H2 joins them in its {@code FROM}. So
 * can PostgreSQL, but it first stores away each array there, a tuple store a column; in the select
 * list it takes a row from all of them at a time. A single row is sent as plain values: to make a
 * row out of dozens of arrays of one element costs PostgreSQL as much as to write it.
 *
 * @param <R> what a row is made of
 */
public final class RowsStatement<R> {

  /** The name of what moves the account, where rows are written only if it was moved. */
  static final String MOVED = "moved";

  private static final String IF_MOVED = "\nFROM " + MOVED;

  private final String onH2;
  private final Wording onPostgres;
  private final @Nullable Wording ifMoved;
  private final List<Column<R>> columns;

  /**
   * A statement.
   *
   * @param onH2 with one parameter for the account and one per column
   * @param onPostgres with the same parameters
   * @param ifMoved the same on PostgreSQL where the rows are written only if a statement before it
   *     in the same {@code WITH}, {@link #MOVED}, answered a row; null where it is no {@code
   *     INSERT}
   * @param columns in the order of the parameters
   */
  private RowsStatement(
      String onH2, Wording onPostgres, @Nullable Wording ifMoved, List<Column<R>> columns) {
    this.onH2 = onH2;
    this.onPostgres = onPostgres;
    this.ifMoved = ifMoved;
    this.columns = columns;
  }

  /**
   * A wording.
   *
   * @param ofMany its parameters are arrays
   * @param ofOne the same for a single row: its parameters are values
   */
  private record Wording(String ofMany, String ofOne) {

    String of(int rows) {
      return rows == 1 ? ofOne : ofMany;
    }
  }

  /** A column: its name and type and where its values come from. */
  public record Column<R>(String name, SqlType type, Function<R, @Nullable Object> value) {}

  /** Adds rows of {@code table}, whose first column names the account. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only listed
  public static <R> RowsStatement<R> insert(String table, Column<R>... columns) {
    return insert(table, "account_id", columns);
  }

  /** Adds rows of {@code table}, whose column {@code of} is the statement's first parameter. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only listed
  public static <R> RowsStatement<R> insert(String table, String of, Column<R>... columns) {
    List<Column<R>> all = List.of(columns);
    String head =
        "INSERT INTO %s (%s, %s)\nSELECT CAST(? AS VARCHAR(64)), "
            .formatted(table, of, each(all, Column::name));
    String many = head + each(all, column -> unnested(column.type()));
    String one = head + each(all, column -> plain(column.type()));
    return new RowsStatement<>(
        head + each(all, column -> "r." + column.name()) + "\nFROM " + joined(all),
        new Wording(many, one),
        new Wording(many + IF_MOVED, one + IF_MOVED),
        all);
  }

  /**
   * Adds to the rows of {@code table} that have the same {@code key}, and inserts those that it has
   * not. No two rows are of one key.
   */
  public static <R> RowsStatement<R> sum(String table, List<Column<R>> key, List<Column<R>> sums) {
    List<Column<R>> all = Stream.concat(key.stream(), sums.stream()).toList();
    String names = each(all, Column::name);
    String same =
        key.stream()
            .map(column -> " AND t.%1$s = n.%1$s".formatted(column.name()))
            .collect(Collectors.joining());
    String onH2 =
        """
        MERGE INTO %s t USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, %s FROM %s) AS n
        ON t.account_id = n.account_id%s
        WHEN MATCHED THEN UPDATE SET %s
        WHEN NOT MATCHED THEN INSERT (account_id, %s) VALUES (n.account_id, %s)"""
            .formatted(
                table,
                each(all, column -> "r." + column.name()),
                joined(all),
                same,
                each(sums, column -> "%1$s = t.%1$s + n.%1$s".formatted(column.name())),
                names,
                each(all, column -> "n." + column.name()));
    UnaryOperator<String> onPostgres =
        selected ->
            """
            INSERT INTO %s AS t (account_id, %s) SELECT CAST(? AS VARCHAR(64)), %s
            ON CONFLICT (account_id, %s) DO UPDATE SET %s"""
                .formatted(
                    table,
                    names,
                    selected,
                    each(key, Column::name),
                    each(sums, column -> "%1$s = t.%1$s + EXCLUDED.%1$s".formatted(column.name())));
    String many = each(all, column -> unnested(column.type()));
    String one = each(all, column -> plain(column.type()));
    return new RowsStatement<>(
        onH2,
        new Wording(onPostgres.apply(many), onPostgres.apply(one)),
        new Wording(onPostgres.apply(many + IF_MOVED), onPostgres.apply(one + IF_MOVED)),
        all);
  }

  /**
   * Any other statement.
   *
   * @param template with one parameter for the account, and after it <code>{rows}</code> where the
   *     rows stand as the relation {@code r}
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // only listed
  public static <R> RowsStatement<R> of(String template, Column<R>... columns) {
    List<Column<R>> all = List.of(columns);
    return new RowsStatement<>(
        template.replace("{rows}", joined(all)),
        new Wording(
            template.replace("{rows}", selected(all, RowsStatement::unnested)),
            template.replace("{rows}", selected(all, RowsStatement::plain))),
        null,
        all);
  }

  private static <R> String selected(List<Column<R>> columns, Function<SqlType, String> parameter) {
    return "(SELECT %s) AS r"
        .formatted(
            each(columns, column -> parameter.apply(column.type()) + " AS " + column.name()));
  }

  private static <R> String joined(List<Column<R>> columns) {
    return "UNNEST(%s) AS r (%s)"
        .formatted(
            each(columns, column -> array(column.type())), each(columns, column -> column.name()));
  }

  private static String plain(SqlType type) {
    return "CAST(? AS " + type.sqlName() + ")";
  }

  private static String unnested(SqlType type) {
    return "UNNEST(" + array(type) + ")";
  }

  private static String array(SqlType type) {
    return "CAST(? AS " + type.sqlName() + " ARRAY)";
  }

  private static <R> String each(List<Column<R>> columns, Function<Column<R>, String> text) {
    return columns.stream().map(text).collect(Collectors.joining(", "));
  }

  /** A column of texts. */
  public static <R> Column<R> text(String name, Function<R, @Nullable String> value) {
    return new Column<>(name, SqlType.TEXT, value::apply);
  }

  /** A column of whole numbers. */
  public static <R> Column<R> number(String name, Function<R, @Nullable Long> value) {
    return new Column<>(name, SqlType.LONG, value::apply);
  }

  /** A column of numbers of at most 20 digits. */
  public static <R> Column<R> digits(String name, Function<R, BigInteger> value) {
    return new Column<>(name, SqlType.DIGITS, row -> new BigDecimal(value.apply(row)));
  }

  /** A column of small whole numbers. */
  public static <R> Column<R> integer(String name, Function<R, Integer> value) {
    return new Column<>(name, SqlType.INTEGER, value::apply);
  }

  /** A column of what is so or not. */
  public static <R> Column<R> flag(String name, Function<R, Boolean> value) {
    return new Column<>(name, SqlType.BOOLEAN, value::apply);
  }

  /** A column of amounts, in cents. */
  public static <R> Column<R> money(String name, Function<R, Money> value) {
    return new Column<>(name, SqlType.LONG, row -> value.apply(row).cents());
  }

  /** A column of days. */
  public static <R> Column<R> date(String name, Function<R, @Nullable LocalDate> value) {
    return new Column<>(name, SqlType.DATE, value::apply);
  }

  /** A column of instants, of which the databases keep microseconds. */
  public static <R> Column<R> instant(String name, Function<R, Instant> value) {
    return new Column<>(name, SqlType.INSTANT, row -> value.apply(row).atOffset(ZoneOffset.UTC));
  }

  /** Whether PostgreSQL is told to {@code INSERT}. */
  boolean inserts() {
    return ifMoved != null;
  }

  /** The wording for so many rows and the database of {@code connection}. */
  public String sql(Connection connection, int rows) throws SQLException {
    return Sql.isPostgres(connection) ? onPostgres.of(rows) : onH2;
  }

  /** The wording of {@link #ifMoved} for so many rows. */
  String sqlIfMoved(int rows) {
    return Objects.requireNonNull(ifMoved, "it does not insert").of(rows);
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
  public int bindColumns(PreparedStatement statement, int first, Collection<R> rows)
      throws SQLException {
    boolean plain = rows.size() == 1 && Sql.isPostgres(statement.getConnection());
    return plain
        ? bindValues(statement, first, rows.iterator().next())
        : bindArrays(statement, first, rows);
  }

  private int bindValues(PreparedStatement statement, int first, R row) throws SQLException {
    int parameter = first;
    for (Column<R> column : columns) {
      statement.setObject(parameter++, column.value().apply(row), column.type().jdbcType());
    }
    return parameter;
  }

  private int bindArrays(PreparedStatement statement, int first, Collection<R> rows)
      throws SQLException {
    Connection connection = statement.getConnection();
    int parameter = first;
    for (Column<R> column : columns) {
      @Nullable Object[] values = column.type().array(rows.size());
      int row = 0;
      for (R each : rows) {
        values[row++] = column.value().apply(each);
      }
      statement.setArray(parameter++, column.type().bound(connection, values));
    }
    return parameter;
  }
}
