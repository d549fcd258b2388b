package tradecredit.store;

import static tradecredit.store.RowsStatement.date;
import static tradecredit.store.RowsStatement.instant;
import static tradecredit.store.RowsStatement.integer;
import static tradecredit.store.RowsStatement.money;
import static tradecredit.store.RowsStatement.number;
import static tradecredit.store.RowsStatement.text;

import java.util.List;
import tradecredit.ledger.Document;
import tradecredit.ledger.Entry;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.OpenItem;

/** How entries and their documents are written. */
final class DocumentTables {

  private DocumentTables() {}

  /** An invoice of this batch and its open item at the batch's end. */
  record InvoiceRow(Document.Invoice invoice, OpenItem item) {}

  /** A line and where it stands. */
  record LineRow(long sequence, int number, InvoiceLine line) {}

  static final RowsStatement<Entry> ENTRIES =
      new RowsStatement<>(
          """
          INSERT INTO entry (account_id, sequence, kind, amount, balance_before, balance_after, effective_date,
            business_date, recorded_at, principal, document_number, hash)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.kind, r.amount, r.balance_before, r.balance_after,
            r.effective_date, r.business_date, r.recorded_at, r.principal, r.document_number, r.hash
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY), CAST(? AS DATE ARRAY),
            CAST(? AS TIMESTAMP WITH TIME ZONE ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS VARCHAR ARRAY))
            AS r (sequence, kind, amount, balance_before, balance_after, effective_date, business_date, recorded_at,
              principal, document_number, hash)""",
          List.of(
              number(Entry::sequence),
              text(entry -> entry.act().wireName()),
              money(Entry::amount),
              money(Entry::balanceBefore),
              money(Entry::balanceAfter),
              date(Entry::effectiveDate),
              date(Entry::businessDate),
              instant(Entry::recordedAt),
              text(Entry::principal),
              text(Entry::documentNumber),
              text(Entry::hash)));

  static final RowsStatement<InvoiceRow> INVOICES =
      new RowsStatement<>(
          """
          INSERT INTO invoice (account_id, sequence, number, invoice_date, due_date, total, memo, open_amount,
            disputed_amount, last_movement_date, already_delivered)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.number, r.invoice_date, r.due_date, r.total, r.memo,
            r.open_amount, r.disputed_amount, r.last_movement_date, r.already_delivered
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS DATE ARRAY), CAST(? AS DATE ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS DATE ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, number, invoice_date, due_date, total, memo, open_amount, disputed_amount,
              last_movement_date, already_delivered)""",
          List.of(
              number(row -> row.invoice().sequence()),
              text(row -> row.invoice().number().value()),
              date(row -> row.invoice().invoiceDate()),
              date(row -> row.invoice().dueDate()),
              money(row -> row.invoice().total()),
              text(row -> row.invoice().memo()),
              money(row -> row.item().open()),
              money(row -> row.item().disputed()),
              date(row -> row.item().lastMovementDate()),
              text(row -> row.invoice().alreadyDelivered())));

  static final RowsStatement<LineRow> LINES =
      new RowsStatement<>(
          """
          INSERT INTO invoice_line (account_id, sequence, line_number, product_id, face_value, quantity, discount,
            amount, description)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.line_number, r.product_id, r.face_value, r.quantity, r.discount,
            r.amount, r.description
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS VARCHAR ARRAY))
            AS r (sequence, line_number, product_id, face_value, quantity, discount, amount, description)""",
          List.of(
              number(LineRow::sequence),
              integer(LineRow::number),
              text(row -> row.line().product().value()),
              money(row -> row.line().faceValue()),
              number(row -> row.line().quantity()),
              integer(row -> row.line().discount().basisPoints()),
              money(row -> row.line().amount()),
              text(row -> row.line().description())));

  static final RowsStatement<Document.Payment> PAYMENTS =
      new RowsStatement<>(
          """
          INSERT INTO payment (account_id, sequence, reference, received_date, method, amount, unapplied_amount,
            last_movement_date)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.reference, r.received_date, r.method, r.amount,
            r.unapplied_amount, r.last_movement_date
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS DATE ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS DATE ARRAY))
            AS r (sequence, reference, received_date, method, amount, unapplied_amount, last_movement_date)""",
          List.of(
              number(Document.Payment::sequence),
              text(payment -> payment.reference().value()),
              date(Document.Payment::receivedDate),
              text(Document.Payment::method),
              money(Document.Payment::amount),
              money(Document.Payment::unapplied),
              date(Document.Payment::lastMovementDate)));

  /**
   * The open figures of the invoices that the batch touched; invoices it opened are written as they
   * are at its end.
   */
  static final RowsStatement<OpenItem> OPEN_FIGURES =
      new RowsStatement<>(
          """
          MERGE INTO invoice i
          USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, r.sequence, r.open_amount, r.disputed_amount,
              r.last_movement_date
            FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY),
              CAST(? AS DATE ARRAY)) AS r (sequence, open_amount, disputed_amount, last_movement_date)) AS n
          ON i.account_id = n.account_id AND i.sequence = n.sequence
          WHEN MATCHED THEN UPDATE SET open_amount = n.open_amount, disputed_amount = n.disputed_amount,
            last_movement_date = n.last_movement_date""",
          List.of(
              number(OpenItem::sequence),
              money(OpenItem::open),
              money(OpenItem::disputed),
              date(OpenItem::lastMovementDate)));
}
