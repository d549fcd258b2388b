package tradecredit.store.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.book.WholeBook;
import tradecredit.support.Proof;
import tradecredit.support.TestDatabase;

/**
 * A book in which everything happened, and then one value of one row is another, or a row is gone:
 * each such change is found, unless the database itself refuses it.
 */
@Order(1)
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
              "note_payment_return",
              "note_allocation",
              "audit_record",
              "account_head",
              "terms",
              "terms_discount",
              "known_day",
              "known_cell",
              "decision",
              "event",
              "standing_change",
              "breach",
              "breach_cure",
              "breach_peak"));

  /**
   * What finds a range of cards by what it says of itself; to which day and instant a head was
   * moved on, where nothing came of it; and what stands in the decision of a refusal alone.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "dispute_card_range.series",
          "dispute_card_range.first_number",
          "dispute_card_range.last_number",
          "dispute_card_range.is_open",
          "account_head.recorded_at",
          "account_head.business_date",
          "refusal.document_number",
          "refusal.requested",
          "refusal.principal",
          "refusal.facts");

  /** What orders the rows of one entry alone: as long as it does, any numbers will do. */
  private static final Set<String> ORDERS = Set.of("position", "line_number");

  /** One of each kind, for all tests: whatever they change they take back. */
  private static final Map<TestDatabase, TestDatabase.Fresh> BOOKS =
      new EnumMap<>(TestDatabase.class);

  /** Rows of a table, called by a name of their own: the last ones. */
  private record Rows(String name, String table, String where) {

    static Rows lastOf(String table) {
      String order =
          switch (table) {
            case "account_head" -> "last_sequence";
            case "aging_cell" -> "effective_date";
            case "known_day", "known_cell", "breach_peak" -> "business_date";
            case "terms", "terms_discount" -> "version";
            case "note_instalment", "standing_change", "breach", "breach_cure" -> "number";
            default -> "sequence";
          };
      return last(table, table, order, "TRUE");
    }

    static Rows last(String name, String table, String order, String among) {
      return new Rows(
          name,
          table,
          "%1$s AND %2$s = (SELECT MAX(l.%2$s) FROM %3$s l WHERE %1$s)"
              .formatted(among, order, table));
    }

    /** Those of a decision are of two kinds, which are proved by different rows. */
    static List<Rows> of(String table) {
      return table.equals("decision")
          ? List.of(
              last("decision", table, "number", "act = 'invoice' AND code IS NULL"),
              last("refusal", table, "number", "code IS NOT NULL"))
          : List.of(lastOf(table));
    }

    String deleted() {
      return "DELETE FROM %s WHERE %s".formatted(table, where);
    }
  }

  private record Column(Rows rows, String name, String type) {

    String place() {
      return rows.name() + "." + name;
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
          .formatted(rows.table(), name, value.formatted(name), rows.where());
    }
  }

  private static TestDatabase.Fresh book(TestDatabase kind) throws SQLException {
    TestDatabase.Fresh book = BOOKS.get(kind);
    if (book == null) {
      book = WholeBook.on(kind, TABLES);
      BOOKS.put(kind, book);
    }
    return book;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_change_of_a_row_is_found(TestDatabase kind) throws SQLException {
    try (Connection connection = book(kind).connect()) {
      connection.setAutoCommit(false);
      assertThat(Proof.faults(connection)).isEmpty();
      TreeMap<String, String> how = new TreeMap<>();
      for (Column column : columns(connection)) {
        how.put(column.place(), tampered(connection, column.changed()));
      }
      for (String table : TABLES) {
        for (Rows rows : Rows.of(table)) {
          how.put(rows.name(), tampered(connection, rows.deleted()));
        }
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
          .hasSizeGreaterThan(200);
    }
  }

  /** What whoever may write to the database might do for gain. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_falsified_limit_a_hidden_debt_and_another_past_are_found(TestDatabase kind)
      throws SQLException {
    try (Connection connection = book(kind).connect()) {
      connection.setAutoCommit(false);
      assertThat(tampered(connection, "UPDATE terms SET credit_limit = 999999999"))
          .contains("the first terms are recorded as")
          .contains("the agreement says");
      assertThat(
              tampered(
                  connection,
                  "UPDATE account_head SET past_due = past_due + 100, shortfall = 0, standing = 'good'"))
          .contains("the head is recorded as");
      assertThat(tampered(connection, "UPDATE known_cell SET amount = amount - 100"))
          .contains("cells of what was known on a day are not what the entries come to");
      assertThat(
              tampered(
                  connection,
                  "UPDATE standing_change SET standing = 'good', past_due = 0, over_limit = 0, shortfall = 0"))
          .contains("standing change 1 is recorded as");
      assertThat(
              tampered(
                  connection,
                  "UPDATE note_instalment SET unpaid = unpaid + CASE number WHEN 1 THEN 100 ELSE -100 END WHERE number IN (1, 6)"))
          .contains("what is unpaid of 2 instalments is not what the payments left of them");
    }
  }

  private static String tampered(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int rows = statement.executeUpdate(sql);
      assertThat(rows).as(sql).isPositive();
      List<String> faults = Proof.faults(connection);
      return faults.isEmpty() ? "not found" : "found " + faults;
    } catch (SQLException refused) {
      return "refused";
    } finally {
      connection.rollback();
    }
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
          for (Rows rows : Rows.of(row.getString(1))) {
            columns.add(new Column(rows, row.getString(2), row.getString(3)));
          }
        }
      }
    }
    return columns;
  }
}
