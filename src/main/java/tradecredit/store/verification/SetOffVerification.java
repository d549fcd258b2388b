package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.store.sql.Sql;

/**
 * Holds the two halves of each set-off against each other. Every half is in the chain of its own
 * account, and that chain holds, too, where it ends before a half that was taken out at its end:
 * only the other account's chain still names that half.
 */
final class SetOffVerification {

  private static final String HALVES =
      "SELECT (SELECT COUNT(*) FROM set_off) + (SELECT COUNT(*) FROM set_off_decision)";

  private static final String PROPOSED =
      """
      SELECT s.account_id, s.sequence FROM set_off s
      LEFT JOIN set_off o ON o.account_id = s.counterpart_account AND o.sequence = s.counterpart_sequence
      WHERE o.account_id IS NULL OR o.counterpart_account <> s.account_id OR o.counterpart_sequence <> s.sequence
        OR o.reason <> s.reason
        OR (SELECT SUM(p.amount) FROM set_off_part p WHERE p.account_id = s.account_id AND p.sequence = s.sequence)
          <> (SELECT SUM(p.amount) FROM set_off_part p WHERE p.account_id = o.account_id AND p.sequence = o.sequence)
      ORDER BY s.account_id, s.sequence LIMIT 1""";

  private static final String DECIDED =
      """
      SELECT d.account_id, d.sequence FROM set_off_decision d
      JOIN entry e ON e.account_id = d.account_id AND e.sequence = d.sequence
      LEFT JOIN set_off_decision o ON o.account_id = d.counterpart_account AND o.sequence = d.counterpart_sequence
      LEFT JOIN entry oe ON oe.account_id = o.account_id AND oe.sequence = o.sequence
      WHERE oe.account_id IS NULL OR o.counterpart_account <> d.account_id OR o.counterpart_sequence <> d.sequence
        OR o.verdict <> d.verdict OR oe.amount <> e.amount OR oe.effective_date <> e.effective_date
        OR oe.principal <> e.principal
      ORDER BY d.account_id, d.sequence LIMIT 1""";

  private SetOffVerification() {}

  /** Of the whole book, once: how many halves there are, and the first one that stands alone. */
  static BookVerification.Finding finding(Connection connection) throws SQLException {
    String proposed = alone(connection, PROPOSED);
    String fault = proposed == null ? alone(connection, DECIDED) : proposed;
    long halves = Sql.one(connection, HALVES, row -> row.getLong(1));
    return new BookVerification.Finding("halves of set-offs", fault == null ? halves : 0, fault);
  }

  private static @Nullable String alone(Connection connection, String sql) throws SQLException {
    List<String> alone =
        Sql.list(
            connection,
            sql,
            row ->
                "entry %d of account %s names another half that is missing, or that says otherwise"
                    .formatted(row.getLong("sequence"), row.getString("account_id")));
    return alone.isEmpty() ? null : alone.getFirst();
  }
}
