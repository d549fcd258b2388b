package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.support.Invariants.number;
import static tradecredit.support.Invariants.texts;

import java.sql.Connection;
import java.sql.SQLException;

/** What must hold of the credit desk's records after every scenario. */
final class DeskInvariants {

  private DeskInvariants() {}

  static void hold(Connection connection, String account) throws SQLException {
    creditNotesAreTheSumOfTheirMovements(connection, account);
    disputedPartsAreTheOpenDisputes(connection, account);
    returnedPaymentsAreAppliedToNothing(connection, account);
    breachesAreEpisodes(connection, account);
    peaksAreTheHighestBalances(connection, account);
    cardsAreOpenAsTheirDisputesAre(connection, account);
    creditNotesMovedLastWhenTheirLastMovementSays(connection, account);
    whatIsDatedBackHasMovementsDatedBack(connection, account);
  }

  /** By which pages of a statement know where to look. */
  private static void whatIsDatedBackHasMovementsDatedBack(Connection connection, String account)
      throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT e.kind || ' ' || e.sequence FROM entry e
                WHERE e.account_id = ? AND e.effective_date < e.business_date
                  AND NOT EXISTS (SELECT 1 FROM open_item_movement m
                    WHERE m.account_id = e.account_id AND m.sequence = e.sequence
                      AND m.effective_date <= e.effective_date)""",
                account))
        .as("entries of %s dated back that move nothing by then", account)
        .isEmpty();
  }

  private static void peaksAreTheHighestBalances(Connection connection, String account)
      throws SQLException {
    String entries =
        """
        SELECT b.number, e.business_date, MAX(e.balance_after) AS balance FROM breach b
        LEFT JOIN breach_cure c ON c.account_id = b.account_id AND c.number = b.number
        JOIN entry e ON e.account_id = b.account_id AND e.recorded_at >= b.recorded_at
          AND (c.number IS NULL OR e.recorded_at < c.recorded_at)
        WHERE b.account_id = ? GROUP BY b.number, e.business_date""";
    assertThat(
            texts(
                connection,
                "SELECT number || ' ' || business_date || ' ' || balance AS peak FROM ("
                    + entries
                    + ") e ORDER BY number, business_date",
                account))
        .as("the highest balances of each breach of %s, by day", account)
        .isEqualTo(
            texts(
                connection,
                """
                SELECT number || ' ' || business_date || ' ' || balance AS peak FROM breach_peak
                WHERE account_id = ? ORDER BY number, business_date""",
                account));
  }

  private static void cardsAreOpenAsTheirDisputesAre(Connection connection, String account)
      throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT c.first_card FROM dispute_card_range c LEFT JOIN dispute_resolution r
                  ON r.account_id = c.account_id AND r.dispute_sequence = c.sequence
                WHERE c.account_id = ? AND (c.is_open = (r.sequence IS NOT NULL)
                  OR c.first_card <> c.series || SUBSTRING(c.first_card FROM CHAR_LENGTH(c.series) + 1)
                  OR CAST(SUBSTRING(c.first_card FROM CHAR_LENGTH(c.series) + 1) AS NUMERIC(20)) <> c.first_number
                  OR CAST(SUBSTRING(c.last_card FROM CHAR_LENGTH(c.series) + 1) AS NUMERIC(20)) <> c.last_number)""",
                account))
        .as("cards of %s that are read wrongly, or are not as open as their disputes", account)
        .isEmpty();
  }

  private static void creditNotesMovedLastWhenTheirLastMovementSays(
      Connection connection, String account) throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT c.number FROM credit_note c WHERE c.account_id = ? AND c.last_movement_date <>
                  (SELECT MAX(m.effective_date) FROM open_item_movement m
                    WHERE m.account_id = c.account_id AND m.credit_sequence = c.sequence)""",
                account))
        .as("credit notes of %s whose last movement was on another day", account)
        .isEmpty();
  }

  private static void creditNotesAreTheSumOfTheirMovements(Connection connection, String account)
      throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT c.number FROM credit_note c JOIN
                  (SELECT credit_sequence, SUM(amount) AS amount FROM open_item_movement
                    WHERE account_id = ? AND kind = 'credit' GROUP BY credit_sequence) m
                  ON m.credit_sequence = c.sequence
                WHERE c.account_id = ? AND c.unapplied_amount <> -m.amount""",
                account,
                account))
        .as("credit notes of %s whose unapplied part is not the sum of its movements", account)
        .isEmpty();
  }

  private static void disputedPartsAreTheOpenDisputes(Connection connection, String account)
      throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT i.number FROM invoice i LEFT JOIN
                  (SELECT d.account_id, d.invoice_sequence, SUM(d.amount) AS amount FROM dispute d
                    WHERE NOT EXISTS (SELECT 1 FROM dispute_resolution r
                      WHERE r.account_id = d.account_id AND r.dispute_sequence = d.sequence)
                    GROUP BY d.account_id, d.invoice_sequence) o
                  ON o.account_id = i.account_id AND o.invoice_sequence = i.sequence
                WHERE i.account_id = ? AND i.disputed_amount <> COALESCE(o.amount, 0)""",
                account))
        .as("invoices of %s whose disputed part is not that of its open disputes", account)
        .isEmpty();
  }

  private static void returnedPaymentsAreAppliedToNothing(Connection connection, String account)
      throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT p.reference FROM payment_return r
                JOIN payment p ON p.account_id = r.account_id AND p.sequence = r.payment_sequence
                WHERE r.account_id = ? AND (p.unapplied_amount <> 0
                  OR (SELECT COALESCE(SUM(m.amount), 0) FROM open_item_movement m
                      WHERE m.account_id = r.account_id AND m.kind = 'item' AND m.credit_sequence = p.sequence) <> 0)""",
                account))
        .as("returned payments of %s that are still applied", account)
        .isEmpty();
  }

  private static void breachesAreEpisodes(Connection connection, String account)
      throws SQLException {
    assertThat(
            number(
                connection,
                """
                SELECT COUNT(*) FROM breach b LEFT JOIN breach_cure c
                  ON c.account_id = b.account_id AND c.number = b.number
                WHERE b.account_id = ? AND c.number IS NULL""",
                account))
        .as("open breaches of %s", account)
        .isEqualTo(
            number(
                connection,
                """
                SELECT CASE WHEN h.balance > t.credit_limit THEN 1 ELSE 0 END FROM account_head h
                JOIN terms t ON t.account_id = h.account_id AND t.version =
                  (SELECT MAX(v.version) FROM terms v
                    WHERE v.account_id = h.account_id AND v.effective_date <= h.business_date)
                WHERE h.account_id = ?""",
                account));
    assertThat(
            number(
                connection,
                """
                SELECT COUNT(*) FROM breach b JOIN breach p ON p.account_id = b.account_id AND p.number = b.number - 1
                LEFT JOIN breach_cure c ON c.account_id = p.account_id AND c.number = p.number
                WHERE b.account_id = ? AND (c.number IS NULL OR c.recorded_at > b.recorded_at)""",
                account))
        .as("breaches of %s that begin before the one before is cured", account)
        .isZero();
  }
}
