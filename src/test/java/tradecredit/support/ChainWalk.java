package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
import tradecredit.ledger.Entry;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.Movement;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Discount;

/**
 * Walks an account's hash chain: every entry's hash is computed anew from the rows as they lie in
 * the tables, and the last must be the head's. Its own queries, not the service's.
 */
public final class ChainWalk {

  private final Connection connection;
  private final String account;
  private final Rows rows;
  private final Map<Long, List<InvoiceLine>> lines = new HashMap<>();
  private final Map<Long, Document> documents = new HashMap<>();
  private final Map<Long, List<Movement>> movements = new HashMap<>();

  private ChainWalk(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
    this.rows = new Rows(connection, account);
  }

  /** Asserts that the chain holds from the first entry to the head. */
  public static void verify(Connection connection, String account) throws SQLException {
    assertThat(new ChainWalk(connection, account).firstBroken())
        .as("the first entry of %s whose hash is not that of its rows", account)
        .isEqualTo("none");
  }

  /**
   * The first entry that does not hold, {@code head} where the chain is cut off, or {@code none}.
   */
  public static String firstBroken(Connection connection, String account) throws SQLException {
    return new ChainWalk(connection, account).firstBroken();
  }

  private String firstBroken() throws SQLException {
    load();
    String previous = EntryChain.GENESIS;
    for (Entry entry : entries()) {
      Entry chained = withPrevious(entry, previous);
      Document document = documents.get(entry.sequence());
      if (document == null
          || !EntryChain.hash(
                  chained, document, movements.getOrDefault(entry.sequence(), List.of()))
              .equals(entry.hash())) {
        return "entry " + entry.sequence();
      }
      previous = entry.hash();
    }
    String last = previous;
    List<String> heads = new ArrayList<>();
    rows.each(
        "SELECT last_hash FROM account_head WHERE account_id = ?",
        row -> heads.add(row.getString(1)));
    return heads.equals(List.of(last)) ? "none" : "head";
  }

  private void load() throws SQLException {
    loadLines();
    documents.putAll(DeskWalk.documents(connection, account));
    loadInvoices();
    loadPayments();
    loadMovements();
  }

  private void loadLines() throws SQLException {
    rows.each(
        "SELECT * FROM invoice_line WHERE account_id = ? ORDER BY sequence, line_number",
        row ->
            lines
                .computeIfAbsent(row.getLong("sequence"), key -> new ArrayList<>())
                .add(
                    new InvoiceLine(
                        new ProductId(row.getString("product_id")),
                        Rows.money(row, "face_value"),
                        row.getLong("quantity"),
                        new Discount(row.getInt("discount")),
                        row.getString("description"))));
  }

  private void loadInvoices() throws SQLException {
    rows.each(
        "SELECT * FROM invoice WHERE account_id = ?",
        row ->
            documents.put(
                row.getLong("sequence"),
                new Document.Invoice(
                    row.getLong("sequence"),
                    new InvoiceNumber(row.getString("number")),
                    Rows.date(row, "invoice_date"),
                    Rows.date(row, "due_date"),
                    Rows.money(row, "total"),
                    row.getString("memo"),
                    lines.getOrDefault(row.getLong("sequence"), List.of()),
                    row.getString("already_delivered"))));
  }

  private void loadPayments() throws SQLException {
    rows.each(
        "SELECT * FROM payment WHERE account_id = ?",
        row ->
            documents.put(
                row.getLong("sequence"),
                new Document.Payment(
                    row.getLong("sequence"),
                    new PaymentReference(row.getString("reference")),
                    Rows.date(row, "received_date"),
                    row.getString("method"),
                    Rows.money(row, "amount"),
                    List.of())));
  }

  private void loadMovements() throws SQLException {
    rows.each(
        "SELECT * FROM open_item_movement WHERE account_id = ? ORDER BY sequence, position",
        row ->
            movements
                .computeIfAbsent(row.getLong("sequence"), key -> new ArrayList<>())
                .add(
                    new Movement(
                        row.getString("kind").equals("item")
                            ? Movement.Kind.ITEM
                            : Movement.Kind.CREDIT,
                        Rows.longOrNull(row, "invoice_sequence"),
                        Rows.longOrNull(row, "credit_sequence"),
                        Rows.date(row, "due_date"),
                        Rows.date(row, "invoice_date"),
                        Rows.date(row, "effective_date"),
                        Rows.money(row, "amount"),
                        Rows.money(row, "disputed_amount"),
                        row.getInt("open_invoices"))));
  }

  private List<Entry> entries() throws SQLException {
    List<Entry> entries = new ArrayList<>();
    rows.each(
        "SELECT * FROM entry WHERE account_id = ? ORDER BY sequence",
        row ->
            entries.add(
                new Entry(
                    new AccountId(account),
                    row.getLong("sequence"),
                    Act.of(row.getString("kind")),
                    Rows.money(row, "amount"),
                    Rows.money(row, "balance_before"),
                    Rows.money(row, "balance_after"),
                    Rows.date(row, "effective_date"),
                    Rows.date(row, "business_date"),
                    row.getObject("recorded_at", OffsetDateTime.class)
                        .toInstant()
                        .truncatedTo(ChronoUnit.MICROS),
                    row.getString("principal"),
                    row.getString("document_number"),
                    "",
                    row.getString("hash"))));
    return entries;
  }

  private static Entry withPrevious(Entry entry, String previous) {
    return new Entry(
        entry.account(),
        entry.sequence(),
        entry.act(),
        entry.amount(),
        entry.balanceBefore(),
        entry.balanceAfter(),
        entry.effectiveDate(),
        entry.businessDate(),
        entry.recordedAt(),
        entry.principal(),
        entry.documentNumber(),
        previous,
        entry.hash());
  }
}
