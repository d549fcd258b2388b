package tradecredit.store;

import static tradecredit.store.RowsStatement.date;
import static tradecredit.store.RowsStatement.digits;
import static tradecredit.store.RowsStatement.instant;
import static tradecredit.store.RowsStatement.integer;
import static tradecredit.store.RowsStatement.money;
import static tradecredit.store.RowsStatement.number;
import static tradecredit.store.RowsStatement.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Act;
import tradecredit.ledger.BreachChange;
import tradecredit.ledger.CardRange;
import tradecredit.ledger.Desk;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Journal;

/**
 * How the documents of the credit desk are written: returns, credits, disputes, holds, breaches.
 */
final class DeskTables {

  private DeskTables() {}

  static final RowsStatement<DeskDocument.PaymentReturn> RETURNS =
      new RowsStatement<>(
          """
          INSERT INTO payment_return (account_id, sequence, payment_sequence, returned_date, reason)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.payment_sequence, r.returned_date, r.reason
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, payment_sequence, returned_date, reason)""",
          List.of(
              number(DeskDocument.PaymentReturn::sequence),
              number(DeskDocument.PaymentReturn::paymentSequence),
              date(DeskDocument.PaymentReturn::returnedDate),
              text(DeskDocument.PaymentReturn::reason)));

  static final RowsStatement<DeskDocument.Reallocation> REALLOCATIONS =
      new RowsStatement<>(
          """
          INSERT INTO reallocation (account_id, sequence, payment_sequence, credit_note_sequence, unapplied_amount)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.payment_sequence, r.credit_note_sequence, r.unapplied_amount
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY))
            AS r (sequence, payment_sequence, credit_note_sequence, unapplied_amount)""",
          List.of(
              number(DeskDocument.Reallocation::sequence),
              number(moved -> of(moved, Act.PAYMENT)),
              number(moved -> of(moved, Act.CREDIT_NOTE)),
              money(DeskDocument.Reallocation::unapplied)));

  private static @Nullable Long of(DeskDocument.Reallocation moved, Act credit) {
    return moved.credit() == credit ? Long.valueOf(moved.creditSequence()) : null;
  }

  static final RowsStatement<DeskDocument.CreditNote> CREDIT_NOTES =
      new RowsStatement<>(
          """
          INSERT INTO credit_note (account_id, sequence, number, credit_date, reason, amount, unapplied_amount,
            last_movement_date)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.number, r.credit_date, r.reason, r.amount, r.unapplied_amount,
            r.last_movement_date
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS DATE ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY))
            AS r (sequence, number, credit_date, reason, amount, unapplied_amount, last_movement_date)""",
          List.of(
              number(DeskDocument.CreditNote::sequence),
              text(note -> note.number().value()),
              date(DeskDocument.CreditNote::creditDate),
              text(DeskDocument.CreditNote::reason),
              money(DeskDocument.CreditNote::amount),
              money(DeskDocument.CreditNote::unapplied),
              date(DeskDocument.CreditNote::lastMovementDate)));

  /** The open figures of the credits in {@code table} that a return or a re-allocation moved. */
  private static RowsStatement<Desk.Credit> figures(String table) {
    return new RowsStatement<>(
        """
        MERGE INTO %s p
        USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, r.sequence, r.unapplied_amount, r.last_movement_date
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY))
            AS r (sequence, unapplied_amount, last_movement_date)) AS n
        ON p.account_id = n.account_id AND p.sequence = n.sequence
        WHEN MATCHED THEN UPDATE SET unapplied_amount = n.unapplied_amount,
          last_movement_date = n.last_movement_date"""
            .formatted(table),
        List.of(
            number(Desk.Credit::sequence),
            money(Desk.Credit::unapplied),
            date(Desk.Credit::lastMovementDate)));
  }

  static final RowsStatement<Desk.Credit> PAYMENT_FIGURES = figures("payment");

  static final RowsStatement<Desk.Credit> CREDIT_NOTE_FIGURES = figures("credit_note");

  static final RowsStatement<DeskDocument.Dispute> DISPUTES =
      new RowsStatement<>(
          """
          INSERT INTO dispute (account_id, sequence, invoice_sequence, amount, reason)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.invoice_sequence, r.amount, r.reason
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, invoice_sequence, amount, reason)""",
          List.of(
              number(DeskDocument.Dispute::sequence),
              number(DeskDocument.Dispute::invoiceSequence),
              money(DeskDocument.Dispute::amount),
              text(DeskDocument.Dispute::reason)));

  /** A range of cards and where it stands. */
  record CardRow(long sequence, int position, CardRange.Span span) {}

  static final RowsStatement<CardRow> CARDS =
      new RowsStatement<>(
          """
          INSERT INTO dispute_card_range (account_id, sequence, position, first_card, last_card, series, first_number,
            last_number, is_open)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.position, r.first_card, r.last_card, r.series, r.first_number,
            r.last_number, TRUE
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS NUMERIC(20) ARRAY),
            CAST(? AS NUMERIC(20) ARRAY))
            AS r (sequence, position, first_card, last_card, series, first_number, last_number)""",
          List.of(
              number(CardRow::sequence),
              integer(CardRow::position),
              text(row -> row.span().range().first()),
              text(row -> row.span().range().last()),
              text(row -> row.span().series()),
              digits(row -> row.span().first()),
              digits(row -> row.span().last())));

  /** The cards of disputes that are resolved may be disputed again. */
  static final RowsStatement<DeskDocument.DisputeResolution> FREED_CARDS =
      new RowsStatement<>(
          """
          MERGE INTO dispute_card_range c
          USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, r.sequence
            FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS r (sequence)) AS n
          ON c.account_id = n.account_id AND c.sequence = n.sequence
          WHEN MATCHED THEN UPDATE SET is_open = FALSE""",
          List.of(number(DeskDocument.DisputeResolution::disputeSequence)));

  static final RowsStatement<DeskDocument.DisputeResolution> RESOLUTIONS =
      new RowsStatement<>(
          """
          INSERT INTO dispute_resolution (account_id, sequence, dispute_sequence, credited_amount, note)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.dispute_sequence, r.credited_amount, r.note
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, dispute_sequence, credited_amount, note)""",
          List.of(
              number(DeskDocument.DisputeResolution::sequence),
              number(DeskDocument.DisputeResolution::disputeSequence),
              money(DeskDocument.DisputeResolution::credited),
              text(DeskDocument.DisputeResolution::note)));

  static final RowsStatement<DeskDocument.HoldPlaced> HOLDS =
      new RowsStatement<>(
          """
          INSERT INTO hold (account_id, sequence, reason)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.reason
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY)) AS r (sequence, reason)""",
          List.of(
              number(DeskDocument.HoldPlaced::sequence), text(DeskDocument.HoldPlaced::reason)));

  static final RowsStatement<DeskDocument.HoldLifted> HOLD_LIFTS =
      new RowsStatement<>(
          """
          INSERT INTO hold_lift (account_id, sequence, hold_sequence)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.hold_sequence
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY)) AS r (sequence, hold_sequence)""",
          List.of(
              number(DeskDocument.HoldLifted::sequence),
              number(DeskDocument.HoldLifted::holdSequence)));

  private static RowsStatement<BreachChange> breachChanges(String table) {
    return new RowsStatement<>(
        "INSERT INTO "
            + table
            + """
             (account_id, number, after_sequence, business_date, recorded_at, cause, balance, credit_limit)
            SELECT CAST(? AS VARCHAR(64)), r.number, r.after_sequence, r.business_date, r.recorded_at, r.cause, r.balance,
              r.credit_limit
            FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY),
              CAST(? AS TIMESTAMP WITH TIME ZONE ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY),
              CAST(? AS BIGINT ARRAY))
              AS r (number, after_sequence, business_date, recorded_at, cause, balance, credit_limit)""",
        List.of(
            number(BreachChange::number),
            number(BreachChange::afterSequence),
            date(BreachChange::businessDate),
            instant(BreachChange::recordedAt),
            text(change -> change.cause().wireName()),
            money(BreachChange::balance),
            money(BreachChange::creditLimit)));
  }

  static final RowsStatement<BreachChange> BREACHES = breachChanges("breach");

  static final RowsStatement<BreachChange> CURES = breachChanges("breach_cure");

  static final RowsStatement<Journal.BreachBalance> PEAKS =
      new RowsStatement<>(
          """
          MERGE INTO breach_peak p
          USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, r.number, r.business_date, r.balance
            FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY), CAST(? AS BIGINT ARRAY))
              AS r (number, business_date, balance)) AS n
          ON p.account_id = n.account_id AND p.number = n.number AND p.business_date = n.business_date
          WHEN MATCHED THEN UPDATE SET balance = GREATEST(p.balance, n.balance)
          WHEN NOT MATCHED THEN INSERT (account_id, number, business_date, balance)
            VALUES (n.account_id, n.number, n.business_date, n.balance)""",
          List.of(
              number(Journal.BreachBalance::number),
              date(Journal.BreachBalance::businessDate),
              money(Journal.BreachBalance::balance)));

  static final RowsStatement<DeskDocument.BreachAcknowledgement> ACKNOWLEDGEMENTS =
      new RowsStatement<>(
          """
          INSERT INTO breach_acknowledgement (account_id, sequence, breach_number, note)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.breach_number, r.note
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, breach_number, note)""",
          List.of(
              number(DeskDocument.BreachAcknowledgement::sequence),
              number(DeskDocument.BreachAcknowledgement::breach),
              text(DeskDocument.BreachAcknowledgement::note)));
}
