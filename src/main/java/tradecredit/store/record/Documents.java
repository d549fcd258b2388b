package tradecredit.store.record;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Act;
import tradecredit.ledger.CardRange;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.PaymentReference;
import tradecredit.ledger.TermsChange;
import tradecredit.ledger.Verdict;
import tradecredit.money.Money;
import tradecredit.store.head.TermsTexts;
import tradecredit.store.sql.Placed;
import tradecredit.store.sql.Sql;

/**
 * Documents of all acts as they were posted, by the entries that recorded them. Those of the credit
 * desk are read here, the others by {@link DocumentQueries} and {@link SetOffQueries}.
 */
public final class Documents {

  private static final String KEYS = " FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS k (sequence) ";

  private static final String RETURNS =
      """
      SELECT r.sequence, r.payment_sequence, p.reference, r.returned_date, e.effective_date, r.reason, p.amount
      %s JOIN payment_return r ON r.account_id = ? AND r.sequence = k.sequence
      JOIN payment p ON p.account_id = r.account_id AND p.sequence = r.payment_sequence
      JOIN entry e ON e.account_id = r.account_id AND e.sequence = r.sequence"""
          .formatted(KEYS);

  private static final String REALLOCATIONS =
      """
      SELECT r.sequence, r.payment_sequence, r.credit_note_sequence, r.unapplied_amount,
        COALESCE(
          (SELECT p.reference FROM payment p WHERE p.account_id = r.account_id AND p.sequence = r.payment_sequence),
          (SELECT c.number FROM credit_note c WHERE c.account_id = r.account_id AND c.sequence = r.credit_note_sequence))
          AS reference
      %s JOIN reallocation r ON r.account_id = ? AND r.sequence = k.sequence"""
          .formatted(KEYS);

  private static final String CREDIT_NOTES =
      """
      SELECT c.sequence, c.number, c.credit_date, c.reason, c.amount
      %s JOIN credit_note c ON c.account_id = ? AND c.sequence = k.sequence"""
          .formatted(KEYS);

  private static final String WRITE_OFFS =
      """
      SELECT w.sequence, w.invoice_sequence, i.number, w.amount, w.reason
      %s JOIN write_off w ON w.account_id = ? AND w.sequence = k.sequence
      JOIN invoice i ON i.account_id = w.account_id AND i.sequence = w.invoice_sequence"""
          .formatted(KEYS);

  private static final String WRITE_OFF_DECISIONS =
      """
      SELECT d.sequence, d.write_off_sequence, i.number, w.amount, d.verdict, d.note
      %s JOIN write_off_decision d ON d.account_id = ? AND d.sequence = k.sequence
      JOIN write_off w ON w.account_id = d.account_id AND w.sequence = d.write_off_sequence
      JOIN invoice i ON i.account_id = w.account_id AND i.sequence = w.invoice_sequence"""
          .formatted(KEYS);

  private static final String DISPUTES =
      """
      SELECT d.sequence, d.invoice_sequence, i.number, d.amount, d.reason
      %s JOIN dispute d ON d.account_id = ? AND d.sequence = k.sequence
      JOIN invoice i ON i.account_id = d.account_id AND i.sequence = d.invoice_sequence"""
          .formatted(KEYS);

  private static final String CARDS =
      """
      SELECT c.sequence, c.position, c.first_card, c.last_card
      %s JOIN dispute_card_range c ON c.account_id = ? AND c.sequence = k.sequence"""
          .formatted(KEYS);

  private static final String RESOLUTIONS =
      """
      SELECT r.sequence, r.dispute_sequence, d.invoice_sequence, i.number, d.amount, r.credited_amount, r.note
      %s JOIN dispute_resolution r ON r.account_id = ? AND r.sequence = k.sequence
      JOIN dispute d ON d.account_id = r.account_id AND d.sequence = r.dispute_sequence
      JOIN invoice i ON i.account_id = d.account_id AND i.sequence = d.invoice_sequence"""
          .formatted(KEYS);

  private static final String HOLDS =
      """
      SELECT h.sequence, h.reason
      %s JOIN hold h ON h.account_id = ? AND h.sequence = k.sequence"""
          .formatted(KEYS);

  private static final String HOLD_LIFTS =
      """
      SELECT l.sequence, l.hold_sequence, h.reason
      %s JOIN hold_lift l ON l.account_id = ? AND l.sequence = k.sequence
      JOIN hold h ON h.account_id = l.account_id AND h.sequence = l.hold_sequence"""
          .formatted(KEYS);

  private static final String ACKNOWLEDGEMENTS =
      """
      SELECT a.sequence, a.breach_number, a.note
      %s JOIN breach_acknowledgement a ON a.account_id = ? AND a.sequence = k.sequence"""
          .formatted(KEYS);

  private static final String AMENDMENTS =
      """
      SELECT a.sequence, a.side, a.effective_date, a.credit_limit, a.net_days, a.discounts, a.thresholds, a.reason
      %s JOIN terms_amendment a ON a.account_id = ? AND a.sequence = k.sequence"""
          .formatted(KEYS);

  private static final String AMENDMENT_DECISIONS =
      """
      SELECT d.sequence, d.amendment_sequence, d.side, d.verdict, d.note, d.terms_version, d.effective_date
      %s JOIN amendment_decision d ON d.account_id = ? AND d.sequence = k.sequence"""
          .formatted(KEYS);

  private final Connection connection;
  private final String account;

  /** Of one account. */
  public Documents(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  /**
   * The documents of one act, whichever it is, in no order; those that are not there are left out.
   */
  public List<? extends Document> of(Act act, List<Long> sequences) throws SQLException {
    DocumentQueries postings = new DocumentQueries(connection, account);
    return switch (act) {
      case INVOICE -> postings.invoices(sequences);
      case PAYMENT -> postings.payments(sequences);
      case INVOICE_BATCH -> throw new IllegalArgumentException("a batch is never an entry");
      case PAYMENT_RETURN -> returns(sequences, postings.allocations(sequences));
      case REALLOCATION -> reallocations(sequences, postings.allocations(sequences));
      case CREDIT_NOTE -> creditNotes(sequences, postings.allocations(sequences));
      case WRITE_OFF -> list(WRITE_OFFS, Documents::writeOff, sequences);
      case WRITE_OFF_DECISION -> list(WRITE_OFF_DECISIONS, Documents::writeOffDecision, sequences);
      case DISPUTE -> disputes(sequences);
      case DISPUTE_RESOLUTION -> list(RESOLUTIONS, Documents::resolution, sequences);
      case HOLD -> list(HOLDS, Documents::hold, sequences);
      case HOLD_LIFT -> list(HOLD_LIFTS, Documents::holdLift, sequences);
      case BREACH_ACKNOWLEDGEMENT -> list(ACKNOWLEDGEMENTS, Documents::acknowledgement, sequences);
      case TERMS_AMENDMENT -> list(AMENDMENTS, Documents::amendment, sequences);
      case AMENDMENT_DECISION -> list(AMENDMENT_DECISIONS, Documents::amendmentDecision, sequences);
      case SET_OFF -> new SetOffQueries(connection, account).proposed(sequences);
      case SET_OFF_DECISION ->
          new SetOffQueries(connection, account)
              .decided(sequences, postings.allocations(sequences));
    };
  }

  /** The documents of these entries of each act, by their entries; those not there are left out. */
  public Map<Long, Document> of(Map<Act, List<Long>> sequences) throws SQLException {
    Map<Long, Document> documents = new HashMap<>();
    for (Map.Entry<Act, List<Long>> some : sequences.entrySet()) {
      of(some.getKey(), some.getValue())
          .forEach(document -> documents.put(document.sequence(), document));
    }
    return documents;
  }

  private <T> List<T> list(String sql, Sql.RowReader<T> reader, List<Long> sequences)
      throws SQLException {
    return Sql.listByNumbers(connection, sql, reader, sequences, account);
  }

  private List<DeskDocument> returns(
      List<Long> sequences, Map<Long, List<Document.Allocation>> moved) throws SQLException {
    return list(
        RETURNS,
        row ->
            new DeskDocument.PaymentReturn(
                row.getLong("sequence"),
                row.getLong("payment_sequence"),
                new PaymentReference(row.getString("reference")),
                Sql.date(row, "returned_date"),
                Sql.date(row, "effective_date"),
                row.getString("reason"),
                Sql.money(row, "amount"),
                lifted(moved.getOrDefault(row.getLong("sequence"), List.of()))),
        sequences);
  }

  private List<DeskDocument> reallocations(
      List<Long> sequences, Map<Long, List<Document.Allocation>> moved) throws SQLException {
    return list(
        REALLOCATIONS,
        row -> {
          Long payment = Sql.longOrNull(row, "payment_sequence");
          List<Document.Allocation> both = moved.getOrDefault(row.getLong("sequence"), List.of());
          return new DeskDocument.Reallocation(
              row.getLong("sequence"),
              payment == null ? Act.CREDIT_NOTE : Act.PAYMENT,
              payment == null ? row.getLong("credit_note_sequence") : payment,
              row.getString("reference"),
              Sql.money(row, "unapplied_amount"),
              lifted(both),
              DocumentQueries.applied(both));
        },
        sequences);
  }

  private List<DeskDocument> creditNotes(
      List<Long> sequences, Map<Long, List<Document.Allocation>> moved) throws SQLException {
    return list(
        CREDIT_NOTES,
        row ->
            new DeskDocument.CreditNote(
                row.getLong("sequence"),
                new CreditNoteNumber(row.getString("number")),
                Sql.date(row, "credit_date"),
                row.getString("reason"),
                Sql.money(row, "amount"),
                DocumentQueries.applied(moved.getOrDefault(row.getLong("sequence"), List.of()))),
        sequences);
  }

  private static List<Document.Allocation> lifted(List<Document.Allocation> moved) {
    return moved.stream()
        .filter(one -> one.amount().isNegative())
        .map(
            one ->
                new Document.Allocation(
                    one.invoiceSequence(),
                    one.invoice(),
                    one.amount().negated(),
                    one.effectiveDate()))
        .toList();
  }

  private List<DeskDocument> disputes(List<Long> sequences) throws SQLException {
    Map<Long, List<CardRange>> cards =
        Placed.byOwner(
            connection,
            CARDS,
            row ->
                new Placed<>(
                    row.getLong("sequence"),
                    row.getInt("position"),
                    new CardRange(row.getString("first_card"), row.getString("last_card"))),
            sequences,
            account);
    return list(
        DISPUTES,
        row ->
            new DeskDocument.Dispute(
                row.getLong("sequence"),
                row.getLong("invoice_sequence"),
                new InvoiceNumber(row.getString("number")),
                Sql.money(row, "amount"),
                row.getString("reason"),
                cards.getOrDefault(row.getLong("sequence"), List.of())),
        sequences);
  }

  private static DeskDocument writeOff(ResultSet row) throws SQLException {
    return new DeskDocument.WriteOff(
        row.getLong("sequence"),
        row.getLong("invoice_sequence"),
        new InvoiceNumber(row.getString("number")),
        Sql.money(row, "amount"),
        row.getString("reason"));
  }

  private static DeskDocument writeOffDecision(ResultSet row) throws SQLException {
    return new DeskDocument.WriteOffDecision(
        row.getLong("sequence"),
        row.getLong("write_off_sequence"),
        new InvoiceNumber(row.getString("number")),
        Sql.money(row, "amount"),
        Verdict.of(row.getString("verdict")),
        row.getString("note"));
  }

  private static DeskDocument resolution(ResultSet row) throws SQLException {
    return new DeskDocument.DisputeResolution(
        row.getLong("sequence"),
        row.getLong("dispute_sequence"),
        row.getLong("invoice_sequence"),
        new InvoiceNumber(row.getString("number")),
        Sql.money(row, "amount"),
        Sql.money(row, "credited_amount"),
        row.getString("note"));
  }

  private static DeskDocument hold(ResultSet row) throws SQLException {
    return new DeskDocument.HoldPlaced(row.getLong("sequence"), row.getString("reason"));
  }

  private static DeskDocument holdLift(ResultSet row) throws SQLException {
    return new DeskDocument.HoldLifted(
        row.getLong("sequence"), row.getLong("hold_sequence"), row.getString("reason"));
  }

  private static DeskDocument acknowledgement(ResultSet row) throws SQLException {
    return new DeskDocument.BreachAcknowledgement(
        row.getLong("sequence"), row.getLong("breach_number"), row.getString("note"));
  }

  private static DeskDocument amendment(ResultSet row) throws SQLException {
    Long limit = Sql.longOrNull(row, "credit_limit");
    Long netDays = Sql.longOrNull(row, "net_days");
    return new DeskDocument.TermsAmendment(
        row.getLong("sequence"),
        row.getString("side"),
        Sql.date(row, "effective_date"),
        new TermsChange(
            limit == null ? null : Money.ofCents(limit),
            netDays == null ? null : Math.toIntExact(netDays),
            TermsTexts.discounts(row.getString("discounts")),
            TermsTexts.thresholds(row.getString("thresholds"))),
        row.getString("reason"));
  }

  private static DeskDocument amendmentDecision(ResultSet row) throws SQLException {
    @Nullable LocalDate effective = row.getObject("effective_date", LocalDate.class);
    return new DeskDocument.AmendmentDecision(
        row.getLong("sequence"),
        row.getLong("amendment_sequence"),
        row.getString("side"),
        Verdict.of(row.getString("verdict")),
        row.getString("note"),
        Sql.longOrNull(row, "terms_version"),
        effective);
  }
}
