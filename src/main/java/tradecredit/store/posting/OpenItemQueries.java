package tradecredit.store.posting;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.OpenItem;
import tradecredit.money.Money;
import tradecredit.posting.Wanted;
import tradecredit.store.sql.Days;
import tradecredit.store.sql.ReadGroup;
import tradecredit.store.sql.Sql;

/** What is open on an account, as far as a batch needs to know. */
final class OpenItemQueries {

  /** How many of the oldest items are read at once; a page of fewer is the last. */
  private static final int PAGE = 200;

  /** What {@link #item} reads of {@code invoice i}. */
  private static final String COLUMNS =
      "i.sequence, i.number, i.invoice_date, i.due_date, i.open_amount, i.disputed_amount, i.last_movement_date";

  /** Keys are joined, not compared with {@code = ANY}: so both databases seek each in the index. */
  private static final String BY_NUMBER =
      """
      SELECT %s
      FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS k (number)
      JOIN invoice i ON i.account_id = ? AND i.number = k.number"""
          .formatted(COLUMNS);

  private static final String BY_SEQUENCE =
      """
      SELECT %s
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN invoice i ON i.account_id = ? AND i.sequence = k.sequence"""
          .formatted(COLUMNS);

  private static final String FALLING =
      """
      SELECT %s FROM invoice i
      WHERE account_id = ? AND allocatable_due_date >= ? AND allocatable_due_date < ?
      ORDER BY account_id, allocatable_due_date, invoice_date, sequence"""
          .formatted(COLUMNS);

  /**
   * A page of the oldest allocatable items; the row comparison goes on where the last page ended.
   */
  private static final String OLDEST =
      """
      SELECT %s FROM invoice i
      WHERE account_id = ? AND allocatable_due_date >= ?
        AND (allocatable_due_date, invoice_date, sequence) > (?, ?, ?)
      ORDER BY account_id, allocatable_due_date, invoice_date, sequence LIMIT %d"""
          .formatted(COLUMNS, PAGE);

  private static final String REFERENCES_TAKEN =
      """
      SELECT p.reference FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS k (reference)
      JOIN payment p ON p.account_id = ? AND p.reference = k.reference""";

  private final Connection connection;
  private final String account;

  OpenItemQueries(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  /** What is asked for together with the head. */
  record Asked(
      List<ReadGroup.Found<OpenItem>> named,
      List<ReadGroup.Found<OpenItem>> oldest,
      List<ReadGroup.Found<String>> references) {

    List<String> takenReferences() {
      return references.stream().flatMap(answer -> answer.rows().stream()).toList();
    }
  }

  /** Asks for the invoices the batch names, the oldest ones, and the references that are taken. */
  static Asked ask(ReadGroup group, String account, Wanted wanted) throws SQLException {
    List<ReadGroup.Found<OpenItem>> named =
        group.askByTexts(BY_NUMBER, OpenItemQueries::item, wanted.invoiceNumbers(), account);
    List<ReadGroup.Found<OpenItem>> oldest =
        wanted.payments().isPositive()
            ? List.of(
                group.ask(
                    OLDEST,
                    OpenItemQueries::item,
                    account,
                    Days.BEFORE_ALL,
                    Days.BEFORE_ALL,
                    Days.BEFORE_ALL,
                    0L))
            : List.of();
    return new Asked(
        named,
        oldest,
        group.askByTexts(
            REFERENCES_TAKEN, row -> row.getString("reference"), wanted.references(), account));
  }

  /**
   * The invoices the batch names, the oldest that its automatic payments can reach, and those of
   * these entries.
   */
  List<OpenItem> items(Asked asked, Wanted wanted, List<Long> sequences) throws SQLException {
    Map<Long, OpenItem> items = new HashMap<>();
    asked
        .named()
        .forEach(answer -> answer.rows().forEach(item -> items.put(item.sequence(), item)));
    if (!asked.oldest().isEmpty()) {
      oldest(asked.oldest().getFirst().rows(), wanted.payments())
          .forEach(item -> items.put(item.sequence(), item));
    }
    Sql.listByNumbers(connection, BY_SEQUENCE, OpenItemQueries::item, sequences, account)
        .forEach(item -> items.put(item.sequence(), item));
    return List.copyOf(items.values());
  }

  /** Goes on from the first page until the amount is reached. */
  private Collection<OpenItem> oldest(List<OpenItem> first, Money amount) throws SQLException {
    List<OpenItem> found = new ArrayList<>();
    Money rest = amount;
    List<OpenItem> page = first;
    while (true) {
      for (OpenItem item : page) {
        found.add(item);
        rest = rest.minus(item.allocatable());
      }
      if (!rest.isPositive() || page.size() < PAGE) {
        return found;
      }
      OpenItem last = page.getLast();
      page =
          Sql.list(
              connection,
              OLDEST,
              OpenItemQueries::item,
              account,
              last.dueDate(),
              last.dueDate(),
              last.invoiceDate(),
              last.sequence());
    }
  }

  /** What is open and undisputed and falls due from {@code first} to before {@code end}. */
  List<OpenItem> falling(LocalDate first, LocalDate end) throws SQLException {
    return Sql.list(connection, FALLING, OpenItemQueries::item, account, first, end);
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
