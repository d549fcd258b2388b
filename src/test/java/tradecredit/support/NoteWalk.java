package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tradecredit.agreement.AgreementId;
import tradecredit.ledger.EntryChain;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;
import tradecredit.note.Instalment;
import tradecredit.note.NoteAct;
import tradecredit.note.NoteAllocation;
import tradecredit.note.NoteChain;
import tradecredit.note.NoteDocument;
import tradecredit.note.NoteEntry;
import tradecredit.note.NotePayment;
import tradecredit.note.NotePaymentReturn;
import tradecredit.note.PromissoryNote;

/**
 * The invariants of a promissory note, looked up in its tables behind the service's back: its chain
 * is recomputed from the rows, what is unpaid is the same however it is summed, and each decision
 * is there once.
 */
public final class NoteWalk {

  private static final String ENTRIES =
      "SELECT * FROM note_entry WHERE agreement_id = ? ORDER BY sequence";

  private final Connection connection;
  private final String agreement;
  private final Rows rows;

  private NoteWalk(Connection connection, String agreement) {
    this.connection = connection;
    this.agreement = agreement;
    this.rows = new Rows(connection, agreement);
  }

  static void verify(Connection connection, String agreement) throws SQLException {
    NoteWalk walk = new NoteWalk(connection, agreement);
    assertThat(walk.firstBroken()).as("the note's first broken entry").isEqualTo("none");
    walk.sumsAgree();
    walk.decisionsAreComplete();
  }

  /** The first entry that does not hold, {@code head} where the chain is cut off, or none. */
  public static String firstBroken(Connection connection, String agreement) throws SQLException {
    return new NoteWalk(connection, agreement).firstBroken();
  }

  private String firstBroken() throws SQLException {
    String previous = EntryChain.GENESIS;
    long expected = 0;
    Money unpaid = Money.ZERO;
    for (Row row : entries()) {
      NoteEntry entry = row.chainedTo(previous);
      expected++;
      boolean holds =
          entry.sequence() == expected
              && entry.unpaidBefore().equals(unpaid)
              && NoteChain.hash(entry, document(entry)).equals(entry.hash());
      if (!holds) {
        return "entry " + expected;
      }
      previous = entry.hash();
      unpaid = entry.unpaidAfter();
    }
    long heads =
        Invariants.number(
            connection,
            "SELECT COUNT(*) FROM note_head WHERE agreement_id = ? AND last_hash = ?",
            agreement,
            previous);
    return heads == 1 ? "none" : "head";
  }

  private void sumsAgree() throws SQLException {
    assertThat(number("SELECT unpaid FROM note_head WHERE agreement_id = ?"))
        .as("unpaid of the note")
        .isEqualTo(number("SELECT COALESCE(SUM(amount), 0) FROM note_entry WHERE agreement_id = ?"))
        .isEqualTo(
            number("SELECT COALESCE(SUM(unpaid), 0) FROM note_instalment WHERE agreement_id = ?"));
    assertThat(
            number(
                """
                SELECT COUNT(*) FROM note_instalment i WHERE i.agreement_id = ? AND i.unpaid <> i.amount -
                  (SELECT COALESCE(SUM(a.amount), 0) FROM note_allocation a
                    LEFT JOIN note_payment_return r
                      ON r.agreement_id = a.agreement_id AND r.payment_sequence = a.sequence
                    WHERE a.agreement_id = i.agreement_id AND a.instalment = i.number AND r.sequence IS NULL)"""))
        .as("instalments that are not less by their allocations, but for returned ones")
        .isZero();
    assertThat(
            number(
                """
                SELECT COUNT(*) FROM note_payment p WHERE p.agreement_id = ? AND p.amount <>
                  (SELECT COALESCE(SUM(a.amount), 0) FROM note_allocation a
                    WHERE a.agreement_id = p.agreement_id AND a.sequence = p.sequence)"""))
        .as("payments that are not their allocations")
        .isZero();
  }

  private void decisionsAreComplete() throws SQLException {
    assertThat(number("SELECT COUNT(*) FROM note_decision WHERE agreement_id = ?"))
        .isEqualTo(number("SELECT last_decision FROM note_head WHERE agreement_id = ?"))
        .isEqualTo(
            number("SELECT COALESCE(MAX(number), 0) FROM note_decision WHERE agreement_id = ?"))
        .isEqualTo(
            number(
                """
                SELECT COUNT(*) FROM idempotency_record r WHERE r.account_id = ? AND r.item = 'agreement'
                  AND NOT EXISTS (SELECT 1 FROM idempotency_record c WHERE c.account_id = r.account_id
                    AND c.party = r.party AND c.idempotency_key = r.idempotency_key
                    AND c.item = 'agreement/counterpart')"""));
    assertThat(
            number(
                "SELECT COUNT(*) FROM note_decision WHERE agreement_id = ? AND sequence IS NOT NULL"))
        .isEqualTo(number("SELECT last_sequence FROM note_head WHERE agreement_id = ?"))
        .isEqualTo(number("SELECT COUNT(*) FROM note_entry WHERE agreement_id = ?"));
  }

  /** An entry that does not know the one before it. */
  private record Row(NoteEntry entry) {

    NoteEntry chainedTo(String previous) {
      return new NoteEntry(
          entry.agreement(),
          entry.sequence(),
          entry.act(),
          entry.amount(),
          entry.unpaidBefore(),
          entry.unpaidAfter(),
          entry.effectiveDate(),
          entry.businessDate(),
          entry.recordedAt(),
          entry.recordedBy(),
          entry.documentNumber(),
          previous,
          entry.hash());
    }
  }

  private List<Row> entries() throws SQLException {
    List<Row> entries = new ArrayList<>();
    rows.each(
        ENTRIES,
        row ->
            entries.add(
                new Row(
                    new NoteEntry(
                        new AgreementId(agreement),
                        row.getLong("sequence"),
                        NoteAct.of(row.getString("act")),
                        Rows.money(row, "amount"),
                        Rows.money(row, "unpaid_before"),
                        Rows.money(row, "unpaid_after"),
                        Rows.date(row, "effective_date"),
                        Rows.date(row, "business_date"),
                        row.getObject("recorded_at", OffsetDateTime.class)
                            .toInstant()
                            .truncatedTo(ChronoUnit.MICROS),
                        row.getString("recorded_by"),
                        row.getString("document_number"),
                        "",
                        row.getString("hash")))));
    return entries;
  }

  private NoteDocument document(NoteEntry entry) throws SQLException {
    return switch (entry.act()) {
      case NOTE -> note(entry);
      case PAYMENT -> payment(entry.sequence());
      case PAYMENT_RETURN -> paymentReturn(entry.sequence());
    };
  }

  private NotePaymentReturn paymentReturn(long sequence) throws SQLException {
    long paid =
        number(
            "SELECT payment_sequence FROM note_payment_return WHERE agreement_id = ? AND sequence = "
                + sequence);
    NotePayment payment = payment(paid);
    List<NotePaymentReturn> returns = new ArrayList<>();
    rows.each(
        "SELECT * FROM note_payment_return WHERE agreement_id = ? AND sequence = " + sequence,
        row ->
            returns.add(
                new NotePaymentReturn(
                    paid,
                    payment.reference(),
                    Rows.date(row, "returned_date"),
                    row.getString("reason"),
                    payment.amount(),
                    payment.allocations())));
    return returns.getFirst();
  }

  private PromissoryNote note(NoteEntry entry) throws SQLException {
    List<Instalment> instalments = new ArrayList<>();
    rows.each(
        "SELECT * FROM note_instalment WHERE agreement_id = ? ORDER BY number",
        row ->
            instalments.add(
                new Instalment(
                    row.getInt("number"), Rows.date(row, "due_date"), Rows.money(row, "amount"))));
    Money principal = instalments.stream().map(Instalment::amount).reduce(Money.ZERO, Money::plus);
    return new PromissoryNote(principal, entry.effectiveDate(), instalments);
  }

  private NotePayment payment(long sequence) throws SQLException {
    List<NoteAllocation> parts = new ArrayList<>();
    rows.each(
        "SELECT * FROM note_allocation WHERE agreement_id = ? AND sequence = %d ORDER BY position"
            .formatted(sequence),
        row -> parts.add(new NoteAllocation(row.getInt("instalment"), Rows.money(row, "amount"))));
    List<NotePayment> payments = new ArrayList<>();
    rows.each(
        "SELECT * FROM note_payment WHERE agreement_id = ? AND sequence = %d".formatted(sequence),
        row ->
            payments.add(
                new NotePayment(
                    new PaymentReference(row.getString("reference")),
                    Rows.date(row, "received_date"),
                    row.getString("method"),
                    Rows.money(row, "amount"),
                    parts)));
    return payments.getFirst();
  }

  private long number(String sql) throws SQLException {
    return Invariants.number(connection, sql, agreement);
  }
}
