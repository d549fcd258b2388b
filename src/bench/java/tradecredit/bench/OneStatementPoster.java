package tradecredit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import tradecredit.bench.Invoices.Account;

/**
 * A faster baseline: the same act as {@link RowLockPoster}'s, in one statement and so in one round
 * trip and one transaction. The head is moved where the limit allows it, and the three rows follow
 * from what it returns.
 */
final class OneStatementPoster implements Poster {

  private static final String POST =
      """
      WITH head AS (UPDATE bench_head SET balance = balance + %1$d, last_sequence = last_sequence + 1
          WHERE account_id = ? AND balance + %1$d <= credit_limit
          RETURNING account_id, last_sequence, balance),
        posted AS (SELECT head.*, CAST(? AS VARCHAR) AS number, CAST(? AS DATE) AS invoice_date FROM head),
        entries AS (INSERT INTO bench_entry
          SELECT account_id, last_sequence, %1$d, balance, invoice_date, clock_timestamp() FROM posted),
        invoices AS (INSERT INTO bench_invoice
          SELECT account_id, last_sequence, number, invoice_date, invoice_date + 21, %1$d FROM posted)
      INSERT INTO bench_open_item SELECT account_id, last_sequence, invoice_date + 21, %1$d FROM posted\
      """
          .formatted(Invoices.TOTAL);

  private final AtomicLong numbers;
  private final Connection connection;
  private final PreparedStatement post;

  OneStatementPoster(Database database, AtomicLong numbers) throws SQLException {
    this.numbers = numbers;
    connection = database.connect();
    post = connection.prepareStatement(POST);
  }

  @Override
  public int post() throws SQLException {
    long number = numbers.getAndIncrement();
    post.setString(1, Account.of(number).id());
    post.setString(2, Invoices.text(number));
    post.setObject(3, LocalDate.of(2001, 5, Invoices.day(number)));
    if (post.executeUpdate() != 1) {
      throw new IllegalStateException("the baseline refused a posting");
    }
    return 1;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
