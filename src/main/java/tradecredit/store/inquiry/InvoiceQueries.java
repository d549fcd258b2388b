package tradecredit.store.inquiry;

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
import tradecredit.inquiry.InvoiceReading.AllocatedCredit;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.money.Money;
import tradecredit.store.record.DocumentQueries;
import tradecredit.store.sql.Days;
import tradecredit.store.sql.Sql;

/**
 * Invoices as they are now. Pages are in the order of an index, found by a seek and read no further
 * than they go; H2 sees that only where the order names the index's columns from the first.
 */
final class InvoiceQueries {

  /**
   * What is read of an invoice at first. Its lines are numbered from one: how many there are is
   * told by the last, which is a seek, and not by counting them.
   */
  private static final String INVOICE =
      """
      SELECT sequence, open_amount, disputed_amount,
        (SELECT l.line_number FROM invoice_line l WHERE l.account_id = i.account_id AND l.sequence = i.sequence
          ORDER BY l.account_id DESC, l.sequence DESC, l.line_number DESC LIMIT 1) AS line_count,
        (SELECT COUNT(*) FROM open_item_movement m WHERE m.account_id = i.account_id
          AND m.invoice_sequence = i.sequence AND m.credit_sequence IS NOT NULL) AS credits
      FROM invoice i
      """;

  private static final String PAGE =
      INVOICE + "WHERE account_id = ? AND sequence > ? %s ORDER BY account_id, sequence LIMIT ?";

  private static final String BY_STATE =
      INVOICE
          + """
      WHERE account_id = ? AND is_open = %s AND sequence > ? ORDER BY account_id, is_open, sequence LIMIT ?""";

  private static final String ALL = PAGE.formatted("");
  private static final String BY_NUMBER = PAGE.formatted("AND number = ?");
  private static final String OPEN = BY_STATE.formatted("TRUE");
  private static final String PAID = BY_STATE.formatted("FALSE");

  private static final String DISPUTED =
      INVOICE
          + """
      WHERE account_id = ? AND disputed_sequence > ? ORDER BY account_id, disputed_sequence LIMIT ?""";

  /** In the order of the index that automatic allocation goes by, in three seeks. */
  private static final String ALLOCATABLE =
      INVOICE
          + """
      WHERE account_id = ? %s
      ORDER BY account_id, allocatable_due_date, invoice_date, sequence LIMIT ?""";

  private static final String OF_SAME_DATES =
      ALLOCATABLE.formatted("AND allocatable_due_date = ? AND invoice_date = ? AND sequence > ?");
  private static final String DUE_SAME_DAY =
      ALLOCATABLE.formatted("AND allocatable_due_date = ? AND invoice_date >= ?");
  private static final String DUE_BETWEEN =
      ALLOCATABLE.formatted("AND allocatable_due_date >= ? AND allocatable_due_date < ?");

  private static final String DATES =
      "SELECT due_date, invoice_date FROM invoice WHERE account_id = ? AND sequence = ?";

  /**
   * Subselects, not a join, and no order: for either, H2 would walk all of the account's movements,
   * once they are many.
   */
  private static final String APPLIED =
      """
      SELECT m.invoice_sequence, m.credit_sequence, m.amount, m.effective_date, m.sequence, m.position,
        (SELECT p.kind FROM entry p WHERE p.account_id = m.account_id AND p.sequence = m.credit_sequence) AS kind,
        (SELECT p.document_number FROM entry p WHERE p.account_id = m.account_id AND p.sequence = m.credit_sequence)
          AS document_number
      FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence)
      JOIN open_item_movement m ON m.account_id = ? AND m.invoice_sequence = k.sequence
        AND m.credit_sequence IS NOT NULL""";

  private final Connection connection;
  private final String account;
  private final LocalDate today;

  InvoiceQueries(Connection connection, String account, LocalDate today) {
    this.connection = connection;
    this.account = account;
    this.today = today;
  }

  /**
   * An invoice, but for its lines and credits.
   *
   * @param weight how many lines it has, and movements by credits
   */
  private record Open(long sequence, Money open, Money disputed, long weight) {}

  Optional<InvoiceReading> one(long sequence) throws SQLException {
    return readings(rows(ALL, sequence - 1, 1)).stream()
        .filter(reading -> reading.invoice().sequence() == sequence)
        .findFirst();
  }

  /**
   * A page.
   *
   * @param most how many lines and movements the invoices on it may have together
   */
  Slice<InvoiceReading> page(InvoiceFilter filter, long after, int limit, int most)
      throws SQLException {
    InvoiceNumber number = filter.number();
    if (number != null) {
      List<InvoiceReading> found = readings(rows(BY_NUMBER, after, number.value(), 1));
      return Slice.of(
          found.stream().filter(reading -> matches(reading, filter.status())).toList(), limit);
    }
    Slice<Open> rows =
        Slice.of(rows(filter.status(), after, limit + 1), limit).weighing(most, Open::weight);
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
      case PAST_DUE -> pastDue(after, limit);
      case DISPUTED -> rows(DISPUTED, after, limit);
    };
  }

  private record Dates(LocalDate due, LocalDate invoiced) {}

  /** The longest overdue first, after the invoice of that sequence. */
  private List<Open> pastDue(long after, int limit) throws SQLException {
    List<Dates> cursor =
        Sql.list(
            connection,
            DATES,
            row -> new Dates(Sql.date(row, "due_date"), Sql.date(row, "invoice_date")),
            account,
            after);
    LocalDate from = cursor.isEmpty() ? Days.BEFORE_ALL : cursor.getFirst().due();
    List<Open> rows = new ArrayList<>();
    if (!cursor.isEmpty() && from.isBefore(today)) {
      LocalDate invoiced = cursor.getFirst().invoiced();
      rows.addAll(rows(OF_SAME_DATES, from, invoiced, after, limit));
      rows.addAll(rows(DUE_SAME_DAY, from, invoiced.plusDays(1), limit - rows.size()));
    }
    rows.addAll(rows(DUE_BETWEEN, from.plusDays(1), today, limit - rows.size()));
    return rows;
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
                Sql.money(row, "disputed_amount"),
                row.getLong("line_count") + row.getLong("credits")),
        all);
  }

  private List<InvoiceReading> readings(List<Open> rows) throws SQLException {
    List<Long> sequences = rows.stream().map(Open::sequence).toList();
    Map<Long, Document.Invoice> invoices = new HashMap<>();
    for (Document.Invoice invoice : new DocumentQueries(connection, account).invoices(sequences)) {
      invoices.put(invoice.sequence(), invoice);
    }
    Map<Long, List<AllocatedCredit>> applied = applied(sequences);
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

  /** What a movement applied, or took back. */
  private record Applied(long invoice, int position, AllocatedCredit credit) {
    static final Comparator<Applied> IN_ORDER =
        Comparator.comparingLong((Applied row) -> row.credit.sequence())
            .thenComparingInt(Applied::position);
  }

  /** What is applied now: what was taken back again is not shown, its entries are. */
  private Map<Long, List<AllocatedCredit>> applied(List<Long> sequences) throws SQLException {
    if (sequences.isEmpty()) {
      return Map.of();
    }
    List<Applied> rows =
        Sql.listByNumbers(connection, APPLIED, InvoiceQueries::movement, sequences, account);
    Map<Long, Map<Long, AllocatedCredit>> standing = new HashMap<>();
    rows.stream()
        .sorted(Applied.IN_ORDER)
        .forEach(
            row ->
                standing
                    .computeIfAbsent(row.invoice(), sequence -> new LinkedHashMap<>())
                    .merge(row.credit().creditSequence(), row.credit(), AllocatedCredit::then));
    Map<Long, List<AllocatedCredit>> applied = new HashMap<>();
    standing.forEach(
        (invoice, credits) ->
            applied.put(
                invoice, credits.values().stream().filter(one -> !one.amount().isZero()).toList()));
    return applied;
  }

  private static Applied movement(ResultSet row) throws SQLException {
    return new Applied(
        row.getLong("invoice_sequence"),
        row.getInt("position"),
        new AllocatedCredit(
            row.getLong("credit_sequence"),
            Act.of(row.getString("kind")),
            row.getString("document_number"),
            Money.ofCents(-row.getLong("amount")),
            Sql.date(row, "effective_date"),
            row.getLong("sequence")));
  }
}
