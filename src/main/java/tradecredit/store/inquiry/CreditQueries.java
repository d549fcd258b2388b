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

  private static final String PAGE =
      "WHERE p.account_id = ? AND p.sequence > ? ORDER BY p.account_id, p.sequence LIMIT ?";
  private static final String ONE = "WHERE p.account_id = ? AND p.sequence = ?";

  private static final String PAYMENT_PAGE = PAYMENTS + PAGE;
  private static final String PAYMENT_BY_REFERENCE =
      PAYMENTS + "WHERE p.account_id = ? AND p.reference = ? AND p.sequence > ?";
  private static final String ONE_PAYMENT = PAYMENTS + ONE;
  private static final String CREDIT_NOTE_PAGE = CREDIT_NOTES + PAGE;
  private static final String CREDIT_NOTE_BY_NUMBER =
      CREDIT_NOTES + "WHERE p.account_id = ? AND p.number = ? AND p.sequence > ?";
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

  Slice<PaymentReading> payments(@Nullable PaymentReference reference, long after, int limit)
      throws SQLException {
    return page(
        reference == null
            ? Sql.list(connection, PAYMENT_PAGE, CreditQueries::payment, account, after, limit + 1)
            : Sql.list(
                connection,
                PAYMENT_BY_REFERENCE,
                CreditQueries::payment,
                account,
                reference.value(),
                after),
        limit);
  }

  Optional<PaymentReading> payment(long sequence) throws SQLException {
    for (Row<PaymentReading> row :
        Sql.list(connection, ONE_PAYMENT, CreditQueries::payment, account, sequence)) {
      return Optional.of(row.at().apply(everywhere(row.appliedBy())));
    }
    return Optional.empty();
  }

  Slice<CreditNoteReading> creditNotes(@Nullable CreditNoteNumber number, long after, int limit)
      throws SQLException {
    return page(
        number == null
            ? Sql.list(
                connection, CREDIT_NOTE_PAGE, CreditQueries::creditNote, account, after, limit + 1)
            : Sql.list(
                connection,
                CREDIT_NOTE_BY_NUMBER,
                CreditQueries::creditNote,
                account,
                number.value(),
                after),
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
