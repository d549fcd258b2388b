package tradecredit.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.ProductId;
import tradecredit.ledger.Act;
import tradecredit.ledger.CardRange;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.PaymentReference;
import tradecredit.ledger.TermsChange;
import tradecredit.ledger.Verdict;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * The documents of the credit desk as they lie in the tables, for the walk along the chain. Its own
 * queries, not the service's; what movements say is left out, the chain seals those by themselves.
 */
final class DeskWalk {

  private final Rows rows;
  private final Map<Long, Document> documents = new HashMap<>();

  private DeskWalk(Connection connection, String account) {
    this.rows = new Rows(connection, account);
  }

  static Map<Long, Document> documents(Connection connection, String account) throws SQLException {
    DeskWalk walk = new DeskWalk(connection, account);
    walk.credits();
    walk.creditNotes();
    walk.writeOffs();
    walk.disputes();
    walk.holds();
    walk.terms();
    walk.documents.putAll(SetOffWalk.documents(connection, account));
    return walk.documents;
  }

  private void put(Document document) {
    documents.put(document.sequence(), document);
  }

  private void credits() throws SQLException {
    rows.each(
        """
        SELECT r.*, p.reference, p.amount FROM payment_return r
        JOIN payment p ON p.account_id = r.account_id AND p.sequence = r.payment_sequence WHERE r.account_id = ?""",
        row ->
            put(
                new DeskDocument.PaymentReturn(
                    row.getLong("sequence"),
                    row.getLong("payment_sequence"),
                    new PaymentReference(row.getString("reference")),
                    Rows.date(row, "returned_date"),
                    Rows.date(row, "returned_date"),
                    row.getString("reason"),
                    Rows.money(row, "amount"),
                    List.of())));
    rows.each(
        """
        SELECT r.*, p.reference FROM reallocation r
        JOIN payment p ON p.account_id = r.account_id AND p.sequence = r.payment_sequence WHERE r.account_id = ?""",
        row ->
            put(
                new DeskDocument.Reallocation(
                    row.getLong("sequence"),
                    Act.PAYMENT,
                    row.getLong("payment_sequence"),
                    row.getString("reference"),
                    Rows.money(row, "unapplied_amount"),
                    List.of(),
                    List.of())));
  }

  private void creditNotes() throws SQLException {
    rows.each(
        """
        SELECT r.*, c.number FROM reallocation r JOIN credit_note c
          ON c.account_id = r.account_id AND c.sequence = r.credit_note_sequence WHERE r.account_id = ?""",
        row ->
            put(
                new DeskDocument.Reallocation(
                    row.getLong("sequence"),
                    Act.CREDIT_NOTE,
                    row.getLong("credit_note_sequence"),
                    row.getString("number"),
                    Rows.money(row, "unapplied_amount"),
                    List.of(),
                    List.of())));
    rows.each(
        "SELECT * FROM credit_note WHERE account_id = ?",
        row ->
            put(
                new DeskDocument.CreditNote(
                    row.getLong("sequence"),
                    new CreditNoteNumber(row.getString("number")),
                    Rows.date(row, "credit_date"),
                    row.getString("reason"),
                    Rows.money(row, "amount"),
                    List.of())));
  }

  private void writeOffs() throws SQLException {
    rows.each(
        """
        SELECT w.*, i.number FROM write_off w
        JOIN invoice i ON i.account_id = w.account_id AND i.sequence = w.invoice_sequence WHERE w.account_id = ?""",
        row ->
            put(
                new DeskDocument.WriteOff(
                    row.getLong("sequence"),
                    row.getLong("invoice_sequence"),
                    new InvoiceNumber(row.getString("number")),
                    Rows.money(row, "amount"),
                    row.getString("reason"))));
    rows.each(
        """
        SELECT d.*, w.amount, i.number FROM write_off_decision d
        JOIN write_off w ON w.account_id = d.account_id AND w.sequence = d.write_off_sequence
        JOIN invoice i ON i.account_id = w.account_id AND i.sequence = w.invoice_sequence WHERE d.account_id = ?""",
        row ->
            put(
                new DeskDocument.WriteOffDecision(
                    row.getLong("sequence"),
                    row.getLong("write_off_sequence"),
                    new InvoiceNumber(row.getString("number")),
                    Rows.money(row, "amount"),
                    Verdict.of(row.getString("verdict")),
                    row.getString("note"))));
  }

  private void disputes() throws SQLException {
    Map<Long, List<CardRange>> cards = new HashMap<>();
    rows.each(
        "SELECT * FROM dispute_card_range WHERE account_id = ? ORDER BY sequence, position",
        row ->
            cards
                .computeIfAbsent(row.getLong("sequence"), key -> new ArrayList<>())
                .add(new CardRange(row.getString("first_card"), row.getString("last_card"))));
    rows.each(
        """
        SELECT d.*, i.number FROM dispute d
        JOIN invoice i ON i.account_id = d.account_id AND i.sequence = d.invoice_sequence WHERE d.account_id = ?""",
        row ->
            put(
                new DeskDocument.Dispute(
                    row.getLong("sequence"),
                    row.getLong("invoice_sequence"),
                    new InvoiceNumber(row.getString("number")),
                    Rows.money(row, "amount"),
                    row.getString("reason"),
                    cards.getOrDefault(row.getLong("sequence"), List.of()))));
    rows.each(
        """
        SELECT r.*, d.invoice_sequence, d.amount, i.number FROM dispute_resolution r
        JOIN dispute d ON d.account_id = r.account_id AND d.sequence = r.dispute_sequence
        JOIN invoice i ON i.account_id = d.account_id AND i.sequence = d.invoice_sequence WHERE r.account_id = ?""",
        row ->
            put(
                new DeskDocument.DisputeResolution(
                    row.getLong("sequence"),
                    row.getLong("dispute_sequence"),
                    row.getLong("invoice_sequence"),
                    new InvoiceNumber(row.getString("number")),
                    Rows.money(row, "amount"),
                    Rows.money(row, "credited_amount"),
                    row.getString("note"))));
  }

  private void holds() throws SQLException {
    rows.each(
        "SELECT * FROM hold WHERE account_id = ?",
        row -> put(new DeskDocument.HoldPlaced(row.getLong("sequence"), row.getString("reason"))));
    rows.each(
        "SELECT * FROM hold_lift WHERE account_id = ?",
        row ->
            put(
                new DeskDocument.HoldLifted(
                    row.getLong("sequence"), row.getLong("hold_sequence"), "")));
    rows.each(
        "SELECT * FROM breach_acknowledgement WHERE account_id = ?",
        row ->
            put(
                new DeskDocument.BreachAcknowledgement(
                    row.getLong("sequence"), row.getLong("breach_number"), row.getString("note"))));
  }

  private void terms() throws SQLException {
    rows.each(
        "SELECT * FROM terms_amendment WHERE account_id = ?",
        row ->
            put(
                new DeskDocument.TermsAmendment(
                    row.getLong("sequence"),
                    row.getString("side"),
                    Rows.date(row, "effective_date"),
                    change(row),
                    row.getString("reason"))));
    rows.each(
        "SELECT * FROM amendment_decision WHERE account_id = ?",
        row ->
            put(
                new DeskDocument.AmendmentDecision(
                    row.getLong("sequence"),
                    row.getLong("amendment_sequence"),
                    row.getString("side"),
                    Verdict.of(row.getString("verdict")),
                    row.getString("note"),
                    Rows.longOrNull(row, "terms_version"),
                    row.getObject("effective_date", LocalDate.class))));
  }

  private static TermsChange change(ResultSet row) throws SQLException {
    Long limit = Rows.longOrNull(row, "credit_limit");
    Long netDays = Rows.longOrNull(row, "net_days");
    String thresholds = row.getString("thresholds");
    return new TermsChange(
        limit == null ? null : Money.ofCents(limit),
        netDays == null ? null : netDays.intValue(),
        discounts(row.getString("discounts")),
        thresholds == null
            ? null
            : Arrays.stream(thresholds.split(",", -1)).map(Integer::valueOf).toList());
  }

  private static @Nullable Map<ProductId, Discount> discounts(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Map<ProductId, Discount> discounts = new LinkedHashMap<>();
    Arrays.stream(text.split(",", -1))
        .filter(pinned -> !pinned.isEmpty())
        .map(pinned -> pinned.split(":", -1))
        .forEach(
            pinned ->
                discounts.put(new ProductId(pinned[0]), new Discount(Integer.parseInt(pinned[1]))));
    return discounts;
  }
}
