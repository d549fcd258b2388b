package tradecredit.store.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.SetOffDocument;
import tradecredit.ledger.SetOffDocument.Counterpart;
import tradecredit.ledger.Verdict;
import tradecredit.money.Money;
import tradecredit.store.sql.Placed;
import tradecredit.store.sql.Sql;

/** The halves of set-offs on one account. */
public final class SetOffQueries {

  private static final String KEYS = " FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence) ";

  private static final String PROPOSED =
      """
      SELECT s.sequence, s.counterpart_account, s.counterpart_sequence, s.side, s.reason
      %s JOIN set_off s ON s.account_id = ? AND s.sequence = k.sequence"""
          .formatted(KEYS);

  /** The number of the invoice is looked up row by row: see {@link DocumentQueries}. */
  private static final String PARTS =
      """
      SELECT p.sequence, p.position, p.invoice_sequence, p.amount,
        (SELECT i.number FROM invoice i WHERE i.account_id = p.account_id AND i.sequence = p.invoice_sequence) AS number
      %s JOIN set_off_part p ON p.account_id = ? AND p.sequence = k.sequence"""
          .formatted(KEYS);

  private static final String DECIDED =
      """
      SELECT d.sequence, d.set_off_sequence, d.counterpart_account, d.counterpart_sequence, d.side, d.verdict, d.note,
        (SELECT s.counterpart_sequence FROM set_off s
         WHERE s.account_id = d.account_id AND s.sequence = d.set_off_sequence) AS counterpart_set_off,
        (SELECT SUM(p.amount) FROM set_off_part p
         WHERE p.account_id = d.account_id AND p.sequence = d.set_off_sequence) AS amount
      %s JOIN set_off_decision d ON d.account_id = ? AND d.sequence = k.sequence"""
          .formatted(KEYS);

  private final Connection connection;
  private final String account;

  /** Of one account. */
  public SetOffQueries(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  /** The halves that these entries proposed, in no order. */
  public List<SetOffDocument.Proposed> proposed(List<Long> sequences) throws SQLException {
    Map<Long, List<SetOffDocument.Part>> parts =
        Placed.byOwner(connection, PARTS, SetOffQueries::part, sequences, account);
    return Sql.listByNumbers(
        connection,
        PROPOSED,
        row ->
            new SetOffDocument.Proposed(
                row.getLong("sequence"),
                counterpart(row),
                row.getString("side"),
                row.getString("reason"),
                parts.getOrDefault(row.getLong("sequence"), List.of())),
        sequences,
        account);
  }

  /**
   * The halves that these entries decided, in no order.
   *
   * @param moved what each of them did to invoices, by its sequence
   */
  public List<SetOffDocument.Decided> decided(
      List<Long> sequences, Map<Long, List<Document.Allocation>> moved) throws SQLException {
    return Sql.listByNumbers(
        connection,
        DECIDED,
        row ->
            new SetOffDocument.Decided(
                row.getLong("sequence"),
                row.getLong("set_off_sequence"),
                counterpart(row),
                row.getLong("counterpart_set_off"),
                row.getString("side"),
                Verdict.of(row.getString("verdict")),
                row.getString("note"),
                Money.ofCents(row.getLong("amount")),
                moved.getOrDefault(row.getLong("sequence"), List.of())),
        sequences,
        account);
  }

  private static Placed<SetOffDocument.Part> part(ResultSet row) throws SQLException {
    return new Placed<>(
        row.getLong("sequence"),
        row.getInt("position"),
        new SetOffDocument.Part(
            row.getLong("invoice_sequence"),
            new InvoiceNumber(row.getString("number")),
            Sql.money(row, "amount")));
  }

  private static Counterpart counterpart(ResultSet row) throws SQLException {
    return new Counterpart(
        new AccountId(row.getString("counterpart_account")), row.getLong("counterpart_sequence"));
  }
}
