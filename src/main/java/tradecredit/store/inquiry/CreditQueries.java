package tradecredit.store.inquiry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.inquiry.AppliedCredit;
import tradecredit.inquiry.CreditFilter;
import tradecredit.inquiry.CreditNoteReading;
import tradecredit.inquiry.PaymentReading;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;
import tradecredit.store.record.DocumentQueries;
import tradecredit.store.sql.Sql;

/** Payments and credit notes as they are now. */
final class CreditQueries {

  private static final String PAYMENTS =
      """
      SELECT p.sequence, p.reference, p.received_date, p.method, p.amount, p.unapplied_amount,
        b.sequence AS return_sequence, b.returned_date, b.reason,
        (SELECT e.effective_date FROM entry e
          WHERE e.account_id = b.account_id AND e.sequence = b.sequence) AS return_effective_date,
        (SELECT MAX(r.sequence) FROM reallocation r
          WHERE r.account_id = p.account_id AND r.payment_sequence = p.sequence) AS applied_by
      FROM payment p
      LEFT JOIN payment_return b ON b.account_id = p.account_id AND b.payment_sequence = p.sequence
      """;

  private static final String CREDIT_NOTES =
      """
      SELECT p.sequence, p.number, p.credit_date, p.reason, p.amount, p.unapplied_amount,
        (SELECT MAX(r.sequence) FROM reallocation r
          WHERE r.account_id = p.account_id AND r.credit_note_sequence = p.sequence) AS applied_by
      FROM credit_note p
      """;

  private static final String ONE = "WHERE p.account_id = ? AND p.sequence = ?";

  private static final Lists PAYMENT_LISTS = Lists.of(PAYMENTS, "reference");
  private static final String ONE_PAYMENT = PAYMENTS + ONE;
  private static final Lists CREDIT_NOTE_LISTS = Lists.of(CREDIT_NOTES, "number");
  private static final String ONE_CREDIT_NOTE = CREDIT_NOTES + ONE;

  private final Connection connection;
  private final String account;
  private final DocumentQueries documents;

  CreditQueries(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
    this.documents = new DocumentQueries(connection, account);
  }

  /**
   * A credit, but for where it is applied.
   *
   * @param at the credit, applied there
   * @param appliedBy the entry that says where; null of a returned payment
   */
  private record Row<R>(Function<AppliedCredit, R> at, @Nullable Long appliedBy) {}

  /**
   * What is asked for a page of credits.
   *
   * @param all of all
   * @param unapplied of those of which something is applied to no invoice
   * @param named the one of a name, if so much of it is applied to no invoice
   */
  private record Lists(String all, String unapplied, String named) {

    static Lists of(String credits, String name) {
      return new Lists(
          credits + by("sequence"),
          credits + by("unapplied_sequence"),
          credits
              + "WHERE p.account_id = ? AND p.%s = ? AND p.unapplied_amount >= ? AND p.sequence > ?"
                  .formatted(name));
    }

    private static String by(String number) {
      return "WHERE p.account_id = ? AND p.%1$s > ? ORDER BY p.account_id, p.%1$s LIMIT ?"
          .formatted(number);
    }
  }

  Slice<PaymentReading> payments(CreditFilter<PaymentReference> filter, long after, int limit)
      throws SQLException {
    PaymentReference reference = filter.name();
    return page(
        reference == null
            ? all(PAYMENT_LISTS, filter, CreditQueries::payment, after, limit)
            : named(PAYMENT_LISTS, filter, CreditQueries::payment, reference.value(), after),
        limit);
  }

  private <R> List<Row<R>> all(
      Lists lists, CreditFilter<?> filter, Sql.RowReader<Row<R>> reader, long after, int limit)
      throws SQLException {
    String sql = filter.unapplied() ? lists.unapplied() : lists.all();
    return Sql.list(connection, sql, reader, account, after, limit + 1);
  }

  private <R> List<Row<R>> named(
      Lists lists, CreditFilter<?> filter, Sql.RowReader<Row<R>> reader, String name, long after)
      throws SQLException {
    long cents = filter.unapplied() ? 1 : 0;
    return Sql.list(connection, lists.named(), reader, account, name, cents, after);
  }

  Optional<PaymentReading> payment(long sequence) throws SQLException {
    for (Row<PaymentReading> row :
        Sql.list(connection, ONE_PAYMENT, CreditQueries::payment, account, sequence)) {
      return Optional.of(row.at().apply(everywhere(row.appliedBy())));
    }
    return Optional.empty();
  }

  Slice<CreditNoteReading> creditNotes(CreditFilter<CreditNoteNumber> filter, long after, int limit)
      throws SQLException {
    CreditNoteNumber number = filter.name();
    return page(
        number == null
            ? all(CREDIT_NOTE_LISTS, filter, CreditQueries::creditNote, after, limit)
            : named(CREDIT_NOTE_LISTS, filter, CreditQueries::creditNote, number.value(), after),
        limit);
  }

  Optional<CreditNoteReading> creditNote(long sequence) throws SQLException {
    for (Row<CreditNoteReading> row :
        Sql.list(connection, ONE_CREDIT_NOTE, CreditQueries::creditNote, account, sequence)) {
      return Optional.of(row.at().apply(everywhere(row.appliedBy())));
    }
    return Optional.empty();
  }

  /** A page, of which each names the first invoices that it is applied to. */
  private <R> Slice<R> page(List<Row<R>> rows, int limit) throws SQLException {
    Map<Long, AppliedCredit> places = places(rows);
    return Slice.of(rows.stream().map(row -> row.at().apply(place(row, places))).toList(), limit);
  }

  private <R> Map<Long, AppliedCredit> places(List<Row<R>> rows) throws SQLException {
    return documents.firstAppliedBy(
        rows.stream().map(Row::appliedBy).filter(Objects::nonNull).toList());
  }

  private static <R> AppliedCredit place(Row<R> row, Map<Long, AppliedCredit> places) {
    Long entry = row.appliedBy();
    return entry == null
        ? AppliedCredit.NOWHERE
        : places.getOrDefault(entry, AppliedCredit.NOWHERE);
  }

  private AppliedCredit everywhere(@Nullable Long entry) throws SQLException {
    return entry == null ? AppliedCredit.NOWHERE : new AppliedCredit(documents.appliedBy(entry), 0);
  }

  private static long appliedBy(ResultSet row) throws SQLException {
    Long anew = Sql.longOrNull(row, "applied_by");
    return anew == null ? row.getLong("sequence") : anew;
  }

  private static Row<PaymentReading> payment(ResultSet row) throws SQLException {
    long sequence = row.getLong("sequence");
    PaymentReference reference = new PaymentReference(row.getString("reference"));
    LocalDate received = Sql.date(row, "received_date");
    String method = row.getString("method");
    Money amount = Sql.money(row, "amount");
    Money unapplied = Sql.money(row, "unapplied_amount");
    PaymentReading.Returned returned = returned(row);
    return new Row<>(
        place ->
            new PaymentReading(
                sequence, reference, received, method, amount, unapplied, place, returned),
        returned == null ? appliedBy(row) : null);
  }

  private static PaymentReading.@Nullable Returned returned(ResultSet row) throws SQLException {
    Long sequence = Sql.longOrNull(row, "return_sequence");
    return sequence == null
        ? null
        : new PaymentReading.Returned(
            sequence,
            Sql.date(row, "returned_date"),
            Sql.date(row, "return_effective_date"),
            row.getString("reason"));
  }

  private static Row<CreditNoteReading> creditNote(ResultSet row) throws SQLException {
    long sequence = row.getLong("sequence");
    CreditNoteNumber number = new CreditNoteNumber(row.getString("number"));
    LocalDate date = Sql.date(row, "credit_date");
    String reason = row.getString("reason");
    Money amount = Sql.money(row, "amount");
    Money unapplied = Sql.money(row, "unapplied_amount");
    return new Row<>(
        place -> new CreditNoteReading(sequence, number, date, reason, amount, unapplied, place),
        appliedBy(row));
  }
}
