package tradecredit.store.inquiry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradecredit.inquiry.Recorded;
import tradecredit.store.sql.Sql;

/** Who brought entries into the book, and when. */
final class EntryAuthors {

  private static final String RECORDED =
      """
      SELECT e.sequence, e.principal, e.business_date
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN entry e ON e.account_id = ? AND e.sequence = k.sequence""";

  private EntryAuthors() {}

  static Map<Long, Recorded> of(Connection connection, String account, List<Long> entries)
      throws SQLException {
    Map<Long, Recorded> recorded = new HashMap<>();
    Sql.listByNumbers(
        connection,
        RECORDED,
        row ->
            recorded.put(
                row.getLong("sequence"),
                new Recorded(row.getString("principal"), Sql.date(row, "business_date"))),
        entries,
        account);
    return recorded;
  }
}
