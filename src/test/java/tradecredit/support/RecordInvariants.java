package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.support.Invariants.number;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is recorded beside the entries, held against what it follows from: decisions against the
 * terms, events against the acts, what was known of a day against its movements. None of it is
 * compared with what the same code wrote elsewhere.
 */
final class RecordInvariants {

  private static final Map<String, String> ACTS =
      Map.of(
          "invoice", "invoice.posted",
          "payment", "payment.posted",
          "paymentReturn", "payment.returned",
          "reallocation", "%.reallocated",
          "creditNote", "credit_note.posted",
          "dispute", "dispute.opened",
          "disputeResolution", "dispute.resolved",
          "hold", "hold.placed",
          "holdLift", "hold.lifted");

  private static final Map<String, String> REFUSALS =
      Map.of(
          "credit-limit-exceeded", "credit_limit.posting_refused",
          "account-on-hold", "posting.refused",
          "account-not-in-good-standing", "posting.refused");

  private static final String EVENTS_OF =
      """
      SELECT COUNT(%s) FROM event e JOIN decision d ON d.account_id = e.account_id AND d.number = e.decision_number
      WHERE e.account_id = ? AND e.type LIKE ? AND %s""";

  private RecordInvariants() {}

  static void hold(Connection connection, String account) throws SQLException {
    decisionsAreComplete(connection, account);
    decisionsAreMadeUnderTheTermsInForce(connection, account);
    everyActIsToldOnce(connection, account);
    everyApprovalIsToldOnce(connection, account);
    everyRefusalThatConcernsControllersIsTold(connection, account);
    knownDaysAreTheSumsOfTheirMovements(connection, account);
  }

  private static void decisionsAreComplete(Connection connection, String account)
      throws SQLException {
    assertThat(number(connection, "SELECT COUNT(*) FROM decision WHERE account_id = ?", account))
        .as("decisions of %s", account)
        .isEqualTo(
            number(
                connection, "SELECT last_decision FROM account_head WHERE account_id = ?", account))
        .isEqualTo(
            number(
                connection,
                "SELECT COALESCE(MAX(number), 0) FROM decision WHERE account_id = ?",
                account));
  }

  /** The last version that had begun, of those that were agreed by then. */
  private static void decisionsAreMadeUnderTheTermsInForce(Connection connection, String account)
      throws SQLException {
    assertThat(
            number(
                connection,
                """
                SELECT COUNT(*) FROM decision d
                JOIN terms t ON t.account_id = d.account_id AND t.version = d.terms_version
                WHERE d.account_id = ? AND (t.credit_limit <> d.credit_limit OR t.version <> (
                  SELECT MAX(v.version) FROM terms v
                  WHERE v.account_id = d.account_id AND v.effective_date <= d.business_date
                    AND COALESCE((
                      SELECT MAX(a.sequence) FROM amendment_decision a
                      WHERE a.account_id = v.account_id AND a.terms_version <= v.version), 0) <= d.account_sequence))""",
                account))
        .as("decisions of %s under other terms than those in force", account)
        .isZero();
    assertThat(
            number(
                connection,
                """
                SELECT COUNT(*) FROM amendment_decision a
                LEFT JOIN terms t ON t.account_id = a.account_id AND t.version = a.terms_version
                  AND t.effective_date = a.effective_date
                WHERE a.account_id = ? AND a.verdict = 'approved' AND t.version IS NULL""",
                account))
        .as("approved amendments of %s that are no terms", account)
        .isZero();
  }

  /** By counts, since H2 would look through all events for each decision. */
  private static void everyActIsToldOnce(Connection connection, String account)
      throws SQLException {
    for (Map.Entry<String, String> told : ACTS.entrySet()) {
      List<Long> counts =
          List.of(
              number(
                  connection,
                  "SELECT COUNT(*) FROM decision WHERE account_id = ? AND sequence IS NOT NULL AND act = ?",
                  account,
                  told.getKey()),
              number(
                  connection,
                  EVENTS_OF.formatted("*", "d.sequence IS NOT NULL AND d.act = ?"),
                  account,
                  told.getValue(),
                  told.getKey()),
              number(
                  connection,
                  EVENTS_OF.formatted(
                      "DISTINCT e.decision_number", "d.sequence IS NOT NULL AND d.act = ?"),
                  account,
                  told.getValue(),
                  told.getKey()));
      assertThat(Set.copyOf(counts))
          .as("acts, events and acts that were told of %s on %s: %s", told, account, counts)
          .hasSize(1);
    }
  }

  private static void everyApprovalIsToldOnce(Connection connection, String account)
      throws SQLException {
    assertThat(
            number(
                connection,
                """
                SELECT COUNT(*) FROM decision d
                JOIN (
                  SELECT account_id, sequence, 'write_off.posted' AS type FROM write_off_decision
                  WHERE verdict = 'approved'
                  UNION ALL
                  SELECT account_id, sequence, 'terms.amended' FROM amendment_decision WHERE verdict = 'approved'
                  UNION ALL
                  SELECT account_id, sequence, 'set_off.posted' FROM set_off_decision WHERE verdict = 'approved'
                  UNION ALL
                  SELECT account_id, sequence, 'credit_note.posted' FROM dispute_resolution WHERE credited_amount > 0) k
                  ON k.account_id = d.account_id AND k.sequence = d.sequence
                WHERE d.account_id = ? AND (
                  SELECT COUNT(*) FROM event e
                  WHERE e.account_id = d.account_id AND e.decision_number = d.number AND e.type = k.type) <> 1""",
                account))
        .as("approvals and upheld disputes of %s that were not told once", account)
        .isZero();
  }

  private static void everyRefusalThatConcernsControllersIsTold(
      Connection connection, String account) throws SQLException {
    for (Map.Entry<String, String> told : REFUSALS.entrySet()) {
      assertThat(
              number(
                  connection,
                  EVENTS_OF.formatted("DISTINCT e.decision_number", "d.code = ?"),
                  account,
                  told.getValue(),
                  told.getKey()))
          .as("refusals of %s that controllers were told: %s", account, told)
          .isEqualTo(
              number(
                  connection,
                  "SELECT COUNT(*) FROM decision WHERE account_id = ? AND code = ?",
                  account,
                  told.getKey()));
    }
  }

  private static void knownDaysAreTheSumsOfTheirMovements(Connection connection, String account)
      throws SQLException {
    assertThat(
            number(
                connection,
                """
                SELECT COUNT(*) FROM (
                  SELECT business_date FROM (
                    SELECT e.business_date, m.kind, m.due_date, m.invoice_date, m.effective_date, m.amount,
                      m.disputed_amount, m.open_invoices
                    FROM open_item_movement m
                    JOIN entry e ON e.account_id = m.account_id AND e.sequence = m.sequence
                    JOIN known_day k ON k.account_id = e.account_id AND k.business_date = e.business_date
                    WHERE m.account_id = ?
                    UNION ALL
                    SELECT business_date, kind, due_date, invoice_date, effective_date, -amount, -disputed_amount,
                      -open_invoices
                    FROM known_cell WHERE account_id = ?) x
                  GROUP BY business_date, kind, due_date, invoice_date, effective_date
                  HAVING SUM(amount) <> 0 OR SUM(disputed_amount) <> 0 OR SUM(open_invoices) <> 0) d""",
                account,
                account))
        .as("cells of %s that are not what was known of their day", account)
        .isZero();
    assertThat(
            number(
                connection,
                """
                SELECT COUNT(*) FROM known_day k WHERE k.account_id = ? AND k.last_sequence <> (
                  SELECT COALESCE(MAX(e.sequence), 0) FROM entry e
                  WHERE e.account_id = k.account_id AND e.business_date <= k.business_date)""",
                account))
        .as("days of %s that are known to another entry than their last", account)
        .isZero();
  }
}
