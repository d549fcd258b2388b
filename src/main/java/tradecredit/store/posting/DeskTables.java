package tradecredit.store.posting;

import static tradecredit.store.sql.RowsStatement.date;
import static tradecredit.store.sql.RowsStatement.digits;
import static tradecredit.store.sql.RowsStatement.flag;
import static tradecredit.store.sql.RowsStatement.instant;
import static tradecredit.store.sql.RowsStatement.integer;
import static tradecredit.store.sql.RowsStatement.money;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Act;
import tradecredit.ledger.BreachChange;
import tradecredit.ledger.CardRange;
import tradecredit.ledger.Desk;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Journal;
import tradecredit.store.sql.RowsStatement;

/**
 * How the documents of the credit desk are written: returns, credits, disputes, holds, breaches.
 */
final class DeskTables {

  private DeskTables() {}

  static final RowsStatement<DeskDocument.PaymentReturn> RETURNS =
      RowsStatement.insert(
          "payment_return",
          number("sequence", DeskDocument.PaymentReturn::sequence),
          number("payment_sequence", DeskDocument.PaymentReturn::paymentSequence),
          date("returned_date", DeskDocument.PaymentReturn::returnedDate),
          text("reason", DeskDocument.PaymentReturn::reason));

  static final RowsStatement<DeskDocument.Reallocation> REALLOCATIONS =
      RowsStatement.insert(
          "reallocation",
          number("sequence", DeskDocument.Reallocation::sequence),
          number("payment_sequence", moved -> of(moved, Act.PAYMENT)),
          number("credit_note_sequence", moved -> of(moved, Act.CREDIT_NOTE)),
          money("unapplied_amount", DeskDocument.Reallocation::unapplied));

  private static @Nullable Long of(DeskDocument.Reallocation moved, Act credit) {
    return moved.credit() == credit ? Long.valueOf(moved.creditSequence()) : null;
  }

  static final RowsStatement<DeskDocument.CreditNote> CREDIT_NOTES =
      RowsStatement.insert(
          "credit_note",
          number("sequence", DeskDocument.CreditNote::sequence),
          text("number", note -> note.number().value()),
          date("credit_date", DeskDocument.CreditNote::creditDate),
          text("reason", DeskDocument.CreditNote::reason),
          money("amount", DeskDocument.CreditNote::amount),
          money("unapplied_amount", DeskDocument.CreditNote::unapplied),
          date("last_movement_date", DeskDocument.CreditNote::lastMovementDate));

  /** The open figures of the credits in {@code table} that a return or a re-allocation moved. */
  private static RowsStatement<Desk.Credit> figures(String table) {
    return RowsStatement.of(
        """
        MERGE INTO %s p
        USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, r.sequence, r.unapplied_amount, r.last_movement_date
          FROM {rows}) AS n
        ON p.account_id = n.account_id AND p.sequence = n.sequence
        WHEN MATCHED THEN UPDATE SET unapplied_amount = n.unapplied_amount,
          last_movement_date = n.last_movement_date"""
            .formatted(table),
        number("sequence", Desk.Credit::sequence),
        money("unapplied_amount", Desk.Credit::unapplied),
        date("last_movement_date", Desk.Credit::lastMovementDate));
  }

  static final RowsStatement<Desk.Credit> PAYMENT_FIGURES = figures("payment");

  static final RowsStatement<Desk.Credit> CREDIT_NOTE_FIGURES = figures("credit_note");

  static final RowsStatement<DeskDocument.Dispute> DISPUTES =
      RowsStatement.insert(
          "dispute",
          number("sequence", DeskDocument.Dispute::sequence),
          number("invoice_sequence", DeskDocument.Dispute::invoiceSequence),
          money("amount", DeskDocument.Dispute::amount),
          text("reason", DeskDocument.Dispute::reason));

  /** A range of cards and where it stands. */
  record CardRow(long sequence, int position, CardRange.Span span) {}

  static final RowsStatement<CardRow> CARDS =
      RowsStatement.insert(
          "dispute_card_range",
          number("sequence", CardRow::sequence),
          integer("position", CardRow::position),
          text("first_card", row -> row.span().range().first()),
          text("last_card", row -> row.span().range().last()),
          text("series", row -> row.span().series()),
          digits("first_number", row -> row.span().first()),
          digits("last_number", row -> row.span().last()),
          flag("is_open", row -> true));

  /** The cards of disputes that are resolved may be disputed again. */
  static final RowsStatement<DeskDocument.DisputeResolution> FREED_CARDS =
      RowsStatement.of(
          """
          MERGE INTO dispute_card_range c
          USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, r.sequence
            FROM {rows}) AS n
          ON c.account_id = n.account_id AND c.sequence = n.sequence
          WHEN MATCHED THEN UPDATE SET is_open = FALSE""",
          number("sequence", DeskDocument.DisputeResolution::disputeSequence));

  static final RowsStatement<DeskDocument.DisputeResolution> RESOLUTIONS =
      RowsStatement.insert(
          "dispute_resolution",
          number("sequence", DeskDocument.DisputeResolution::sequence),
          number("dispute_sequence", DeskDocument.DisputeResolution::disputeSequence),
          money("credited_amount", DeskDocument.DisputeResolution::credited),
          text("note", DeskDocument.DisputeResolution::note));

  static final RowsStatement<DeskDocument.HoldPlaced> HOLDS =
      RowsStatement.insert(
          "hold",
          number("sequence", DeskDocument.HoldPlaced::sequence),
          text("reason", DeskDocument.HoldPlaced::reason));

  static final RowsStatement<DeskDocument.HoldLifted> HOLD_LIFTS =
      RowsStatement.insert(
          "hold_lift",
          number("sequence", DeskDocument.HoldLifted::sequence),
          number("hold_sequence", DeskDocument.HoldLifted::holdSequence));

  private static RowsStatement<BreachChange> breachChanges(String table) {
    return RowsStatement.insert(
        table,
        number("number", BreachChange::number),
        number("after_sequence", BreachChange::afterSequence),
        date("business_date", BreachChange::businessDate),
        instant("recorded_at", BreachChange::recordedAt),
        text("cause", change -> change.cause().wireName()),
        money("balance", BreachChange::balance),
        money("credit_limit", BreachChange::creditLimit));
  }

  static final RowsStatement<BreachChange> BREACHES = breachChanges("breach");

  static final RowsStatement<BreachChange> CURES = breachChanges("breach_cure");

  static final RowsStatement<Journal.BreachBalance> PEAKS =
      RowsStatement.of(
          """
          MERGE INTO breach_peak p
          USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, r.number, r.business_date, r.balance
            FROM {rows}) AS n
          ON p.account_id = n.account_id AND p.number = n.number AND p.business_date = n.business_date
          WHEN MATCHED THEN UPDATE SET balance = GREATEST(p.balance, n.balance)
          WHEN NOT MATCHED THEN INSERT (account_id, number, business_date, balance)
            VALUES (n.account_id, n.number, n.business_date, n.balance)""",
          number("number", Journal.BreachBalance::number),
          date("business_date", Journal.BreachBalance::businessDate),
          money("balance", Journal.BreachBalance::balance));

  static final RowsStatement<DeskDocument.BreachAcknowledgement> ACKNOWLEDGEMENTS =
      RowsStatement.insert(
          "breach_acknowledgement",
          number("sequence", DeskDocument.BreachAcknowledgement::sequence),
          number("breach_number", DeskDocument.BreachAcknowledgement::breach),
          text("note", DeskDocument.BreachAcknowledgement::note));
}
