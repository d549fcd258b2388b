package tradecredit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Act;
import tradecredit.ledger.Entry;
import tradecredit.ledger.EntryChain;

/** Pages of the immutable records. */
final class RecordQueries {

  private RecordQueries() {}

  private static final String ENTRIES =
      """
      SELECT e.account_id, e.sequence, e.kind, e.amount, e.balance_before, e.balance_after, e.effective_date,
        e.business_date, e.recorded_at, e.principal, e.document_number, e.hash,
        COALESCE((SELECT p.hash FROM entry p WHERE p.account_id = e.account_id AND p.sequence = e.sequence - 1), ?)
          AS previous_hash
      FROM entry e WHERE e.account_id = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?""";

  static List<Entry> entries(Connection connection, AccountId account, long after, int limit)
      throws SQLException {
    return Sql.list(
        connection,
        ENTRIES,
        RecordQueries::entry,
        EntryChain.GENESIS,
        account.value(),
        after,
        limit);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        new AccountId(row.getString("account_id")),
        row.getLong("sequence"),
        Act.of(row.getString("kind")),
        Sql.money(row, "amount"),
        Sql.money(row, "balance_before"),
        Sql.money(row, "balance_after"),
        Sql.date(row, "effective_date"),
        Sql.date(row, "business_date"),
        Sql.instant(row, "recorded_at"),
        row.getString("principal"),
        row.getString("document_number"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
