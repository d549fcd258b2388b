package tradecredit.store.note;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AgreementId;
import tradecredit.inquiry.NoteRecord;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;
import tradecredit.note.Instalment;
import tradecredit.note.NoteAct;
import tradecredit.note.NoteAllocation;
import tradecredit.note.NoteDecision;
import tradecredit.note.NoteDocument;
import tradecredit.note.NoteEntry;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NotePayment;
import tradecredit.note.NotePaymentReturn;
import tradecredit.note.NotePosition;
import tradecredit.note.NoteState;
import tradecredit.note.PromissoryNote;
import tradecredit.store.record.NoteFacts;
import tradecredit.store.sql.Sql;

/** The note as it lies in its tables. */
public record NoteQueries(Connection connection, AgreementId agreement) {

  private static final String HEAD =
      """
      SELECT business_date, last_sequence, last_hash, last_decision, recorded_at, unpaid
      FROM note_head WHERE agreement_id = ?""";

  private static final String LOCK = HEAD + " FOR UPDATE";

  private static final String INSTALMENTS =
      """
      SELECT i.number, i.due_date, i.amount, i.unpaid,
        (SELECT MAX(e.effective_date) FROM note_payment_return r
          JOIN note_entry e ON e.agreement_id = r.agreement_id AND e.sequence = r.sequence
          JOIN note_allocation a ON a.agreement_id = r.agreement_id AND a.sequence = r.payment_sequence
          WHERE r.agreement_id = i.agreement_id AND a.instalment = i.number) AS reopened
      FROM note_instalment i WHERE i.agreement_id = ? ORDER BY i.number""";

  private static final String REFERENCE =
      "SELECT COUNT(*) FROM note_payment WHERE agreement_id = ? AND reference = ?";

  private static final String RETURNED =
      "SELECT sequence, returned_date FROM note_payment_return WHERE agreement_id = ? AND payment_sequence = ?";

  private static final String ENTRIES =
      """
      SELECT e.sequence, e.act, e.amount, e.unpaid_before, e.unpaid_after, e.effective_date, e.business_date,
        e.recorded_at, e.recorded_by, e.document_number, e.hash, p.hash AS previous_hash, d.sequence AS payment_sequence,
        d.reference, d.received_date, d.method, d.amount AS paid, r.returned_date, r.reason
      FROM note_entry e
      LEFT JOIN note_entry p ON p.agreement_id = e.agreement_id AND p.sequence = e.sequence - 1
      LEFT JOIN note_payment_return r ON r.agreement_id = e.agreement_id AND r.sequence = e.sequence
      LEFT JOIN note_payment d
        ON d.agreement_id = e.agreement_id AND d.sequence = COALESCE(r.payment_sequence, e.sequence)
      WHERE e.agreement_id = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?""";

  /** Of payments by their own entries, and of those that are returned by the returns' entries. */
  private static final String ALLOCATIONS =
      """
      SELECT sequence, instalment, amount FROM (
        SELECT a.sequence, a.position, a.instalment, a.amount FROM note_allocation a
        WHERE a.agreement_id = ? AND a.sequence > ? AND a.sequence <= ?
        UNION ALL
        SELECT r.sequence, a.position, a.instalment, a.amount FROM note_payment_return r
        JOIN note_allocation a ON a.agreement_id = r.agreement_id AND a.sequence = r.payment_sequence
        WHERE r.agreement_id = ? AND r.sequence > ? AND r.sequence <= ?) p
      ORDER BY sequence, position""";

  /** What counts by a day and is not returned by it. */
  private static final String PAID =
      """
      SELECT a.instalment, SUM(a.amount) AS paid
      FROM note_allocation a
      JOIN note_entry e ON e.agreement_id = a.agreement_id AND e.sequence = a.sequence
      WHERE a.agreement_id = ? AND e.effective_date <= ? AND NOT EXISTS (
        SELECT 1 FROM note_payment_return r
        JOIN note_entry b ON b.agreement_id = r.agreement_id AND b.sequence = r.sequence
        WHERE r.agreement_id = a.agreement_id AND r.payment_sequence = a.sequence AND b.effective_date <= ?)
      GROUP BY a.instalment""";

  private static final String DECISION =
      """
      SELECT number, act, sequence, code, requested, note_sequence, unpaid, business_date, recorded_at, recorded_by,
        facts
      FROM note_decision WHERE agreement_id = ? AND number = ?""";

  private String id() {
    return agreement.value();
  }

  /** The head, locked: everything else is read by later statements, or it would be stale. */
  NotePosition lockedPosition() throws SQLException {
    return Sql.one(connection, LOCK, this::position, id());
  }

  /** The head; none where the agreement has no note. */
  public Optional<NotePosition> position() throws SQLException {
    return Sql.list(connection, HEAD, this::position, id()).stream().findFirst();
  }

  private NotePosition position(ResultSet row) throws SQLException {
    return new NotePosition(
        agreement,
        Sql.date(row, "business_date"),
        row.getLong("last_sequence"),
        row.getString("last_hash"),
        row.getLong("last_decision"),
        Sql.instant(row, "recorded_at"),
        Sql.money(row, "unpaid"));
  }

  List<NoteState.OpenInstalment> instalments() throws SQLException {
    return Sql.list(
        connection,
        INSTALMENTS,
        row ->
            new NoteState.OpenInstalment(
                new Instalment(
                    row.getInt("number"), Sql.date(row, "due_date"), Sql.money(row, "amount")),
                Sql.money(row, "unpaid"),
                row.getObject("reopened", LocalDate.class)),
        id());
  }

  /** What returned the payment of an entry; null where nothing did. */
  NoteState.@Nullable Returned returned(long payment) throws SQLException {
    return Sql.list(
            connection,
            RETURNED,
            row -> new NoteState.Returned(row.getLong("sequence"), Sql.date(row, "returned_date")),
            id(),
            payment)
        .stream()
        .findFirst()
        .orElse(null);
  }

  boolean isTaken(PaymentReference reference) throws SQLException {
    return Sql.one(connection, REFERENCE, row -> row.getLong(1), id(), reference.value()) > 0;
  }

  /** What counts as paid on each instalment on a day. */
  Map<Integer, Money> paid(LocalDate asOf) throws SQLException {
    Map<Integer, Money> paid = new HashMap<>();
    Sql.list(
        connection,
        PAID,
        row -> paid.put(row.getInt("instalment"), Sql.money(row, "paid")),
        id(),
        asOf,
        asOf);
    return paid;
  }

  /** Entries after {@code after} with what each records, in a fixed number of queries. */
  public List<NoteRecord> records(long after, int most) throws SQLException {
    List<Instalment> schedule =
        after > 0
            ? List.of()
            : instalments().stream().map(NoteState.OpenInstalment::instalment).toList();
    List<Row> rows = Sql.list(connection, ENTRIES, row -> row(row, schedule), id(), after, most);
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<NoteAllocation>> allocations =
        allocations(after, rows.getLast().entry().sequence());
    return rows.stream()
        .map(
            row ->
                new NoteRecord(
                    row.entry(),
                    row.document()
                        .apply(allocations.getOrDefault(row.entry().sequence(), List.of()))))
        .toList();
  }

  /** An entry, and what it records once its allocations are known. */
  private record Row(NoteEntry entry, Function<List<NoteAllocation>, NoteDocument> document) {}

  private Row row(ResultSet row, List<Instalment> schedule) throws SQLException {
    NoteEntry entry = entry(row);
    return new Row(
        entry,
        switch (entry.act()) {
          case NOTE -> parts -> new PromissoryNote(entry.amount(), entry.effectiveDate(), schedule);
          case PAYMENT -> payment(row);
          case PAYMENT_RETURN -> paymentReturn(row);
        });
  }

  private static Function<List<NoteAllocation>, NoteDocument> payment(ResultSet row)
      throws SQLException {
    PaymentReference reference = new PaymentReference(row.getString("reference"));
    LocalDate received = Sql.date(row, "received_date");
    String method = row.getString("method");
    Money paid = Sql.money(row, "paid");
    return parts -> new NotePayment(reference, received, method, paid, parts);
  }

  private static Function<List<NoteAllocation>, NoteDocument> paymentReturn(ResultSet row)
      throws SQLException {
    long payment = row.getLong("payment_sequence");
    PaymentReference reference = new PaymentReference(row.getString("reference"));
    LocalDate returned = Sql.date(row, "returned_date");
    String reason = row.getString("reason");
    Money paid = Sql.money(row, "paid");
    return parts -> new NotePaymentReturn(payment, reference, returned, reason, paid, parts);
  }

  private NoteEntry entry(ResultSet row) throws SQLException {
    String previousHash = row.getString("previous_hash");
    return new NoteEntry(
        agreement,
        row.getLong("sequence"),
        NoteAct.of(row.getString("act")),
        Sql.money(row, "amount"),
        Sql.money(row, "unpaid_before"),
        Sql.money(row, "unpaid_after"),
        Sql.date(row, "effective_date"),
        Sql.date(row, "business_date"),
        Sql.instant(row, "recorded_at"),
        row.getString("recorded_by"),
        row.getString("document_number"),
        previousHash == null ? EntryChain.GENESIS : previousHash,
        row.getString("hash"));
  }

  private Map<Long, List<NoteAllocation>> allocations(long after, long last) throws SQLException {
    Map<Long, List<NoteAllocation>> allocations = new HashMap<>();
    Sql.list(
        connection,
        ALLOCATIONS,
        row ->
            allocations
                .computeIfAbsent(row.getLong("sequence"), sequence -> new ArrayList<>())
                .add(new NoteAllocation(row.getInt("instalment"), Sql.money(row, "amount"))),
        id(),
        after,
        last,
        id(),
        after,
        last);
    return allocations;
  }

  /** A decision's outcome, as it was first answered. */
  NoteOutcome outcome(long number) throws SQLException {
    NoteDecision decision = Sql.one(connection, DECISION, NoteQueries::decision, id(), number);
    if (decision.refusal() != null) {
      return new NoteOutcome.Refused(decision, decision.refusal());
    }
    NoteRecord written = records(decision.noteSequence() - 1, 1).getFirst();
    return new NoteOutcome.Posted(decision, written.entry(), written.document());
  }

  private static NoteDecision decision(ResultSet row) throws SQLException {
    String code = row.getString("code");
    return new NoteDecision(
        row.getLong("number"),
        NoteAct.of(row.getString("act")),
        Sql.longOrNull(row, "sequence"),
        code == null ? null : NoteFacts.read(code, row.getString("facts")),
        Sql.money(row, "requested"),
        row.getLong("note_sequence"),
        Sql.money(row, "unpaid"),
        Sql.date(row, "business_date"),
        Sql.instant(row, "recorded_at"),
        row.getString("recorded_by"));
  }
}
