package tradecredit.store.note;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AgreementId;
import tradecredit.inquiry.NoteRecord;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;
import tradecredit.note.Instalment;
import tradecredit.note.NoteAct;
import tradecredit.note.NoteAllocation;
import tradecredit.note.NoteChain;
import tradecredit.note.NoteDecision;
import tradecredit.note.NoteEntry;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NotePayment;
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
      "SELECT number, due_date, amount, unpaid FROM note_instalment WHERE agreement_id = ? ORDER BY number";

  private static final String REFERENCE =
      "SELECT COUNT(*) FROM note_payment WHERE agreement_id = ? AND reference = ?";

  private static final String ENTRIES =
      """
      SELECT e.sequence, e.act, e.amount, e.unpaid_before, e.unpaid_after, e.effective_date, e.business_date,
        e.recorded_at, e.recorded_by, e.document_number, e.hash, p.hash AS previous_hash, d.reference,
        d.received_date, d.method, d.amount AS paid
      FROM note_entry e
      LEFT JOIN note_entry p ON p.agreement_id = e.agreement_id AND p.sequence = e.sequence - 1
      LEFT JOIN note_payment d ON d.agreement_id = e.agreement_id AND d.sequence = e.sequence
      WHERE e.agreement_id = ? AND e.sequence > ? ORDER BY e.sequence LIMIT ?""";

  private static final String ALLOCATIONS =
      """
      SELECT sequence, instalment, amount FROM note_allocation
      WHERE agreement_id = ? AND sequence > ? AND sequence <= ? ORDER BY sequence, position""";

  private static final String PAID =
      """
      SELECT a.instalment, SUM(a.amount) AS paid
      FROM note_allocation a
      JOIN note_payment p ON p.agreement_id = a.agreement_id AND p.sequence = a.sequence
      WHERE a.agreement_id = ? AND p.received_date <= ? GROUP BY a.instalment""";

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
                Sql.money(row, "unpaid")),
        id());
  }

  boolean isTaken(PaymentReference reference) throws SQLException {
    return Sql.one(connection, REFERENCE, row -> row.getLong(1), id(), reference.value()) > 0;
  }

  /** What was paid on each instalment up to a day. */
  Map<Integer, Money> paid(LocalDate asOf) throws SQLException {
    Map<Integer, Money> paid = new HashMap<>();
    Sql.list(
        connection,
        PAID,
        row -> paid.put(row.getInt("instalment"), Sql.money(row, "paid")),
        id(),
        asOf);
    return paid;
  }

  /** Entries after {@code after} with what each records, in a fixed number of queries. */
  public List<NoteRecord> records(long after, int most) throws SQLException {
    List<Row> rows = Sql.list(connection, ENTRIES, this::row, id(), after, most);
    if (rows.isEmpty()) {
      return List.of();
    }
    long last = rows.getLast().entry().sequence();
    Map<Long, List<NoteAllocation>> allocations = allocations(after, last);
    List<Instalment> schedule =
        after > 0
            ? List.of()
            : instalments().stream().map(NoteState.OpenInstalment::instalment).toList();
    return rows.stream().map(row -> row.with(schedule, allocations)).toList();
  }

  /** An entry with the columns of its payment, where it is one. */
  private record Row(
      NoteEntry entry,
      @Nullable String reference,
      @Nullable LocalDate receivedDate,
      @Nullable String method,
      Money paid) {

    NoteRecord with(List<Instalment> schedule, Map<Long, List<NoteAllocation>> allocations) {
      return switch (entry.act()) {
        case NOTE ->
            new NoteRecord(
                entry, new PromissoryNote(entry.amount(), entry.effectiveDate(), schedule));
        case PAYMENT ->
            new NoteRecord(
                entry,
                new NotePayment(
                    new PaymentReference(Objects.requireNonNull(reference)),
                    Objects.requireNonNull(receivedDate),
                    Objects.requireNonNull(method),
                    paid,
                    allocations.getOrDefault(entry.sequence(), List.of())));
      };
    }
  }

  private Row row(ResultSet row) throws SQLException {
    return new Row(
        entry(row),
        row.getString("reference"),
        row.getObject("received_date", LocalDate.class),
        row.getString("method"),
        Sql.money(row, "paid"));
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
        previousHash == null ? NoteChain.GENESIS : previousHash,
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
    return new NoteOutcome.Recorded(decision, written.entry(), written.document());
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
