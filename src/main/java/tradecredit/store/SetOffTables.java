package tradecredit.store;

import static tradecredit.store.RowsStatement.integer;
import static tradecredit.store.RowsStatement.money;
import static tradecredit.store.RowsStatement.number;
import static tradecredit.store.RowsStatement.text;

import java.util.ArrayList;
import java.util.List;
import tradecredit.ledger.SetOffDocument;

/** How set-offs are written: a row a half. */
final class SetOffTables {

  private SetOffTables() {}

  static final RowsStatement<SetOffDocument.Proposed> SET_OFFS =
      new RowsStatement<>(
          """
          INSERT INTO set_off (account_id, sequence, counterpart_account, counterpart_sequence, side, reason)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.counterpart_account, r.counterpart_sequence, r.side, r.reason
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, counterpart_account, counterpart_sequence, side, reason)""",
          List.of(
              number(SetOffDocument.Proposed::sequence),
              text(setOff -> setOff.counterpart().account().value()),
              number(setOff -> setOff.counterpart().sequence()),
              text(SetOffDocument.Proposed::side),
              text(SetOffDocument.Proposed::reason)));

  /** A part and where it stands. */
  record PartRow(long sequence, int position, SetOffDocument.Part part) {}

  static final RowsStatement<PartRow> PARTS =
      new RowsStatement<>(
          """
          INSERT INTO set_off_part (account_id, sequence, position, invoice_sequence, amount)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.position, r.invoice_sequence, r.amount
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS INTEGER ARRAY), CAST(? AS BIGINT ARRAY),
            CAST(? AS BIGINT ARRAY)) AS r (sequence, position, invoice_sequence, amount)""",
          List.of(
              number(PartRow::sequence),
              integer(PartRow::position),
              number(row -> row.part().invoiceSequence()),
              money(row -> row.part().amount())));

  static final RowsStatement<SetOffDocument.Decided> DECISIONS =
      new RowsStatement<>(
          """
          INSERT INTO set_off_decision (account_id, sequence, set_off_sequence, counterpart_account,
            counterpart_sequence, side, verdict, note)
          SELECT CAST(? AS VARCHAR(64)), r.sequence, r.set_off_sequence, r.counterpart_account, r.counterpart_sequence,
            r.side, r.verdict, r.note
          FROM UNNEST(CAST(? AS BIGINT ARRAY), CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY),
            CAST(? AS BIGINT ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))
            AS r (sequence, set_off_sequence, counterpart_account, counterpart_sequence, side, verdict, note)""",
          List.of(
              number(SetOffDocument.Decided::sequence),
              number(SetOffDocument.Decided::setOffSequence),
              text(decided -> decided.counterpart().account().value()),
              number(decided -> decided.counterpart().sequence()),
              text(SetOffDocument.Decided::side),
              text(decided -> decided.verdict().wireName()),
              text(SetOffDocument.Decided::note)));

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
