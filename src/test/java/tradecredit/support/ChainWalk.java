package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import tradecredit.money.Money;

/**
 * Walks an account's hash chain: every entry's hash is computed anew from the rows as they lie in
 * the tables, and the last must be the head's. Its own queries, not the service's.
 */
public final class ChainWalk {

  private final Connection connection;
  private final String account;
  private final Map<Long, List<InvoiceLine>> lines = new HashMap<>();
  private final Map<Long, Document> documents = new HashMap<>();
  private final Map<Long, List<Movement>> movements = new HashMap<>();

  private ChainWalk(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
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
    each(
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
    each(
        "SELECT * FROM invoice_line WHERE account_id = ? ORDER BY sequence, line_number",
        row ->
            lines
                .computeIfAbsent(row.getLong("sequence"), key -> new ArrayList<>())
                .add(
                    new InvoiceLine(
                        new ProductId(row.getString("product_id")),
                        money(row, "face_value"),
                        row.getLong("quantity"),
                        new Discount(row.getInt("discount")),
                        row.getString("description"))));
  }

  private void loadInvoices() throws SQLException {
    each(
        "SELECT * FROM invoice WHERE account_id = ?",
        row ->
            documents.put(
                row.getLong("sequence"),
                new Document.Invoice(
                    row.getLong("sequence"),
                    new InvoiceNumber(row.getString("number")),
                    date(row, "invoice_date"),
                    date(row, "due_date"),
                    money(row, "total"),
                    row.getString("memo"),
                    lines.getOrDefault(row.getLong("sequence"), List.of()),
                    row.getString("already_delivered"))));
  }

  private void loadPayments() throws SQLException {
    each(
        "SELECT * FROM payment WHERE account_id = ?",
        row ->
            documents.put(
                row.getLong("sequence"),
                new Document.Payment(
                    row.getLong("sequence"),
                    new PaymentReference(row.getString("reference")),
                    date(row, "received_date"),
                    row.getString("method"),
                    money(row, "amount"),
                    List.of())));
  }

  private void loadMovements() throws SQLException {
    each(
        "SELECT * FROM open_item_movement WHERE account_id = ? ORDER BY sequence, position",
        row ->
            movements
                .computeIfAbsent(row.getLong("sequence"), key -> new ArrayList<>())
                .add(
                    new Movement(
                        row.getString("kind").equals("item")
                            ? Movement.Kind.ITEM
                            : Movement.Kind.CREDIT,
                        longOrNull(row, "invoice_sequence"),
                        longOrNull(row, "credit_sequence"),
                        date(row, "due_date"),
                        date(row, "invoice_date"),
                        date(row, "effective_date"),
                        money(row, "amount"),
                        money(row, "disputed_amount"),
                        row.getInt("open_invoices"))));
  }

  private List<Entry> entries() throws SQLException {
    List<Entry> entries = new ArrayList<>();
    each(
        "SELECT * FROM entry WHERE account_id = ? ORDER BY sequence",
        row ->
            entries.add(
                new Entry(
                    new AccountId(account),
                    row.getLong("sequence"),
                    Act.of(row.getString("kind")),
                    money(row, "amount"),
                    money(row, "balance_before"),
                    money(row, "balance_after"),
                    date(row, "effective_date"),
                    date(row, "business_date"),
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

  /** What is done with a row. */
  @FunctionalInterface
  private interface RowUse {
    void use(ResultSet row) throws SQLException;
  }

  private void each(String sql, RowUse use) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, account);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          use.use(rows);
        }
      }
    }
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.ofCents(row.getLong(column));
  }

  private static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
