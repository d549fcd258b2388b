package tradecredit.store.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import tradecredit.money.Money;
import tradecredit.store.sql.Sql;

/** What falls due when, from the rollup: it costs days, not invoices. */
public final class DueQueries {

  private static final String DUE_FROM =
      """
      SELECT due_date, SUM(amount - disputed_amount) AS due FROM aging_cell
      WHERE account_id = ? AND kind = 'item' AND due_date >= ?
      GROUP BY due_date HAVING SUM(amount - disputed_amount) <> 0""";

  private DueQueries() {}

  /** What is open on an account and undisputed, by due date, from {@code first} on. */
  public static SortedMap<LocalDate, Money> dueFrom(
      Connection connection, String account, LocalDate first) throws SQLException {
    SortedMap<LocalDate, Money> dueOn = new TreeMap<>();
    Sql.list(
        connection,
        DUE_FROM,
        row -> dueOn.put(Sql.date(row, "due_date"), Sql.money(row, "due")),
        account,
        first);
    return dueOn;
  }
}
