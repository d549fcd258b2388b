package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.store.sql.Sql;

/**
 * Compares with the movements what is told of an account without walking them: its aging cells,
 * those of what was known on each day, the open and disputed amounts of its invoices, what is left
 * of its credits, when either last moved, and the lines' amounts. No hash covers these, since all
 * of them follow from rows that a hash does.
 */
record Rollups(Connection connection, String account) {

  private static final String CELLS =
      """
      SELECT COUNT(*) FROM (
        SELECT kind, due_date, invoice_date, effective_date FROM (
          SELECT kind, due_date, invoice_date, effective_date, amount, disputed_amount, open_invoices
          FROM open_item_movement WHERE account_id = ?
          UNION ALL
          SELECT kind, due_date, invoice_date, effective_date, -amount, -disputed_amount, -open_invoices
          FROM aging_cell WHERE account_id = ?) m
        GROUP BY kind, due_date, invoice_date, effective_date
        HAVING SUM(amount) <> 0 OR SUM(disputed_amount) <> 0 OR SUM(open_invoices) <> 0) d""";

  /**
   * Of days whose rollup is final. A cell with amounts of zero counts as well: it says that
   * something moved.
   */
  private static final String KNOWN_CELLS =
      """
      SELECT COUNT(*) FROM (
        SELECT business_date, kind, due_date, invoice_date, effective_date FROM (
          SELECT k.business_date, m.kind, m.due_date, m.invoice_date, m.effective_date, SUM(m.amount) AS amount,
            SUM(m.disputed_amount) AS disputed_amount, SUM(m.open_invoices) AS open_invoices, 1 AS cells
          FROM (
            SELECT business_date, last_sequence, LAG(last_sequence, 1, CAST(0 AS BIGINT)) OVER (ORDER BY last_sequence)
              AS sequence_before
            FROM known_day WHERE account_id = ?) k
          JOIN open_item_movement m
            ON m.account_id = ? AND m.sequence > k.sequence_before AND m.sequence <= k.last_sequence
          GROUP BY k.business_date, m.kind, m.due_date, m.invoice_date, m.effective_date
          UNION ALL
          SELECT business_date, kind, due_date, invoice_date, effective_date, -amount, -disputed_amount, -open_invoices, -1
          FROM known_cell WHERE account_id = ?) c
        GROUP BY business_date, kind, due_date, invoice_date, effective_date
        HAVING SUM(amount) <> 0 OR SUM(disputed_amount) <> 0 OR SUM(open_invoices) <> 0 OR SUM(cells) <> 0) d""";

  private static final String INVOICES =
      """
      SELECT COUNT(*) FROM (
        SELECT sequence FROM (
          SELECT invoice_sequence AS sequence, amount, disputed_amount
          FROM open_item_movement WHERE account_id = ? AND kind = 'item'
          UNION ALL
          SELECT sequence, -open_amount, -disputed_amount FROM invoice WHERE account_id = ?) m
        GROUP BY sequence HAVING SUM(amount) <> 0 OR SUM(disputed_amount) <> 0) d""";

  private static final String CREDITS =
      """
      SELECT COUNT(*) FROM (
        SELECT sequence FROM (
          SELECT credit_sequence AS sequence, amount FROM open_item_movement WHERE account_id = ? AND kind = 'credit'
          UNION ALL
          SELECT sequence, unapplied_amount FROM payment WHERE account_id = ?
          UNION ALL
          SELECT sequence, unapplied_amount FROM credit_note WHERE account_id = ?) m
        GROUP BY sequence HAVING SUM(amount) <> 0) d""";

  private static final String TOTALS =
      """
      SELECT COUNT(*) FROM (
        SELECT sequence FROM (
          SELECT sequence, amount FROM invoice_line WHERE account_id = ?
          UNION ALL
          SELECT sequence, -total FROM invoice WHERE account_id = ?) m
        GROUP BY sequence HAVING SUM(amount) <> 0) d""";

  private static final String INVOICES_MOVED =
      """
      SELECT COUNT(*) FROM (
        SELECT invoice_sequence AS sequence, MAX(effective_date) AS latest
        FROM open_item_movement WHERE account_id = ? AND kind = 'item' GROUP BY invoice_sequence) m
      JOIN invoice i ON i.account_id = ? AND i.sequence = m.sequence AND i.last_movement_date <> m.latest""";

  private static final String CREDITS_MOVED =
      """
      SELECT COUNT(*) FROM (
        SELECT credit_sequence AS sequence, MAX(effective_date) AS latest
        FROM open_item_movement WHERE account_id = ? AND kind = 'credit' GROUP BY credit_sequence) m
      JOIN (
        SELECT sequence, last_movement_date FROM payment WHERE account_id = ?
        UNION ALL
        SELECT sequence, last_movement_date FROM credit_note WHERE account_id = ?) c
        ON c.sequence = m.sequence AND c.last_movement_date <> m.latest""";

  @Nullable String fault() throws SQLException {
    for (Check check :
        List.of(
            new Check(CELLS, 2, "aging cells"),
            new Check(KNOWN_CELLS, 3, "cells of what was known on a day"),
            new Check(INVOICES, 2, "open or disputed amounts of invoices"),
            new Check(CREDITS, 3, "unapplied amounts of payments and credit notes"),
            new Check(TOTALS, 2, "totals of invoices and amounts of their lines"),
            new Check(INVOICES_MOVED, 2, "last movements of invoices"),
            new Check(CREDITS_MOVED, 3, "last movements of payments and credit notes"))) {
      long wrong = check.wrong(connection, account);
      if (wrong > 0) {
        return "%d %s are not what the entries come to".formatted(wrong, check.words());
      }
    }
    return null;
  }

  private record Check(String sql, int accounts, String words) {

    long wrong(Connection connection, String account) throws SQLException {
      Object[] parameters = Collections.nCopies(accounts, account).toArray();
      return Sql.one(connection, sql, row -> row.getLong(1), parameters);
    }
  }
}
