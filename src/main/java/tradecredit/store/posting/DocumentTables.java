package tradecredit.store.posting;

import static tradecredit.store.sql.RowsStatement.date;
import static tradecredit.store.sql.RowsStatement.instant;
import static tradecredit.store.sql.RowsStatement.integer;
import static tradecredit.store.sql.RowsStatement.money;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import tradecredit.ledger.Document;
import tradecredit.ledger.Entry;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.OpenItem;
import tradecredit.store.sql.RowsStatement;

/** How entries and their documents are written. */
final class DocumentTables {

  private DocumentTables() {}

  /** An invoice of this batch and its open item at the batch's end. */
  record InvoiceRow(Document.Invoice invoice, OpenItem item) {}

  /** A line and where it stands. */
  record LineRow(long sequence, int number, InvoiceLine line) {}

  static final RowsStatement<Entry> ENTRIES =
      RowsStatement.insert(
          "entry",
          number("sequence", Entry::sequence),
          text("kind", entry -> entry.act().wireName()),
          money("amount", Entry::amount),
          money("balance_before", Entry::balanceBefore),
          money("balance_after", Entry::balanceAfter),
          date("effective_date", Entry::effectiveDate),
          date("business_date", Entry::businessDate),
          instant("recorded_at", Entry::recordedAt),
          text("principal", Entry::principal),
          text("document_number", Entry::documentNumber),
          text("hash", Entry::hash));

  static final RowsStatement<InvoiceRow> INVOICES =
      RowsStatement.insert(
          "invoice",
          number("sequence", row -> row.invoice().sequence()),
          text("number", row -> row.invoice().number().value()),
          date("invoice_date", row -> row.invoice().invoiceDate()),
          date("due_date", row -> row.invoice().dueDate()),
          money("total", row -> row.invoice().total()),
          text("memo", row -> row.invoice().memo()),
          money("open_amount", row -> row.item().open()),
          money("disputed_amount", row -> row.item().disputed()),
          date("last_movement_date", row -> row.item().lastMovementDate()),
          text("already_delivered", row -> row.invoice().alreadyDelivered()));

  static final RowsStatement<LineRow> LINES =
      RowsStatement.insert(
          "invoice_line",
          number("sequence", LineRow::sequence),
          integer("line_number", LineRow::number),
          text("product_id", row -> row.line().product().value()),
          money("face_value", row -> row.line().faceValue()),
          number("quantity", row -> row.line().quantity()),
          integer("discount", row -> row.line().discount().basisPoints()),
          money("amount", row -> row.line().amount()),
          text("description", row -> row.line().description()));

  static final RowsStatement<Document.Payment> PAYMENTS =
      RowsStatement.insert(
          "payment",
          number("sequence", Document.Payment::sequence),
          text("reference", payment -> payment.reference().value()),
          date("received_date", Document.Payment::receivedDate),
          text("method", Document.Payment::method),
          money("amount", Document.Payment::amount),
          money("unapplied_amount", Document.Payment::unapplied),
          date("last_movement_date", Document.Payment::lastMovementDate));

  /**
   * The open figures of the invoices that the batch touched; invoices it opened are written as they
   * are at its end.
   */
  static final RowsStatement<OpenItem> OPEN_FIGURES =
      RowsStatement.of(
          """
          MERGE INTO invoice i
          USING (SELECT CAST(? AS VARCHAR(64)) AS account_id, r.sequence, r.open_amount, r.disputed_amount,
              r.last_movement_date
            FROM {rows}) AS n
          ON i.account_id = n.account_id AND i.sequence = n.sequence
          WHEN MATCHED THEN UPDATE SET open_amount = n.open_amount, disputed_amount = n.disputed_amount,
            last_movement_date = n.last_movement_date""",
          number("sequence", OpenItem::sequence),
          money("open_amount", OpenItem::open),
          money("disputed_amount", OpenItem::disputed),
          date("last_movement_date", OpenItem::lastMovementDate));
}
