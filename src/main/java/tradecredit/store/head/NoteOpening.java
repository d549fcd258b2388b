package tradecredit.store.head;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.ledger.EntryChain;
import tradecredit.store.sql.Sql;

/**
 * Opens the note's head where the agreement has a note, in the transaction in which {@link Opening}
 * opens the accounts: a start that either refuses leaves nothing behind. Once the note is recorded
 * its schedule is the book's, and so is who owes whom: a file that says another, or none, stops the
 * start.
 */
record NoteOpening(Connection connection, Agreement agreement) {

  private static final Logger LOG = LoggerFactory.getLogger(NoteOpening.class);

  /** Locked before it is looked whether the note is recorded: whoever records it holds it. */
  private static final String HEAD = "SELECT last_sequence FROM note_head WHERE agreement_id = ?";

  private static final String NEW_HEAD =
      """
      INSERT INTO note_head (agreement_id, business_date, last_sequence, last_hash, last_decision, recorded_at, unpaid)
      SELECT ?, ?, 0, ?, 0, instant, 0 FROM database_clock""";

  /** As the accounts' heads do, it moves on with a file that begins later, until it is recorded. */
  private static final String NOT_BEFORE =
      """
      UPDATE note_head SET business_date = GREATEST(business_date, CAST(? AS DATE))
      WHERE agreement_id = ? AND last_decision = 0""";

  private static final String DUE_DATES =
      "SELECT due_date FROM note_instalment WHERE agreement_id = ? ORDER BY number";

  /**
   * Opens it, or finds that it is open.
   *
   * @throws IllegalStateException where the note was recorded and the file says otherwise
   */
  void open() throws SQLException {
    PromissoryNoteTerms terms = agreement.promissoryNote();
    String id = agreement.id().value();
    boolean missing =
        Sql.list(connection, HEAD + HeadTable.toMove(connection), row -> row.getLong(1), id)
            .isEmpty();
    List<LocalDate> recorded =
        Sql.list(connection, DUE_DATES, row -> Sql.date(row, "due_date"), id);
    List<LocalDate> written = dueDates(terms);
    if (!recorded.isEmpty() && !recorded.equals(written)) {
      throw new IllegalStateException(
          "the promissory note was recorded with %s, but the agreement file says %s; a recorded note does not change"
              .formatted(inWords(recorded), inWords(written)));
    }
    if (terms == null) {
      return;
    }
    if (missing) {
      Sql.update(connection, NEW_HEAD, id, agreement.effectiveDate(), EntryChain.GENESIS);
      LOG.info("Opened the promissory note: {}", inWords(written));
    }
    Sql.update(connection, NOT_BEFORE, agreement.effectiveDate(), id);
    SidesTable.OF_NOTES.compare(
        connection,
        id,
        new SidesTable.CreditorAndDebtor(terms.payee(), terms.maker()),
        !recorded.isEmpty());
  }

  private List<LocalDate> dueDates(@Nullable PromissoryNoteTerms terms) {
    return terms == null
        ? List.of()
        : IntStream.rangeClosed(1, terms.instalments())
            .mapToObj(number -> terms.dueDate(agreement.effectiveDate(), number))
            .toList();
  }

  private static String inWords(List<LocalDate> dueDates) {
    return dueDates.isEmpty()
        ? "no note"
        : "%d instalments from %s to %s"
            .formatted(dueDates.size(), dueDates.getFirst(), dueDates.getLast());
  }
}
