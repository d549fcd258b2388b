package tradecredit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.inquiry.InvoiceFilter;
import tradecredit.inquiry.InvoiceReading;
import tradecredit.inquiry.InvoiceReading.AppliedCredit;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.money.Money;

/** Invoices as they are now. */
final class InvoiceQueries {

  private static final String PAGE =
      """
      SELECT sequence, open_amount, disputed_amount FROM invoice
      WHERE account_id = ? AND sequence > ? %s ORDER BY account_id, sequence LIMIT ?""";

  private static final String ALL = PAGE.formatted("");
  private static final String BY_NUMBER = PAGE.formatted("AND number = ?");
  private static final String OPEN = PAGE.formatted("AND open_amount > 0");
  private static final String PAID = PAGE.formatted("AND open_amount = 0");

  /**
   * By what is due, never by the sequence: few invoices of an account are past due, and they are
   * spread over all of it. That is what the {@code + 0} is for; the first date leaves out those of
   * which nothing is due, which H2 keeps before all dates.
   */
  private static final String PAST_DUE =
      """
      SELECT i.sequence, i.open_amount, i.disputed_amount FROM (
        SELECT d.sequence FROM invoice d
        WHERE d.account_id = ? AND d.sequence + 0 > ?
          AND d.allocatable_due_date >= DATE '0001-01-01' AND d.allocatable_due_date < ?
        ORDER BY d.sequence + 0 LIMIT ?) k
      JOIN invoice i ON i.account_id = ? AND i.sequence = k.sequence""";

  /** By the open disputes: nothing else makes a part of an invoice disputed. */
  private static final String DISPUTED =
      """
      SELECT i.sequence, i.open_amount, i.disputed_amount FROM (
        SELECT DISTINCT d.invoice_sequence FROM dispute d
        WHERE d.account_id = ? AND d.invoice_sequence > ? AND NOT EXISTS (SELECT 1 FROM dispute_resolution r
          WHERE r.account_id = d.account_id AND r.dispute_sequence = d.sequence)
        ORDER BY d.invoice_sequence LIMIT ?) k
      JOIN invoice i ON i.account_id = ? AND i.sequence = k.invoice_sequence""";

  /** Subselects, not a join: for that H2 would walk all of the account's movements. */
  private static final String APPLIED =
      """
      SELECT m.invoice_sequence, m.credit_sequence, m.amount, m.effective_date, m.sequence,
        (SELECT p.kind FROM entry p WHERE p.account_id = m.account_id AND p.sequence = m.credit_sequence) AS kind,
        (SELECT p.document_number FROM entry p WHERE p.account_id = m.account_id AND p.sequence = m.credit_sequence)
          AS document_number
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN open_item_movement m ON m.account_id = ? AND m.invoice_sequence = k.sequence
        AND m.credit_sequence IS NOT NULL
      ORDER BY m.sequence, m.position""";

  private final Connection connection;
  private final String account;
  private final LocalDate today;

  InvoiceQueries(Connection connection, String account, LocalDate today) {
    this.connection = connection;
    this.account = account;
    this.today = today;
  }

  private record Open(long sequence, Money open, Money disputed) {}

  Optional<InvoiceReading> one(long sequence) throws SQLException {
    return readings(rows(ALL, sequence - 1, 1)).stream()
        .filter(reading -> reading.invoice().sequence() == sequence)
        .findFirst();
  }

  Slice<InvoiceReading> page(InvoiceFilter filter, long after, int limit) throws SQLException {
    InvoiceNumber number = filter.number();
    if (number != null) {
      List<InvoiceReading> found = readings(rows(BY_NUMBER, after, number.value(), 1));
      return Slice.of(
          found.stream().filter(reading -> matches(reading, filter.status())).toList(), limit);
    }
    Slice<Open> rows = Slice.of(rows(filter.status(), after, limit + 1), limit);
    return new Slice<>(readings(rows.items()), rows.more());
  }

  private static boolean matches(InvoiceReading reading, InvoiceFilter.@Nullable Status status) {
    return switch (status) {
      case null -> true;
      case OPEN -> reading.openAmount().isPositive();
      case PAID -> reading.openAmount().isZero();
      case PAST_DUE -> reading.daysPastDue() > 0;
      case DISPUTED -> reading.disputedAmount().isPositive();
    };
  }

  private List<Open> rows(InvoiceFilter.@Nullable Status status, long after, int limit)
      throws SQLException {
    return switch (status) {
      case null -> rows(ALL, after, limit);
      case OPEN -> rows(OPEN, after, limit);
      case PAID -> rows(PAID, after, limit);
      case PAST_DUE -> sorted(rows(PAST_DUE, after, today, limit, account));
      case DISPUTED -> sorted(rows(DISPUTED, after, limit, account));
    };
  }

  private static List<Open> sorted(List<Open> rows) {
    return rows.stream().sorted(Comparator.comparingLong(Open::sequence)).toList();
  }

  private List<Open> rows(String sql, Object... parameters) throws SQLException {
    Object[] all = new Object[parameters.length + 1];
    all[0] = account;
    System.arraycopy(parameters, 0, all, 1, parameters.length);
    return Sql.list(
        connection,
        sql,
        row ->
            new Open(
                row.getLong("sequence"),
                Sql.money(row, "open_amount"),
                Sql.money(row, "disputed_amount")),
        all);
  }

  private List<InvoiceReading> readings(List<Open> rows) throws SQLException {
    List<Long> sequences = rows.stream().map(Open::sequence).toList();
    Map<Long, Document.Invoice> invoices = new HashMap<>();
    for (Document.Invoice invoice : new DocumentQueries(connection, account).invoices(sequences)) {
      invoices.put(invoice.sequence(), invoice);
    }
    Map<Long, List<AppliedCredit>> applied = applied(sequences);
    List<InvoiceReading> readings = new ArrayList<>();
    for (Open row : rows) {
      Document.Invoice invoice = Objects.requireNonNull(invoices.get(row.sequence()));
      readings.add(
          new InvoiceReading(
              invoice,
              row.open(),
              row.disputed(),
              today,
              applied.getOrDefault(row.sequence(), List.of())));
    }
    return readings;
  }

  /** What is applied now: what was taken back again is not shown, its entries are. */
  private Map<Long, List<AppliedCredit>> applied(List<Long> sequences) throws SQLException {
    Map<Long, Map<Long, AppliedCredit>> standing = new HashMap<>();
    if (!sequences.isEmpty()) {
      Sql.listByNumbers(
          connection,
          APPLIED,
          row ->
              standing
                  .computeIfAbsent(
                      row.getLong("invoice_sequence"), sequence -> new LinkedHashMap<>())
                  .merge(row.getLong("credit_sequence"), credit(row), AppliedCredit::then),
          sequences,
          account);
    }
    Map<Long, List<AppliedCredit>> applied = new HashMap<>();
    standing.forEach(
        (invoice, credits) ->
            applied.put(
                invoice, credits.values().stream().filter(one -> !one.amount().isZero()).toList()));
    return applied;
  }

  private static AppliedCredit credit(ResultSet row) throws SQLException {
    return new AppliedCredit(
        row.getLong("credit_sequence"),
        Act.of(row.getString("kind")),
        row.getString("document_number"),
        Money.ofCents(-row.getLong("amount")),
        Sql.date(row, "effective_date"),
        row.getLong("sequence"));
  }
}
