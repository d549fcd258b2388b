package tradecredit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.OpenItem;
import tradecredit.money.Money;
import tradecredit.posting.Wanted;

/** What is open on an account, as far as a batch needs to know. */
final class OpenItemQueries {

  /** Keys are joined, not compared with {@code = ANY}: so both databases seek each in the index. */
  private static final String BY_NUMBER =
      """
      SELECT i.sequence, i.number, i.invoice_date, i.due_date, i.open_amount, i.disputed_amount, i.last_movement_date
      FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS k (number)
      JOIN invoice i ON i.account_id = ? AND i.number = k.number""";

  private static final String BY_SEQUENCE =
      """
      SELECT i.sequence, i.number, i.invoice_date, i.due_date, i.open_amount, i.disputed_amount, i.last_movement_date
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN invoice i ON i.account_id = ? AND i.sequence = k.sequence""";

  private static final String FALLING =
      """
      SELECT sequence, number, invoice_date, due_date, open_amount, disputed_amount, last_movement_date FROM invoice
      WHERE account_id = ? AND allocatable_due_date >= ? AND allocatable_due_date < ?
      ORDER BY account_id, allocatable_due_date, invoice_date, sequence""";

  /**
   * A page of the oldest allocatable items; the row comparison goes on where the last page ended.
   */
  private static final String OLDEST =
      """
      SELECT sequence, number, invoice_date, due_date, open_amount, disputed_amount, last_movement_date FROM invoice
      WHERE account_id = ? AND allocatable_due_date >= ?
        AND (allocatable_due_date, invoice_date, sequence) > (?, ?, ?)
      ORDER BY account_id, allocatable_due_date, invoice_date, sequence LIMIT 200""";

  private static final String REFERENCES_TAKEN =
      """
      SELECT p.reference FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS k (reference)
      JOIN payment p ON p.account_id = ? AND p.reference = k.reference""";

  private static final String DUE_FROM =
      """
      SELECT due_date, SUM(amount - disputed_amount) AS due FROM aging_cell
      WHERE account_id = ? AND kind = 'item' AND due_date >= ?
      GROUP BY due_date HAVING SUM(amount - disputed_amount) <> 0""";

  private static final int PAGE = 200;
  private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

  private final Connection connection;
  private final String account;

  OpenItemQueries(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  /**
   * The invoices the batch names, the oldest that its automatic payments can reach, and those of
   * these entries.
   */
  List<OpenItem> items(Wanted wanted, List<Long> sequences) throws SQLException {
    Map<Long, OpenItem> items = new HashMap<>();
    byNumber(wanted.invoiceNumbers()).forEach(item -> items.put(item.sequence(), item));
    if (wanted.payments().isPositive()) {
      oldest(wanted.payments()).forEach(item -> items.put(item.sequence(), item));
    }
    Sql.listByNumbers(connection, BY_SEQUENCE, OpenItemQueries::item, sequences, account)
        .forEach(item -> items.put(item.sequence(), item));
    return List.copyOf(items.values());
  }

  private List<OpenItem> byNumber(List<String> numbers) throws SQLException {
    return Sql.listByTexts(connection, BY_NUMBER, OpenItemQueries::item, numbers, account);
  }

  private Collection<OpenItem> oldest(Money amount) throws SQLException {
    List<OpenItem> found = new ArrayList<>();
    Money rest = amount;
    LocalDate dueDate = BEFORE_ALL;
    LocalDate invoiceDate = BEFORE_ALL;
    long sequence = 0;
    int rows = PAGE;
    while (rest.isPositive() && rows == PAGE) {
      List<OpenItem> page =
          Sql.list(
              connection,
              OLDEST,
              OpenItemQueries::item,
              account,
              dueDate,
              dueDate,
              invoiceDate,
              sequence);
      rows = page.size();
      for (OpenItem item : page) {
        found.add(item);
        rest = rest.minus(item.allocatable());
        dueDate = item.dueDate();
        invoiceDate = item.invoiceDate();
        sequence = item.sequence();
      }
    }
    return found;
  }

  /** What is open and undisputed and falls due from {@code first} to before {@code end}. */
  List<OpenItem> falling(LocalDate first, LocalDate end) throws SQLException {
    return Sql.list(connection, FALLING, OpenItemQueries::item, account, first, end);
  }

  List<String> takenReferences(List<String> references) throws SQLException {
    return Sql.listByTexts(
        connection, REFERENCES_TAKEN, row -> row.getString("reference"), references, account);
  }

  /** What is open and undisputed, by due date, from {@code first} on. */
  SortedMap<LocalDate, Money> dueFrom(LocalDate first) throws SQLException {
    SortedMap<LocalDate, Money> dueOn = new TreeMap<>();
    Sql.list(
        connection,
        DUE_FROM,
        row -> dueOn.put(Sql.date(row, "due_date"), Sql.money(row, "due")),
        account,
        first);
    return dueOn;
  }

  private static OpenItem item(ResultSet row) throws SQLException {
    return new OpenItem(
        row.getLong("sequence"),
        new InvoiceNumber(row.getString("number")),
        Sql.date(row, "invoice_date"),
        Sql.date(row, "due_date"),
        Sql.money(row, "open_amount"),
        Sql.money(row, "disputed_amount"),
        Sql.date(row, "last_movement_date"));
  }
}
