package tradecredit.store.posting;

import static tradecredit.store.sql.RowsStatement.integer;
import static tradecredit.store.sql.RowsStatement.money;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import java.util.ArrayList;
import java.util.List;
import tradecredit.ledger.SetOffDocument;
import tradecredit.store.sql.RowsStatement;

/** How set-offs are written: a row a half. */
final class SetOffTables {

  private SetOffTables() {}

  static final RowsStatement<SetOffDocument.Proposed> SET_OFFS =
      RowsStatement.insert(
          "set_off",
          number("sequence", SetOffDocument.Proposed::sequence),
          text("counterpart_account", setOff -> setOff.counterpart().account().value()),
          number("counterpart_sequence", setOff -> setOff.counterpart().sequence()),
          text("side", SetOffDocument.Proposed::side),
          text("reason", SetOffDocument.Proposed::reason));

  /** A part and where it stands. */
  record PartRow(long sequence, int position, SetOffDocument.Part part) {}

  static final RowsStatement<PartRow> PARTS =
      RowsStatement.insert(
          "set_off_part",
          number("sequence", PartRow::sequence),
          integer("position", PartRow::position),
          number("invoice_sequence", row -> row.part().invoiceSequence()),
          money("amount", row -> row.part().amount()));

  static final RowsStatement<SetOffDocument.Decided> DECISIONS =
      RowsStatement.insert(
          "set_off_decision",
          number("sequence", SetOffDocument.Decided::sequence),
          number("set_off_sequence", SetOffDocument.Decided::setOffSequence),
          text("counterpart_account", decided -> decided.counterpart().account().value()),
          number("counterpart_sequence", decided -> decided.counterpart().sequence()),
          text("side", SetOffDocument.Decided::side),
          text("verdict", decided -> decided.verdict().wireName()),
          text("note", SetOffDocument.Decided::note));

  static List<PartRow> parts(List<SetOffDocument.Proposed> setOffs) {
    List<PartRow> rows = new ArrayList<>();
    for (SetOffDocument.Proposed setOff : setOffs) {
      for (int i = 0; i < setOff.parts().size(); i++) {
        rows.add(new PartRow(setOff.sequence(), i + 1, setOff.parts().get(i)));
      }
    }
    return rows;
  }
}
