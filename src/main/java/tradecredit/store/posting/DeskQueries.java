package tradecredit.store.posting;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Act;
import tradecredit.ledger.CreditDocument;
import tradecredit.ledger.Desk;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.DeskPosting;
import tradecredit.ledger.Document;
import tradecredit.ledger.SetOffPosting;
import tradecredit.store.record.DocumentQueries;
import tradecredit.store.record.Documents;
import tradecredit.store.sql.Sql;

/** What has become of what an act of the credit desk refers to, read under the account's lock. */
final class DeskQueries {

  private static final String PAYMENT_FIGURES = figuresOf("payment");
  private static final String CREDIT_NOTE_FIGURES = figuresOf("credit_note");

  private static final String RETURNED =
      """
      SELECT sequence, 'returned' AS state, returned_date AS decided_on FROM payment_return
      WHERE account_id = ? AND payment_sequence = ?""";

  private static final String PAYMENT_APPLIED_BY = appliedBy("payment_sequence");
  private static final String CREDIT_NOTE_APPLIED_BY = appliedBy("credit_note_sequence");

  /** What a re-allocation takes off invoices is open there again. */
  private static final String LAST_LIFTED =
      """
      SELECT MAX(m.effective_date) AS last_lifted FROM reallocation r
      JOIN open_item_movement m ON m.account_id = r.account_id AND m.sequence = r.sequence
      WHERE r.account_id = ? AND r.payment_sequence = ? AND m.kind = 'item' AND m.amount > 0""";

  private static final String NUMBER_TAKEN =
      "SELECT number FROM credit_note WHERE account_id = ? AND number = ?";

  private static final String PROPOSER =
      "SELECT principal FROM entry WHERE account_id = ? AND sequence = ?";

  private static final String WRITE_OFF_DECIDED =
      decisionOf("write_off_decision", "write_off_sequence", "d.verdict");
  private static final String AMENDMENT_DECIDED =
      decisionOf("amendment_decision", "amendment_sequence", "d.verdict");
  private static final String SET_OFF_DECIDED =
      decisionOf("set_off_decision", "set_off_sequence", "d.verdict");
  private static final String RESOLVED =
      decisionOf(
          "dispute_resolution",
          "dispute_sequence",
          "CASE WHEN d.credited_amount > 0 THEN 'upheld' ELSE 'rejected' END");
  private static final String ACKNOWLEDGED =
      decisionOf("breach_acknowledgement", "breach_number", "'acknowledged'");

  private static String figuresOf(String credits) {
    return "SELECT unapplied_amount, last_movement_date FROM %s WHERE account_id = ? AND sequence = ?"
        .formatted(credits);
  }

  private static String appliedBy(String credit) {
    return """
        SELECT COALESCE(MAX(sequence), CAST(? AS BIGINT)) AS applied_by FROM reallocation
        WHERE account_id = ? AND %s = ?"""
        .formatted(credit);
  }

  private static String decisionOf(String decisions, String decided, String state) {
    return """
        SELECT d.sequence, %s AS state, e.business_date AS decided_on FROM %s d
        JOIN entry e ON e.account_id = d.account_id AND e.sequence = d.sequence
        WHERE d.account_id = ? AND d.%s = ?"""
        .formatted(state, decisions, decided);
  }

  private final Connection connection;
  private final String account;

  DeskQueries(Connection connection, String account) {
    this.connection = connection;
    this.account = account;
  }

  /** Loads what {@code posting} refers to; nothing where there is none. */
  Desk desk(@Nullable DeskPosting posting) throws SQLException {
    Desk desk = Desk.empty();
    switch (posting) {
      case null -> {
        // Invoices and payments refer to nothing but invoices.
      }
      case DeskPosting.ReturnPosting act -> desk.with(credit(act.payment()));
      case DeskPosting.ReallocationPosting act -> desk.with(credit(act.credit()));
      case DeskPosting.CreditNotePosting act ->
          Sql.list(
                  connection,
                  NUMBER_TAKEN,
                  row -> row.getString("number"),
                  account,
                  act.number().value())
              .forEach(desk::withTaken);
      case DeskPosting.WriteOffDecisionPosting act ->
          desk.with(found(act.writeOff(), WRITE_OFF_DECIDED));
      case DeskPosting.AmendmentDecisionPosting act ->
          desk.with(found(act.amendment(), AMENDMENT_DECIDED));
      case DeskPosting.ResolutionPosting act -> desk.with(found(act.dispute(), RESOLVED));
      case DeskPosting.DisputePosting act -> withOpenDisputes(desk, act);
      case DeskPosting.AcknowledgementPosting act ->
          decided(ACKNOWLEDGED, act.breach())
              .forEach(decided -> desk.withAcknowledged(act.breach(), decided));
      case DeskPosting.WriteOffPosting ignored -> {
        // Only its invoice.
      }
      case DeskPosting.AmendmentPosting ignored -> {
        // Only the terms.
      }
      case DeskPosting.HoldPosting ignored -> {
        // The head says whether there is one.
      }
      case DeskPosting.HoldLiftPosting ignored -> {
        // The head says whether there is one.
      }
    }
    return desk;
  }

  /** Adds what was decided of the set-off that {@code half} is about. */
  void addRuling(Desk desk, SetOffPosting half) throws SQLException {
    if (half instanceof SetOffPosting.Ruling ruling) {
      long setOff = ruling.setOff().sequence();
      decided(SET_OFF_DECIDED, setOff).forEach(decided -> desk.withRuling(setOff, decided));
    }
  }

  /** The invoices that the posting moves, besides those it names by number. */
  static List<Long> invoices(@Nullable DeskPosting posting, Desk desk) {
    return switch (posting) {
      case DeskPosting.ReturnPosting act -> standing(desk, act.payment());
      case DeskPosting.ReallocationPosting act -> standing(desk, act.credit());
      case DeskPosting.WriteOffDecisionPosting act -> List.of(act.writeOff().invoiceSequence());
      case DeskPosting.DisputePosting act -> List.of(act.invoice().sequence());
      case DeskPosting.ResolutionPosting act -> List.of(act.dispute().invoiceSequence());
      case null, default -> List.of();
    };
  }

  private static List<Long> standing(Desk desk, CreditDocument credit) {
    return desk.standing(credit).stream().map(Document.Allocation::invoiceSequence).toList();
  }

  private Desk.Credit payment(long sequence) throws SQLException {
    List<Desk.CaseDecision> returned = decided(RETURNED, sequence);
    return figures(
        PAYMENT_FIGURES,
        Act.PAYMENT,
        sequence,
        returned.isEmpty() ? null : returned.getFirst(),
        appliedBy(PAYMENT_APPLIED_BY, sequence));
  }

  private @Nullable LocalDate lastLifted(long payment) throws SQLException {
    return Sql.one(
            connection,
            LAST_LIFTED,
            row -> Optional.ofNullable(row.getObject("last_lifted", LocalDate.class)),
            account,
            payment)
        .orElse(null);
  }

  private Desk.Credit credit(CreditDocument credit) throws SQLException {
    return switch (credit) {
      case Document.Payment payment -> payment(payment.sequence());
      case DeskDocument.CreditNote note ->
          figures(
              CREDIT_NOTE_FIGURES,
              Act.CREDIT_NOTE,
              note.sequence(),
              null,
              appliedBy(CREDIT_NOTE_APPLIED_BY, note.sequence()));
    };
  }

  private Desk.Credit figures(
      String sql, Act act, long sequence, Desk.@Nullable CaseDecision returned, long appliedBy)
      throws SQLException {
    List<Document.Allocation> standing =
        returned == null
            ? new DocumentQueries(connection, account).appliedBy(appliedBy)
            : List.of();
    // Only a payment comes back, which is what asks for it.
    LocalDate lastLifted = appliedBy == sequence ? null : lastLifted(sequence);
    return Sql.one(
        connection,
        sql,
        row ->
            new Desk.Credit(
                act,
                sequence,
                Sql.money(row, "unapplied_amount"),
                Sql.date(row, "last_movement_date"),
                lastLifted,
                returned,
                standing),
        account,
        sequence);
  }

  /** The entry whose applications of the credit stand: its own, or the last re-allocation. */
  private long appliedBy(String sql, long credit) throws SQLException {
    return Sql.one(connection, sql, row -> row.getLong("applied_by"), credit, account, credit);
  }

  private Desk.Case found(DeskDocument document, String decisionOf) throws SQLException {
    String proposer =
        Sql.one(
            connection, PROPOSER, row -> row.getString("principal"), account, document.sequence());
    List<Desk.CaseDecision> decided = decided(decisionOf, document.sequence());
    return new Desk.Case(document, proposer, decided.isEmpty() ? null : decided.getFirst());
  }

  private List<Desk.CaseDecision> decided(String sql, long of) throws SQLException {
    return Sql.list(connection, sql, DeskQueries::decision, account, of);
  }

  private static Desk.CaseDecision decision(ResultSet row) throws SQLException {
    return new Desk.CaseDecision(
        row.getLong("sequence"), row.getString("state"), Sql.date(row, "decided_on"));
  }

  /**
   * The first of the open disputes that have some of the cards, if there is one: the posting meets
   * that one or none.
   */
  private void withOpenDisputes(Desk desk, DeskPosting.DisputePosting posting) throws SQLException {
    Long first = new DisputedCards(connection, account).firstDispute(posting.cards());
    if (first != null) {
      for (Document dispute : new Documents(connection, account).of(Act.DISPUTE, List.of(first))) {
        desk.withOpenDispute((DeskDocument.Dispute) dispute);
      }
    }
  }
}
