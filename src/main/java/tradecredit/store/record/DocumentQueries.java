package tradecredit.store.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Discount;
import tradecredit.money.Money;
import tradecredit.store.sql.Placed;
import tradecredit.store.sql.Sql;

/** Documents as they were posted. */
public final class DocumentQueries {

  private static final String INVOICES =
      """
      SELECT i.sequence, i.number, i.invoice_date, i.due_date, i.total, i.memo, i.already_delivered
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN invoice i ON i.account_id = ? AND i.sequence = k.sequence""";

  private static final String LINES =
      """
      SELECT l.sequence, l.line_number, l.product_id, l.face_value, l.quantity, l.discount, l.description
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN invoice_line l ON l.account_id = ? AND l.sequence = k.sequence""";

  private static final String PAYMENTS =
      """
      SELECT p.sequence, p.reference, p.received_date, p.method, p.amount
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN payment p ON p.account_id = ? AND p.sequence = k.sequence""";

  /**
   * What entries did to invoices: what was applied is positive, what was taken back negative. Not
   * joined to the invoices: for that H2 would walk all of the account's movements.
   */
  private static final String ALLOCATIONS =
      """
      SELECT m.sequence, m.position, m.invoice_sequence, m.amount, m.effective_date,
        (SELECT i.number FROM invoice i WHERE i.account_id = m.account_id AND i.sequence = m.invoice_sequence) AS number
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN open_item_movement m ON m.account_id = ? AND m.sequence = k.sequence
      WHERE m.kind = 'item' AND m.amount <> 0""";

  private final Connection connection;
  private final String account;

  /** Of one account. */
  public DocumentQueries(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  /** The invoices of these entries, in no order. */
  public List<Document.Invoice> invoices(List<Long> sequences) throws SQLException {
    if (sequences.isEmpty()) {
      return List.of();
    }
    Map<Long, List<InvoiceLine>> lines =
        Placed.byOwner(connection, LINES, DocumentQueries::line, sequences, account);
    return Sql.listByNumbers(
        connection,
        INVOICES,
        row ->
            new Document.Invoice(
                row.getLong("sequence"),
                new InvoiceNumber(row.getString("number")),
                Sql.date(row, "invoice_date"),
                Sql.date(row, "due_date"),
                Sql.money(row, "total"),
                row.getString("memo"),
                lines.getOrDefault(row.getLong("sequence"), List.of()),
                row.getString("already_delivered")),
        sequences,
        account);
  }

  private static Placed<InvoiceLine> line(ResultSet row) throws SQLException {
    return new Placed<>(
        row.getLong("sequence"),
        row.getInt("line_number"),
        new InvoiceLine(
            new ProductId(row.getString("product_id")),
            Sql.money(row, "face_value"),
            row.getLong("quantity"),
            new Discount(row.getInt("discount")),
            row.getString("description")));
  }

  List<Document.Payment> payments(List<Long> sequences) throws SQLException {
    if (sequences.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Document.Allocation>> allocations = allocations(sequences);
    return Sql.listByNumbers(
        connection,
        PAYMENTS,
        row ->
            new Document.Payment(
                row.getLong("sequence"),
                new PaymentReference(row.getString("reference")),
                Sql.date(row, "received_date"),
                row.getString("method"),
                Sql.money(row, "amount"),
                allocations.getOrDefault(row.getLong("sequence"), List.of())),
        sequences,
        account);
  }

  /**
   * What each of these entries did to invoices, in its order: what was applied is positive, what
   * was taken back negative. Those that did nothing are left out.
   */
  public Map<Long, List<Document.Allocation>> allocations(List<Long> sequences)
      throws SQLException {
    return Placed.byOwner(connection, ALLOCATIONS, DocumentQueries::allocation, sequences, account);
  }

  private static Placed<Document.Allocation> allocation(ResultSet row) throws SQLException {
    return new Placed<>(
        row.getLong("sequence"),
        row.getInt("position"),
        new Document.Allocation(
            row.getLong("invoice_sequence"),
            new InvoiceNumber(row.getString("number")),
            Money.ofCents(-row.getLong("amount")),
            Sql.date(row, "effective_date")));
  }
}
