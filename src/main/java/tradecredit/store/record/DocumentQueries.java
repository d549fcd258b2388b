package tradecredit.store.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradecredit.agreement.ProductId;
import tradecredit.inquiry.AppliedCredit;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Discount;
import tradecredit.money.Money;
import tradecredit.store.sql.Placed;
import tradecredit.store.sql.Sql;

/**
 * Documents as they were posted, and where credits are applied. An entry that applies a credit anew
 * first takes back all that stands, so what the last such entry applied is what stands now; before
 * the first it is what the credit's own entry applied.
 */
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

  private static final String ALLOCATION =
      """
      m.sequence, m.position, m.invoice_sequence, m.amount, m.effective_date,
      (SELECT i.number FROM invoice i WHERE i.account_id = m.account_id AND i.sequence = m.invoice_sequence) AS number""";

  /**
   * What entries did to invoices: what was applied is positive, what was taken back negative. Not
   * joined to the invoices: for that H2 would walk all of the account's movements.
   */
  private static final String ALLOCATIONS =
      """
      SELECT %s
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN open_item_movement m ON m.account_id = ? AND m.sequence = k.sequence
      WHERE m.kind = 'item' AND m.amount <> 0"""
          .formatted(ALLOCATION);

  /** The first of each entry, and how many there are; read by their entries, never in an order. */
  private static final String FIRST_APPLIED =
      """
      SELECT %s, m.places FROM (
        SELECT a.account_id, a.sequence, a.position, a.invoice_sequence, a.amount, a.effective_date,
          ROW_NUMBER() OVER (PARTITION BY a.sequence ORDER BY a.position) AS place,
          COUNT(*) OVER (PARTITION BY a.sequence) AS places
        FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
        JOIN open_item_movement a ON a.account_id = ? AND a.sequence = k.sequence
        WHERE a.kind = 'item' AND a.amount < 0) m
      WHERE m.place <= %d"""
          .formatted(ALLOCATION, AppliedCredit.MOST_ON_A_PAGE);

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

  /** All that an entry applied, in its order. */
  public List<Document.Allocation> appliedBy(long entry) throws SQLException {
    return applied(allocations(List.of(entry)).getOrDefault(entry, List.of()));
  }

  static List<Document.Allocation> applied(List<Document.Allocation> moved) {
    return moved.stream().filter(one -> one.amount().isPositive()).toList();
  }

  private record First(Placed<Document.Allocation> allocation, long places) {}

  /**
   * What each of these entries applied, as far as a page tells it; those that applied nothing are
   * left out.
   */
  public Map<Long, AppliedCredit> firstAppliedBy(List<Long> entries) throws SQLException {
    Map<Long, List<First>> byEntry = new HashMap<>();
    for (First first :
        Sql.listByNumbers(
            connection,
            FIRST_APPLIED,
            row -> new First(allocation(row), row.getLong("places")),
            entries,
            account)) {
      byEntry.computeIfAbsent(first.allocation().owner(), entry -> new ArrayList<>()).add(first);
    }
    Map<Long, AppliedCredit> applied = new HashMap<>();
    byEntry.forEach(
        (entry, firsts) -> {
          List<Document.Allocation> told =
              firsts.stream()
                  .map(First::allocation)
                  .sorted(Comparator.comparingInt(Placed::place))
                  .map(Placed::item)
                  .toList();
          applied.put(entry, new AppliedCredit(told, firsts.getFirst().places() - told.size()));
        });
    return applied;
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
