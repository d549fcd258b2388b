package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The invariants of the book (design section 8, 1 to 3 and 5), looked up in the tables themselves,
 * behind the service's back. The hash chains are recomputed from the rows by {@link ChainWalk} and
 * {@link AuditWalk}.
 */
public final class Invariants {

  private Invariants() {}

  /** Asserts all of them, for every account. */
  public static void hold(TestDatabase.Fresh database) {
    hold(database, ShippedAgreement.FILE);
  }

  /** The same of a book that was opened by another agreement file. */
  public static void hold(TestDatabase.Fresh database, Path agreementFile) {
    try (Connection connection = database.connect()) {
      for (String account : texts(connection, "SELECT account_id FROM account_head")) {
        sequencesHaveNoGap(connection, account);
        balancesFollowEachOther(connection, account);
        theHeadIsTheSumOfEverything(connection, account);
        itsPastDueAndUnappliedPartsAreTheirSums(connection, account);
        theRollupIsTheSumOfTheMovements(connection, account);
        cellsAndEntriesAgreeOnEveryDay(connection, account);
        openFiguresAreTheSumOfTheirMovements(connection, account);
        noFigureIsNegativeOnAnyDay(connection, account);
        noAcceptedInvoiceLeftTheBalanceAboveTheLimit(connection, account);
        eventsAndKeysAreComplete(connection, account);
        DeskInvariants.hold(connection, account);
        RecordInvariants.hold(connection, account);
        ChainWalk.verify(connection, account);
      }
      SetOffWalk.verify(connection);
      for (String agreement : texts(connection, "SELECT agreement_id FROM note_head")) {
        NoteWalk.verify(connection, agreement);
      }
      WebhookWalk.verify(connection);
      assertThat(Proof.faults(connection, agreementFile))
          .as("what the service itself finds")
          .isEmpty();
      for (String chain : texts(connection, "SELECT chain FROM audit_head")) {
        AuditWalk.verify(connection, chain);
      }
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static void sequencesHaveNoGap(Connection connection, String account)
      throws SQLException {
    assertThat(number(connection, "SELECT COUNT(*) FROM entry WHERE account_id = ?", account))
        .as("entries of %s", account)
        .isEqualTo(
            number(
                connection,
                "SELECT COALESCE(MAX(sequence), 0) FROM entry WHERE account_id = ?",
                account))
        .isEqualTo(
            number(
                connection,
                "SELECT last_sequence FROM account_head WHERE account_id = ?",
                account));
    assertThat(
            number(
                connection,
                """
                SELECT COUNT(*) FROM entry e JOIN entry p ON p.account_id = e.account_id AND p.sequence = e.sequence - 1
                WHERE e.account_id = ? AND e.recorded_at <= p.recorded_at""",
                account))
        .as("entries of %s not recorded after the one before", account)
        .isZero();
  }

  private static void balancesFollowEachOther(Connection connection, String account)
      throws SQLException {
    assertThat(
            number(
                connection,
                """
                SELECT COUNT(*) FROM entry e
                LEFT JOIN entry p ON p.account_id = e.account_id AND p.sequence = e.sequence - 1
                WHERE e.account_id = ?
                  AND (e.balance_before <> COALESCE(p.balance_after, 0) OR e.balance_after <> e.balance_before + e.amount)
                """,
                account))
        .as("entries of %s whose balance does not follow", account)
        .isZero();
  }

  private static void theHeadIsTheSumOfEverything(Connection connection, String account)
      throws SQLException {
    long balance =
        number(connection, "SELECT balance FROM account_head WHERE account_id = ?", account);
    assertThat(balance)
        .as("balance of %s", account)
        .isEqualTo(
            number(
                connection,
                "SELECT COALESCE(SUM(amount), 0) FROM entry WHERE account_id = ?",
                account))
        .isEqualTo(
            number(
                connection,
                "SELECT COALESCE(SUM(amount), 0) FROM aging_cell WHERE account_id = ?",
                account))
        .isEqualTo(
            number(
                    connection,
                    "SELECT COALESCE(SUM(open_amount), 0) FROM invoice WHERE account_id = ?",
                    account)
                - unapplied(connection, account));
  }

  private static void itsPastDueAndUnappliedPartsAreTheirSums(Connection connection, String account)
      throws SQLException {
    assertThat(
            number(
                connection,
                "SELECT unapplied_credit FROM account_head WHERE account_id = ?",
                account))
        .as("unapplied credit of %s", account)
        .isEqualTo(unapplied(connection, account));
    assertThat(
            number(
                connection,
                "SELECT disputed_amount FROM account_head WHERE account_id = ?",
                account))
        .as("disputed of %s", account)
        .isEqualTo(
            number(
                connection,
                "SELECT COALESCE(SUM(disputed_amount), 0) FROM invoice WHERE account_id = ?",
                account));
    assertThat(
            number(connection, "SELECT past_due FROM account_head WHERE account_id = ?", account))
        .as("past due of %s", account)
        .isEqualTo(
            number(
                connection,
                """
                SELECT COALESCE(SUM(i.open_amount - i.disputed_amount), 0) FROM invoice i
                JOIN account_head h ON h.account_id = i.account_id AND i.due_date < h.business_date
                WHERE h.account_id = ?""",
                account));
  }

  private static long unapplied(Connection connection, String account) throws SQLException {
    return number(
            connection,
            "SELECT COALESCE(SUM(unapplied_amount), 0) FROM payment WHERE account_id = ?",
            account)
        + number(
            connection,
            "SELECT COALESCE(SUM(unapplied_amount), 0) FROM credit_note WHERE account_id = ?",
            account);
  }

  private static void theRollupIsTheSumOfTheMovements(Connection connection, String account)
      throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT CAST(effective_date AS VARCHAR(10)) FROM (
                  (SELECT kind, due_date, invoice_date, effective_date, amount, disputed_amount, open_invoices
                    FROM aging_cell WHERE account_id = ?
                   EXCEPT
                   SELECT kind, due_date, invoice_date, effective_date, SUM(amount), SUM(disputed_amount),
                     SUM(open_invoices)
                    FROM open_item_movement WHERE account_id = ?
                    GROUP BY kind, due_date, invoice_date, effective_date)
                  UNION ALL
                  (SELECT kind, due_date, invoice_date, effective_date, SUM(amount), SUM(disputed_amount),
                     SUM(open_invoices)
                    FROM open_item_movement WHERE account_id = ?
                    GROUP BY kind, due_date, invoice_date, effective_date
                   EXCEPT
                   SELECT kind, due_date, invoice_date, effective_date, amount, disputed_amount, open_invoices
                    FROM aging_cell WHERE account_id = ?)) AS difference""",
                account,
                account,
                account,
                account))
        .as("days of %s on which the rollup is not the sum of the movements", account)
        .isEmpty();
  }

  private static void cellsAndEntriesAgreeOnEveryDay(Connection connection, String account)
      throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT CAST(d.effective_date AS VARCHAR(10)) FROM
                  (SELECT DISTINCT effective_date FROM aging_cell WHERE account_id = ?) d
                WHERE (SELECT SUM(amount) FROM aging_cell c WHERE c.account_id = ? AND c.effective_date <= d.effective_date)
                  <> (SELECT COALESCE(SUM(amount), 0) FROM entry e
                      WHERE e.account_id = ? AND e.effective_date <= d.effective_date)""",
                account,
                account,
                account))
        .as("days of %s on which cells and entries differ", account)
        .isEmpty();
  }

  private static void openFiguresAreTheSumOfTheirMovements(Connection connection, String account)
      throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT i.number FROM invoice i JOIN
                  (SELECT invoice_sequence, SUM(amount) AS amount, SUM(disputed_amount) AS disputed,
                      MAX(effective_date) AS moved, SUM(open_invoices) AS open_invoices
                    FROM open_item_movement WHERE account_id = ? AND kind = 'item' GROUP BY invoice_sequence) m
                  ON m.invoice_sequence = i.sequence
                WHERE i.account_id = ? AND (i.open_amount <> m.amount OR i.disputed_amount <> m.disputed
                  OR i.last_movement_date <> m.moved
                  OR m.open_invoices <> CASE WHEN i.open_amount > 0 THEN 1 ELSE 0 END)""",
                account,
                account))
        .as("invoices of %s whose open figures are not the sum of their movements", account)
        .isEmpty();
    assertThat(
            texts(
                connection,
                """
                SELECT p.reference FROM payment p JOIN
                  (SELECT credit_sequence, SUM(amount) AS amount FROM open_item_movement
                    WHERE account_id = ? AND kind = 'credit' GROUP BY credit_sequence) m
                  ON m.credit_sequence = p.sequence
                WHERE p.account_id = ? AND p.unapplied_amount <> -m.amount""",
                account,
                account))
        .as(
            "payments and credit notes of %s whose unapplied part is not the sum of its movements",
            account)
        .isEmpty();
  }

  private static void noFigureIsNegativeOnAnyDay(Connection connection, String account)
      throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT CAST(day_sum.item AS VARCHAR(20)) FROM (
                  SELECT COALESCE(invoice_sequence, -credit_sequence) AS item, kind, effective_date,
                    SUM(SUM(CASE WHEN kind = 'item' THEN amount ELSE -amount END))
                      OVER (PARTITION BY kind, CASE WHEN kind = 'item' THEN invoice_sequence ELSE credit_sequence END
                        ORDER BY effective_date) AS open_then,
                    SUM(SUM(disputed_amount))
                      OVER (PARTITION BY kind, CASE WHEN kind = 'item' THEN invoice_sequence ELSE credit_sequence END
                        ORDER BY effective_date) AS disputed_then
                  FROM open_item_movement WHERE account_id = ?
                  GROUP BY kind, invoice_sequence, credit_sequence, effective_date) day_sum
                WHERE day_sum.open_then < 0 OR day_sum.disputed_then < 0
                  OR (kind = 'item' AND day_sum.disputed_then > day_sum.open_then)""",
                account))
        .as("items of %s that are negative on some day", account)
        .isEmpty();
    assertThat(
            texts(
                connection,
                """
                SELECT CAST(due_date AS VARCHAR(10)) FROM (
                  SELECT due_date, effective_date,
                    SUM(SUM(open_invoices)) OVER (PARTITION BY due_date ORDER BY effective_date) AS open_then
                  FROM aging_cell WHERE account_id = ? AND kind = 'item' GROUP BY due_date, effective_date) c
                WHERE open_then < 0""",
                account))
        .as("due dates of %s with a negative count on some day", account)
        .isEmpty();
  }

  private static void noAcceptedInvoiceLeftTheBalanceAboveTheLimit(
      Connection connection, String account) throws SQLException {
    assertThat(
            texts(
                connection,
                """
                SELECT d.document_number FROM decision d JOIN entry e
                  ON e.account_id = d.account_id AND e.sequence = d.sequence
                JOIN invoice i ON i.account_id = e.account_id AND i.sequence = e.sequence
                WHERE d.account_id = ? AND d.act = 'invoice' AND i.already_delivered IS NULL
                  AND e.balance_after > d.credit_limit""",
                account))
        .as("accepted invoices of %s above the limit", account)
        .isEmpty();
    assertThat(
            texts(
                connection,
                """
                SELECT document_number FROM decision
                WHERE account_id = ? AND code = 'credit-limit-exceeded' AND balance + requested <= credit_limit""",
                account))
        .as("refusals of %s that had room at their place in the sequence", account)
        .isEmpty();
    assertThat(
            texts(
                connection,
                """
                SELECT d.document_number FROM decision d LEFT JOIN entry e
                  ON e.account_id = d.account_id AND e.sequence = d.account_sequence
                WHERE d.account_id = ? AND d.code IS NOT NULL AND d.balance <> COALESCE(e.balance_after, 0)""",
                account))
        .as("refusals of %s decided on a balance that was not the one at their place", account)
        .isEmpty();
  }

  private static void eventsAndKeysAreComplete(Connection connection, String account)
      throws SQLException {
    assertThat(number(connection, "SELECT COUNT(*) FROM event WHERE account_id = ?", account))
        .as("events of %s", account)
        .isEqualTo(
            number(connection, "SELECT last_event FROM account_head WHERE account_id = ?", account))
        .isEqualTo(
            number(
                connection,
                "SELECT COALESCE(MAX(sequence), 0) FROM event WHERE account_id = ?",
                account));
    assertThat(
            number(
                connection,
                "SELECT COUNT(*) FROM decision WHERE account_id = ? AND sequence IS NOT NULL",
                account))
        .as("accepted decisions of %s", account)
        .isEqualTo(
            number(
                connection,
                "SELECT last_sequence FROM account_head WHERE account_id = ?",
                account));
    assertThat(
            number(
                connection,
                "SELECT COALESCE(SUM(decisions), 0) FROM idempotency_record WHERE account_id = ?",
                account))
        .as("decisions of %s that are under a key of its own", account)
        .isEqualTo(
            number(
                connection,
                """
                SELECT COUNT(*) FROM decision
                WHERE account_id = ? AND act NOT IN ('setOff', 'setOffDecision')""",
                account));
  }

  /** One number. */
  public static long number(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getLong(1);
      }
    }
  }

  public static List<String> texts(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    }
  }
}
