package tradecredit.store.posting;

import static tradecredit.store.sql.RowsStatement.date;
import static tradecredit.store.sql.RowsStatement.integer;
import static tradecredit.store.sql.RowsStatement.money;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tradecredit.ledger.Journal;
import tradecredit.ledger.Movement;
import tradecredit.money.Money;
import tradecredit.store.sql.RowsStatement;

/** How movements and their rollup are written. */
final class MovementTables {

  private MovementTables() {}

  /** A movement and where it stands. */
  record MovementRow(long sequence, int position, Movement movement) {}

  /** The key of an aging cell. */
  record CellKey(
      Movement.Kind kind, LocalDate dueDate, LocalDate invoiceDate, LocalDate effectiveDate) {

    static CellKey of(Movement movement) {
      return new CellKey(
          movement.kind(), movement.dueDate(), movement.invoiceDate(), movement.effectiveDate());
    }
  }

  /** What a batch adds to an aging cell. */
  record CellChange(CellKey key, Money amount, Money disputed, long openInvoices) {

    CellChange plus(CellChange other) {
      return new CellChange(
          key,
          amount.plus(other.amount),
          disputed.plus(other.disputed),
          openInvoices + other.openInvoices);
    }
  }

  static List<MovementRow> rows(List<Journal.Page> pages) {
    List<MovementRow> rows = new ArrayList<>();
    for (Journal.Page page : pages) {
      int position = 1;
      for (Movement movement : page.movements()) {
        rows.add(new MovementRow(page.entry().sequence(), position++, movement));
      }
    }
    return rows;
  }

  static Collection<CellChange> cells(List<MovementRow> rows) {
    Map<CellKey, CellChange> cells = new LinkedHashMap<>();
    for (MovementRow row : rows) {
      Movement moved = row.movement();
      CellKey key = CellKey.of(moved);
      cells.merge(
          key,
          new CellChange(key, moved.amount(), moved.disputedAmount(), moved.openInvoices()),
          CellChange::plus);
    }
    return cells.values();
  }

  static final RowsStatement<MovementRow> MOVEMENTS =
      RowsStatement.insert(
          "open_item_movement",
          number("sequence", MovementRow::sequence),
          integer("position", MovementRow::position),
          text("kind", row -> row.movement().kind().wireName()),
          number("invoice_sequence", row -> row.movement().invoiceSequence()),
          number("credit_sequence", row -> row.movement().creditSequence()),
          date("due_date", row -> row.movement().dueDate()),
          date("invoice_date", row -> row.movement().invoiceDate()),
          date("effective_date", row -> row.movement().effectiveDate()),
          money("amount", row -> row.movement().amount()),
          money("disputed_amount", row -> row.movement().disputedAmount()),
          integer("open_invoices", row -> row.movement().openInvoices()));

  static final RowsStatement<CellChange> CELLS =
      RowsStatement.sum(
          "aging_cell",
          List.of(
              text("kind", cell -> cell.key().kind().wireName()),
              date("due_date", cell -> cell.key().dueDate()),
              date("invoice_date", cell -> cell.key().invoiceDate()),
              date("effective_date", cell -> cell.key().effectiveDate())),
          List.of(
              money("amount", CellChange::amount),
              money("disputed_amount", CellChange::disputed),
              number("open_invoices", CellChange::openInvoices)));
}
