package tradecredit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.book.WholeBook;
import tradecredit.support.TestDatabase;

/**
 * A book in which everything happened, and then one value of one row is another, or a row is gone:
 * each such change is found, unless the database itself refuses it.
 */
class BookVerificationTest {

  /** All that is posted, and what is told of it without walking. */
  private static final Set<String> TABLES =
      new TreeSet<>(
          Set.of(
              "entry",
              "invoice",
              "invoice_line",
              "payment",
              "payment_return",
              "reallocation",
              "credit_note",
              "write_off",
              "write_off_decision",
              "dispute",
              "dispute_card_range",
              "dispute_resolution",
              "hold",
              "hold_lift",
              "breach_acknowledgement",
              "terms_amendment",
              "amendment_decision",
              "set_off",
              "set_off_part",
              "set_off_decision",
              "open_item_movement",
              "aging_cell",
              "note_entry",
              "note_instalment",
              "note_payment",
              "note_allocation",
              "audit_record"));

  /** What finds a range of cards by what it says of itself. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "dispute_card_range.series",
          "dispute_card_range.first_number",
          "dispute_card_range.last_number",
          "dispute_card_range.is_open");

  /** What orders the rows of one entry alone: as long as it does, any numbers will do. */
  private static final Set<String> ORDERS = Set.of("position", "line_number");

  private record Column(String table, String name, String type) {

    String place() {
      return table + "." + name;
    }

    /** The same column with another value in the last rows. */
    String changed() {
      String value =
          switch (type) {
            case "date" -> "COALESCE(%1$s, DATE '2001-05-16') + INTERVAL '1' DAY";
            case "boolean" -> "NOT %1$s";
            case "bigint", "integer", "numeric" -> "COALESCE(%1$s, 0) + 1";
            case "timestamp with time zone" -> "%1$s + INTERVAL '1' SECOND";
            case "character", "character varying" -> "COALESCE(%1$s, '') || '1'";
            default -> throw new IllegalStateException(place() + " is a " + type);
          };
      return "UPDATE %s SET %s = %s WHERE %s"
          .formatted(table, name, value.formatted(name), lastOf(table));
    }
  }

  private static String lastOf(String table) {
    String order =
        switch (table) {
          case "aging_cell" -> "effective_date";
          case "note_instalment" -> "number";
          default -> "sequence";
        };
    return "%s = (SELECT MAX(l.%s) FROM %s l)".formatted(order, order, table);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_change_of_a_row_is_found(TestDatabase kind) throws SQLException {
    TestDatabase.Fresh book = WholeBook.on(kind, TABLES);
    try (Connection connection = book.connect()) {
      connection.setAutoCommit(false);
      assertThat(faults(connection)).isEmpty();
      TreeMap<String, String> how = new TreeMap<>();
      for (Column column : columns(connection)) {
        how.put(column.place(), tampered(connection, column.changed()));
      }
      for (String table : TABLES) {
        how.put(
            table, tampered(connection, "DELETE FROM %s WHERE %s".formatted(table, lastOf(table))));
      }
      List<String> notFound = new ArrayList<>();
      how.forEach(
          (place, found) -> {
            if (found.equals("not found")) {
              notFound.add(place);
            }
          });
      assertThat(notFound).as("%s", how).containsExactlyInAnyOrderElementsOf(LEFT_OUT);
      assertThat(how.values().stream().filter(one -> one.startsWith("found")))
          .hasSizeGreaterThan(120);
    }
  }

  private static String tampered(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int rows = statement.executeUpdate(sql);
      assertThat(rows).as(sql).isPositive();
      return faults(connection).isEmpty() ? "not found" : "found " + faults(connection);
    } catch (SQLException refused) {
      return "refused";
    } finally {
      connection.rollback();
    }
  }

  private static List<String> faults(Connection connection) throws SQLException {
    return BookVerification.of(connection).stream()
        .filter(finding -> finding.fault() != null)
        .map(finding -> finding.chain() + ": " + finding.fault())
        .toList();
  }

  private static List<Column> columns(Connection connection) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT LOWER(table_name), LOWER(column_name), LOWER(data_type) FROM information_schema.columns
                WHERE LOWER(table_schema) = 'public' AND is_generated = 'NEVER'
                ORDER BY table_name, ordinal_position""")) {
      while (row.next()) {
        if (TABLES.contains(row.getString(1)) && !ORDERS.contains(row.getString(2))) {
          columns.add(new Column(row.getString(1), row.getString(2), row.getString(3)));
        }
      }
    }
    return columns;
  }
}
