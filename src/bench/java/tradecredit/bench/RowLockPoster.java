package tradecredit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import tradecredit.bench.Invoices.Account;

/**
 * The baseline: the same act as one would write it by hand, one transaction a posting. It locks the
 * account's row, checks the limit, inserts an entry, an invoice and an open item, moves the row and
 * commits. It keeps far less than the service does (no line, decision, event, key, hash or rollup)
 * and has no HTTP in front of it.
 */
final class RowLockPoster implements Poster {

  private static final String LOCK =
      "SELECT balance, credit_limit, last_sequence FROM bench_head WHERE account_id = ? FOR UPDATE";
  private static final String ENTRY =
      """
      INSERT INTO bench_entry (account_id, sequence, amount, balance_after, effective_date, recorded_at)
      VALUES (?, ?, ?, ?, ?, clock_timestamp())\
      """;
  private static final String INVOICE =
      """
      INSERT INTO bench_invoice (account_id, sequence, number, invoice_date, due_date, total)
      VALUES (?, ?, ?, ?, ?, ?)\
      """;
  private static final String OPEN_ITEM =
      """
      INSERT INTO bench_open_item (account_id, sequence, due_date, open_amount)
      VALUES (?, ?, ?, ?)\
      """;
  private static final String MOVE =
      "UPDATE bench_head SET balance = ?, last_sequence = ? WHERE account_id = ?";

  private final AtomicLong numbers;
  private final Connection connection;
  private final PreparedStatement lock;
  private final PreparedStatement entry;
  private final PreparedStatement invoice;
  private final PreparedStatement openItem;
  private final PreparedStatement move;

  RowLockPoster(Database database, AtomicLong numbers) throws SQLException {
    this.numbers = numbers;
    connection = database.connect();
    connection.setAutoCommit(false);
    lock = connection.prepareStatement(LOCK);
    entry = connection.prepareStatement(ENTRY);
    invoice = connection.prepareStatement(INVOICE);
    openItem = connection.prepareStatement(OPEN_ITEM);
    move = connection.prepareStatement(MOVE);
  }

  private record Head(long balance, long sequence) {}

  @Override
  public int post() throws SQLException {
    long number = numbers.getAndIncrement();
    String account = Account.of(number).id();
    LocalDate date = LocalDate.of(2001, 5, Invoices.day(number));
    Head before = locked(account);
    Head after = new Head(before.balance() + Invoices.TOTAL, before.sequence() + 1);
    set(entry, account, after.sequence(), Invoices.TOTAL, after.balance(), date);
    entry.executeUpdate();
    set(
        invoice,
        account,
        after.sequence(),
        Invoices.text(number),
        date,
        date.plusDays(21),
        Invoices.TOTAL);
    invoice.executeUpdate();
    set(openItem, account, after.sequence(), date.plusDays(21), Invoices.TOTAL);
    openItem.executeUpdate();
    set(move, after.balance(), after.sequence(), account);
    move.executeUpdate();
    connection.commit();
    return 1;
  }

  private Head locked(String account) throws SQLException {
    lock.setString(1, account);
    try (ResultSet row = lock.executeQuery()) {
      if (!row.next() || row.getLong(1) + Invoices.TOTAL > row.getLong(2)) {
        throw new IllegalStateException("the baseline refused a posting");
      }
      return new Head(row.getLong(1), row.getLong(3));
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
