package tradecredit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/** Documents as they were posted. */
final class DocumentQueries {

  private static final String INVOICES =
      """
      SELECT sequence, number, invoice_date, due_date, total, memo FROM invoice
      WHERE account_id = ? AND sequence = ANY(CAST(? AS BIGINT ARRAY))""";

  private static final String LINES =
      """
      SELECT sequence, product_id, face_value, quantity, discount, description FROM invoice_line
      WHERE account_id = ? AND sequence = ANY(CAST(? AS BIGINT ARRAY)) ORDER BY sequence, line_number""";

  private static final String PAYMENTS =
      """
      SELECT sequence, reference, received_date, method, amount FROM payment
      WHERE account_id = ? AND sequence = ANY(CAST(? AS BIGINT ARRAY))""";

  /** The allocations that a payment was posted with: its own entry's movements. */
  private static final String ALLOCATIONS =
      """
      SELECT m.sequence, m.invoice_sequence, i.number, m.amount, m.effective_date
      FROM open_item_movement m JOIN invoice i ON i.account_id = m.account_id AND i.sequence = m.invoice_sequence
      WHERE m.account_id = ? AND m.sequence = ANY(CAST(? AS BIGINT ARRAY)) AND m.kind = 'item'
      ORDER BY m.sequence, m.position""";

  private final Connection connection;
  private final String account;

  DocumentQueries(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  List<Document.Invoice> invoices(List<Long> sequences) throws SQLException {
    if (sequences.isEmpty()) {
      return List.of();
    }
    Map<Long, List<InvoiceLine>> lines = lines(sequences);
    return Sql.list(
        connection,
        INVOICES,
        row ->
            new Document.Invoice(
                row.getLong("sequence"), new InvoiceNumber(row.getString("number")), Sql.date(row, "invoice_date"),
                Sql.date(row, "due_date"), Sql.money(row, "total"), row.getString("memo"),
                lines.getOrDefault(row.getLong("sequence"), List.of())),
        account,
        Sql.numbers(connection, sequences));
  }

  private Map<Long, List<InvoiceLine>> lines(List<Long> sequences) throws SQLException {
    Map<Long, List<InvoiceLine>> lines = new HashMap<>();
    Sql.list(
        connection,
        LINES,
        row ->
            lines
                .computeIfAbsent(row.getLong("sequence"), sequence -> new ArrayList<>())
                .add(
                    new InvoiceLine(
                        new ProductId(row.getString("product_id")), Sql.money(row, "face_value"),
                        row.getLong("quantity"), new Discount(row.getInt("discount")),
                        row.getString("description"))),
        account,
        Sql.numbers(connection, sequences));
    return lines;
  }

  List<Document.Payment> payments(List<Long> sequences) throws SQLException {
    if (sequences.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Document.Allocation>> allocations = allocations(sequences);
    return Sql.list(
        connection,
        PAYMENTS,
        row ->
            new Document.Payment(
                row.getLong("sequence"), new PaymentReference(row.getString("reference")),
                Sql.date(row, "received_date"), row.getString("method"), Sql.money(row, "amount"),
                allocations.getOrDefault(row.getLong("sequence"), List.of())),
        account,
        Sql.numbers(connection, sequences));
  }

  private Map<Long, List<Document.Allocation>> allocations(List<Long> sequences) throws SQLException {
    Map<Long, List<Document.Allocation>> allocations = new HashMap<>();
    Sql.list(
        connection,
        ALLOCATIONS,
        row ->
            allocations
                .computeIfAbsent(row.getLong("sequence"), sequence -> new ArrayList<>())
                .add(
                    new Document.Allocation(
                        row.getLong("invoice_sequence"), new InvoiceNumber(row.getString("number")),
                        Money.ofCents(-row.getLong("amount")), Sql.date(row, "effective_date"))),
        account,
        Sql.numbers(connection, sequences));
    return allocations;
  }
}
