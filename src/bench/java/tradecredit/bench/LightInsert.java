package tradecredit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import tradecredit.bench.Invoices.Account;

/**
 * The lightest bare insert: the three rows a posting of the row-lock baseline, in one statement and
 * one transaction. Only the numbers travel; the database makes up the rest. Nothing is decided.
 */
final class LightInsert implements BareInsert {

  private static final String ROWS =
      """
      WITH head AS (SELECT account_id, last_sequence, balance FROM bench_head WHERE account_id = ? FOR UPDATE),
      posted AS (SELECT head.account_id, last_sequence + r.place AS sequence, balance + r.place * %1$d AS balance_after,
          r.number, DATE '2001-05-16' + (r.place %% 16)::int AS invoice_date
        FROM head, unnest(CAST(? AS VARCHAR[])) WITH ORDINALITY AS r (number, place)),
      entries AS (INSERT INTO bench_entry SELECT account_id, sequence, %1$d, balance_after, invoice_date,
          clock_timestamp() FROM posted),
      invoices AS (INSERT INTO bench_invoice SELECT account_id, sequence, number, invoice_date, invoice_date + 21,
          %1$d FROM posted),
      items AS (INSERT INTO bench_open_item SELECT account_id, sequence, invoice_date + 21, %1$d FROM posted)
      UPDATE bench_head b SET balance = b.balance + last.count * %1$d, last_sequence = b.last_sequence + last.count
      FROM (SELECT COUNT(*) AS count FROM posted) AS last WHERE b.account_id = ?\
      """
          .formatted(Invoices.TOTAL);

  private final Connection connection;
  private final AtomicLong numbers;

  LightInsert(Database database, AtomicLong numbers) throws SQLException {
    connection = database.connect();
    this.numbers = numbers;
  }

  @Override
  public double insert(Account account, int size) throws SQLException {
    long first = numbers.getAndAdd(size);
    Object[] texts = LongStream.range(first, first + size).mapToObj(Invoices::text).toArray();
    long begun = System.nanoTime();
    try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
      statement.setString(1, account.id());
      statement.setArray(2, connection.createArrayOf("varchar", texts));
      statement.setString(3, account.id());
      statement.executeUpdate();
    }
    return size * 1e9 / (System.nanoTime() - begun);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
