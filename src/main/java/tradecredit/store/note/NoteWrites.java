package tradecredit.store.note;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import tradecredit.note.Instalment;
import tradecredit.note.NoteAllocation;
import tradecredit.note.NoteDecision;
import tradecredit.note.NoteDocument;
import tradecredit.note.NoteEntry;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NotePayment;
import tradecredit.note.NotePaymentReturn;
import tradecredit.note.NotePosition;
import tradecredit.note.NoteRefusal;
import tradecredit.note.PromissoryNote;
import tradecredit.posting.KeyRecord;
import tradecredit.store.posting.KeyQueries;
import tradecredit.store.record.NoteFacts;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.WriteGroup;

/**
 * How what was decided on the note is written. It happens a few times a month: plain statements.
 */
record NoteWrites(Connection connection, String agreement) {

  private static final String ENTRY =
      """
      INSERT INTO note_entry (agreement_id, sequence, act, amount, unpaid_before, unpaid_after, effective_date,
        business_date, recorded_at, recorded_by, document_number, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String INSTALMENT =
      "INSERT INTO note_instalment (agreement_id, number, due_date, amount, unpaid) VALUES (?, ?, ?, ?, ?)";

  private static final String PAYMENT =
      """
      INSERT INTO note_payment (agreement_id, sequence, reference, received_date, method, amount)
      VALUES (?, ?, ?, ?, ?, ?)""";

  private static final String PAYMENT_RETURN =
      """
      INSERT INTO note_payment_return (agreement_id, sequence, payment_sequence, returned_date, reason)
      VALUES (?, ?, ?, ?, ?)""";

  private static final String ALLOCATION =
      "INSERT INTO note_allocation (agreement_id, sequence, position, instalment, amount) VALUES (?, ?, ?, ?, ?)";

  private static final String PAY =
      "UPDATE note_instalment SET unpaid = unpaid - ? WHERE agreement_id = ? AND number = ?";

  private static final String DECISION =
      """
      INSERT INTO note_decision (agreement_id, number, act, sequence, code, requested, note_sequence, unpaid,
        business_date, recorded_at, recorded_by, facts)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String HEAD =
      """
      UPDATE note_head SET business_date = ?, last_sequence = ?, last_hash = ?, last_decision = ?, recorded_at = ?,
        unpaid = ?
      WHERE agreement_id = ?""";

  void write(NoteOutcome outcome, NotePosition after, KeyRecord key) throws SQLException {
    switch (outcome) {
      case NoteOutcome.Posted recorded -> {
        write(recorded.entry());
        write(recorded.document(), recorded.entry().sequence());
      }
      case NoteOutcome.Refused _ -> {
        // The note is as it was; its decision follows.
      }
    }
    write(outcome.decision());
    new WriteGroup(agreement).add(KeyQueries.ANSWERS, List.of(key)).execute(connection);
    Sql.update(
        connection,
        HEAD,
        after.businessDate(),
        after.sequence(),
        after.hash(),
        after.decisions(),
        at(after.recordedAt()),
        after.unpaid().cents(),
        agreement);
  }

  private void write(NoteEntry entry) throws SQLException {
    Sql.update(
        connection,
        ENTRY,
        agreement,
        entry.sequence(),
        entry.act().wireName(),
        entry.amount().cents(),
        entry.unpaidBefore().cents(),
        entry.unpaidAfter().cents(),
        entry.effectiveDate(),
        entry.businessDate(),
        at(entry.recordedAt()),
        entry.recordedBy(),
        entry.documentNumber(),
        entry.hash());
  }

  private void write(NoteDocument document, long sequence) throws SQLException {
    switch (document) {
      case PromissoryNote note -> write(note);
      case NotePayment payment -> write(payment, sequence);
      case NotePaymentReturn returned -> write(returned, sequence);
    }
  }

  private void write(PromissoryNote note) throws SQLException {
    for (Instalment each : note.instalments()) {
      long cents = each.amount().cents();
      Sql.update(connection, INSTALMENT, agreement, each.number(), each.dueDate(), cents, cents);
    }
  }

  private void write(NotePayment payment, long sequence) throws SQLException {
    Sql.update(
        connection,
        PAYMENT,
        agreement,
        sequence,
        payment.reference().value(),
        payment.receivedDate(),
        payment.method(),
        payment.amount().cents());
    int position = 0;
    for (NoteAllocation each : payment.allocations()) {
      long cents = each.amount().cents();
      Sql.update(connection, ALLOCATION, agreement, sequence, ++position, each.instalment(), cents);
      Sql.update(connection, PAY, cents, agreement, each.instalment());
    }
  }

  private void write(NotePaymentReturn returned, long sequence) throws SQLException {
    Sql.update(
        connection,
        PAYMENT_RETURN,
        agreement,
        sequence,
        returned.paymentSequence(),
        returned.returnedDate(),
        returned.reason());
    for (NoteAllocation each : returned.reopened()) {
      Sql.update(connection, PAY, each.amount().negated().cents(), agreement, each.instalment());
    }
  }

  private void write(NoteDecision decision) throws SQLException {
    NoteRefusal refusal = decision.refusal();
    Sql.update(
        connection,
        DECISION,
        agreement,
        decision.number(),
        decision.act().wireName(),
        decision.sequence(),
        refusal == null ? null : refusal.code().code(),
        decision.requested().cents(),
        decision.noteSequence(),
        decision.unpaid().cents(),
        decision.businessDate(),
        at(decision.recordedAt()),
        decision.recordedBy(),
        refusal == null ? null : NoteFacts.write(refusal));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
