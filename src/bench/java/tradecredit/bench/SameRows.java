package tradecredit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tradecredit.bench.Invoices.Account;

/**
 * The bare insert of the same rows: into copies of the service's own tables, with all of their
 * constraints and indexes, the rows that it writes for as many invoices of one line: entry,
 * invoice, line, movement, the day's cells, decision, event, the idempotency records and the head.
 * One statement, one transaction, one round trip; what differs from row to row travels once, as
 * arrays or, of one posting, as values, hashes made beforehand. Nothing is decided and nothing is
 * read.
 */
final class SameRows implements BareInsert {

  private static final List<String> TABLES =
      List.of(
          "account_head",
          "entry",
          "invoice",
          "invoice_line",
          "open_item_movement",
          "aging_cell",
          "decision",
          "event",
          "idempotency_record");

  private static final String PRINCIPAL = "'key:auxer-telecom-clerk'";

  /** Several: what differs from row to row travels as arrays. */
  private static final String ARRAYS =
      "unnest(CAST(? AS BIGINT[]), CAST(? AS VARCHAR[]), CAST(? AS DATE[]), CAST(? AS"
          + " TIMESTAMPTZ[]), CAST(? AS VARCHAR[]))";

  /** One by itself: as it is cheapest, which is how the service does it, too. */
  private static final String VALUES =
      "(VALUES (CAST(? AS BIGINT), CAST(? AS VARCHAR), CAST(? AS DATE), CAST(? AS TIMESTAMPTZ),"
          + " CAST(? AS VARCHAR)))";

  private static final String ROWS =
      """
      WITH posted AS (SELECT CAST(? AS VARCHAR) AS account_id, sequence, 'B-' || number AS number, number AS key,
          invoice_date, invoice_date + 21 AS due_date, sequence * %1$d AS balance_after, recorded_at, hash
        FROM %4$s AS r (sequence, number, invoice_date, recorded_at, hash)),
      entries AS (INSERT INTO same_entry (account_id, sequence, kind, amount, balance_before, balance_after,
          effective_date, business_date, recorded_at, principal, document_number, hash)
        SELECT account_id, sequence, 'invoice', %1$d, balance_after - %1$d, balance_after, invoice_date,
          DATE '%2$s', recorded_at, %3$s, number, hash FROM posted),
      invoices AS (INSERT INTO same_invoice (account_id, sequence, number, invoice_date, due_date, total, open_amount,
          disputed_amount, last_movement_date)
        SELECT account_id, sequence, number, invoice_date, due_date, %1$d, %1$d, 0, invoice_date FROM posted),
      lines AS (INSERT INTO same_invoice_line (account_id, sequence, line_number, product_id, face_value, quantity,
          discount, amount)
        SELECT account_id, sequence, 1, 'auxer-direct', 1000, 10, 3000, %1$d FROM posted),
      movements AS (INSERT INTO same_open_item_movement (account_id, sequence, position, kind, invoice_sequence,
          due_date, invoice_date, effective_date, amount, disputed_amount, open_invoices)
        SELECT account_id, sequence, 1, 'item', sequence, due_date, invoice_date, invoice_date, %1$d, 0, 1 FROM posted),
      cells AS (INSERT INTO same_aging_cell AS c (account_id, kind, due_date, invoice_date, effective_date, amount,
          disputed_amount, open_invoices)
        SELECT account_id, 'item', due_date, invoice_date, invoice_date, COUNT(*) * %1$d, 0, COUNT(*) FROM posted
        GROUP BY account_id, due_date, invoice_date
        ON CONFLICT (account_id, kind, due_date, invoice_date, effective_date) DO UPDATE
          SET amount = c.amount + excluded.amount, open_invoices = c.open_invoices + excluded.open_invoices),
      decisions AS (INSERT INTO same_decision (account_id, number, act, document_number, sequence, requested, balance,
          credit_limit, terms_version, standing, account_sequence, standing_after, business_date, recorded_at, principal)
        SELECT account_id, sequence, 'invoice', number, sequence, %1$d, balance_after - %1$d, 999999999999, 1, 'good',
          sequence, 'good', DATE '%2$s', recorded_at, %3$s FROM posted),
      events AS (INSERT INTO same_event (account_id, sequence, type, decision_number, business_date, recorded_at)
        SELECT account_id, sequence, 'invoice.posted', sequence, DATE '%2$s', recorded_at FROM posted),
      keys AS (INSERT INTO same_idempotency_record (account_id, party, idempotency_key, item, digest, first_decision,
          decisions, recorded_at)
        SELECT account_id, 'auxer-telecom', 'batch-' || key, CASE WHEN ? THEN key ELSE '' END, hash, sequence, 1,
          recorded_at
        FROM posted WHERE ? OR sequence = (SELECT MIN(sequence) FROM posted))
      UPDATE same_account_head h SET balance = last.sequence * %1$d, last_sequence = last.sequence,
        last_decision = last.sequence, last_event = last.sequence, last_hash = last.hash, recorded_at = last.recorded_at
      FROM (SELECT * FROM posted ORDER BY sequence DESC LIMIT 1) AS last WHERE h.account_id = last.account_id\
      """;

  private static final String SEVERAL =
      ROWS.formatted(Invoices.TOTAL, Invoices.BUSINESS_DATE, PRINCIPAL, ARRAYS);
  private static final String ONE =
      ROWS.formatted(Invoices.TOTAL, Invoices.BUSINESS_DATE, PRINCIPAL, VALUES);

  private final Connection connection;
  private final AtomicLong numbers;
  private final boolean keyEach;

  /**
   * Inserts into the copies, which {@link #createTables} has made.
   *
   * @param numbers the sequences and numbers to use, over all accounts
   * @param keyEach whether each posting has an idempotency record, as the rows of an import have,
   *     or all together one, as a batch has
   */
  SameRows(Database database, AtomicLong numbers, boolean keyEach) throws SQLException {
    connection = database.connect();
    this.numbers = numbers;
    this.keyEach = keyEach;
  }

  /** Copies the service's tables, empty but for the heads, once it has laid them out. */
  static void createTables(Database database) throws SQLException {
    for (String table : TABLES) {
      database.run("CREATE TABLE same_%1$s (LIKE %1$s INCLUDING ALL)".formatted(table));
    }
    database.run("ALTER TABLE same_account_head SET (fillfactor = 10)");
    database.run("ALTER TABLE same_aging_cell SET (fillfactor = 70)");
    database.run("INSERT INTO same_account_head SELECT * FROM account_head");
  }

  @Override
  public double insert(Account account, int size) throws SQLException {
    Columns columns = new Columns(numbers.getAndAdd(size), size);
    long begun = System.nanoTime();
    try (PreparedStatement statement = connection.prepareStatement(size == 1 ? ONE : SEVERAL)) {
      statement.setString(1, account.id());
      bind(statement, 2, "bigint", columns.sequences);
      bind(statement, 3, "varchar", columns.numbers);
      bind(statement, 4, "date", columns.dates);
      bind(statement, 5, "timestamptz", columns.instants);
      bind(statement, 6, "varchar", columns.hashes);
      statement.setBoolean(7, keyEach);
      statement.setBoolean(8, keyEach);
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("the head was not moved");
      }
    }
    return size * 1e9 / (System.nanoTime() - begun);
  }

  private void bind(PreparedStatement statement, int place, String type, List<?> column)
      throws SQLException {
    if (column.size() == 1) {
      statement.setObject(place, column.getFirst(), Types.OTHER);
    } else {
      statement.setArray(place, connection.createArrayOf(type, column.toArray()));
    }
  }

  /** What differs from row to row. */
  private static final class Columns {

    private final List<Long> sequences = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<String> dates = new ArrayList<>();
    private final List<String> instants = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();

    Columns(long first, int size) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
      for (long number = first; number < first + size; number++) {
        sequences.add(number + 1);
        numbers.add(Invoices.text(number));
        dates.add(LocalDate.of(2001, 5, Invoices.day(number)).toString());
        instants.add(now.plusNanos((number - first) * 1000).toString());
        hashes.add("%064x".formatted(number * 0x9e3779b97f4a7c15L));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
