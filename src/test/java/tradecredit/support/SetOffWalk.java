package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.support.Invariants.number;
import static tradecredit.support.Invariants.texts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.SetOffDocument;
import tradecredit.ledger.SetOffDocument.Counterpart;
import tradecredit.ledger.Verdict;

/**
 * Set-offs as they lie in the tables, for the walk along the chain, and what must hold between
 * their halves. Its own queries, not the service's.
 */
final class SetOffWalk {

  private SetOffWalk() {}

  static Map<Long, Document> documents(Connection connection, String account) throws SQLException {
    Map<Long, Document> documents = new HashMap<>();
    Map<Long, List<SetOffDocument.Part>> parts = parts(connection, account);
    new Rows(connection, account)
        .each(
            "SELECT * FROM set_off WHERE account_id = ?",
            row ->
                documents.put(
                    row.getLong("sequence"),
                    new SetOffDocument.Proposed(
                        row.getLong("sequence"),
                        counterpart(row),
                        row.getString("side"),
                        row.getString("reason"),
                        parts.getOrDefault(row.getLong("sequence"), List.of()))));
    addDecided(connection, account, documents);
    return documents;
  }

  private static Map<Long, List<SetOffDocument.Part>> parts(Connection connection, String account)
      throws SQLException {
    Map<Long, List<SetOffDocument.Part>> parts = new HashMap<>();
    new Rows(connection, account)
        .each(
            """
        SELECT p.*, i.number FROM set_off_part p
        JOIN invoice i ON i.account_id = p.account_id AND i.sequence = p.invoice_sequence
        WHERE p.account_id = ? ORDER BY p.sequence, p.position""",
            row ->
                parts
                    .computeIfAbsent(row.getLong("sequence"), sequence -> new ArrayList<>())
                    .add(
                        new SetOffDocument.Part(
                            row.getLong("invoice_sequence"),
                            new InvoiceNumber(row.getString("number")),
                            Rows.money(row, "amount"))));
    return parts;
  }

  private static void addDecided(
      Connection connection, String account, Map<Long, Document> documents) throws SQLException {
    new Rows(connection, account)
        .each(
            "SELECT * FROM set_off_decision WHERE account_id = ?",
            row -> {
              var proposal =
                  (SetOffDocument.Proposed)
                      Objects.requireNonNull(documents.get(row.getLong("set_off_sequence")));
              documents.put(
                  row.getLong("sequence"),
                  new SetOffDocument.Decided(
                      row.getLong("sequence"),
                      proposal.sequence(),
                      counterpart(row),
                      proposal.counterpart().sequence(),
                      row.getString("side"),
                      Verdict.of(row.getString("verdict")),
                      row.getString("note"),
                      proposal.amount(),
                      List.of()));
            });
  }

  private static Counterpart counterpart(ResultSet row) throws SQLException {
    return new Counterpart(
        new AccountId(row.getString("counterpart_account")), row.getLong("counterpart_sequence"));
  }

  /** Each half has its other half, which says the same, and both moved the same amount. */
  static void verify(Connection connection) throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT s.account_id || ' ' || CAST(s.sequence AS VARCHAR(20)) FROM set_off s
                LEFT JOIN set_off o ON o.account_id = s.counterpart_account AND o.sequence = s.counterpart_sequence
                WHERE o.account_id IS NULL OR o.counterpart_account <> s.account_id
                  OR o.counterpart_sequence <> s.sequence OR o.reason <> s.reason
                  OR (SELECT SUM(p.amount) FROM set_off_part p
                      WHERE p.account_id = s.account_id AND p.sequence = s.sequence)
                    <> (SELECT SUM(p.amount) FROM set_off_part p
                      WHERE p.account_id = o.account_id AND p.sequence = o.sequence)"""))
        .as("proposed set-offs without their other half")
        .isEmpty();
    assertThat(
            texts(
                connection,
                """
                SELECT d.account_id || ' ' || CAST(d.sequence AS VARCHAR(20)) FROM set_off_decision d
                JOIN entry e ON e.account_id = d.account_id AND e.sequence = d.sequence
                LEFT JOIN set_off_decision o
                  ON o.account_id = d.counterpart_account AND o.sequence = d.counterpart_sequence
                LEFT JOIN entry oe ON oe.account_id = o.account_id AND oe.sequence = o.sequence
                WHERE o.account_id IS NULL OR o.counterpart_account <> d.account_id
                  OR o.counterpart_sequence <> d.sequence OR o.verdict <> d.verdict OR oe.amount <> e.amount
                  OR oe.effective_date <> e.effective_date OR oe.principal <> e.principal
                  OR (d.verdict = 'approved') <> (e.amount < 0)"""))
        .as("decided set-offs without their other half")
        .isEmpty();
    pairsAreUnderOneKey(connection);
  }

  private static void pairsAreUnderOneKey(Connection connection) throws SQLException {
    assertThat(
            number(
                connection,
                "SELECT COUNT(*) FROM decision WHERE act IN ('setOff', 'setOffDecision')"))
        .as("halves decided, each pair under one key")
        .isEqualTo(
            2
                * number(
                    connection,
                    "SELECT COUNT(*) FROM idempotency_record WHERE item = 'agreement/counterpart'"));
  }
}
