package tradecredit.store.note;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.inquiry.NoteInquiries;
import tradecredit.inquiry.NoteReading;
import tradecredit.inquiry.NoteRecord;
import tradecredit.inquiry.Slice;
import tradecredit.note.NoteFigures;
import tradecredit.note.NotePayment;
import tradecredit.note.NotePosition;
import tradecredit.note.PromissoryNote;
import tradecredit.store.head.BookClock;
import tradecredit.store.sql.Transactions;

/** The note, read on one snapshot a call. */
@Singleton
final class JdbcNoteInquiries implements NoteInquiries {

  private final Transactions transactions;
  private final BookClock clock;
  private final Agreement agreement;

  JdbcNoteInquiries(Transactions transactions, BookClock clock, Agreement agreement) {
    this.transactions = transactions;
    this.clock = clock;
    this.agreement = agreement;
  }

  @Override
  public Optional<NoteReading> note(@Nullable LocalDate asOf) {
    return transactions.read(connection -> note(connection, asOf));
  }

  private Optional<NoteReading> note(Connection connection, @Nullable LocalDate asOf)
      throws SQLException {
    NoteQueries queries = new NoteQueries(connection, agreement.id());
    NotePosition head = queries.position().filter(NotePosition::isRecorded).orElse(null);
    if (head == null) {
      return Optional.empty();
    }
    LocalDate today = head.on(clock.nowOfAll(connection).businessDate()).businessDate();
    LocalDate day = asOf == null ? today : asOf;
    NoteRecord first = queries.records(0, 1).getFirst();
    PromissoryNote note = (PromissoryNote) first.document();
    return Optional.of(
        new NoteReading(
            note,
            first.entry(),
            head.sequence(),
            today,
            NoteFigures.of(note, queries.paid(day), day)));
  }

  @Override
  public Optional<NoteRecord> payment(long sequence) {
    return transactions
        .read(connection -> new NoteQueries(connection, agreement.id()).records(sequence - 1, 1))
        .stream()
        .filter(found -> found.entry().sequence() == sequence)
        .filter(found -> found.document() instanceof NotePayment)
        .findFirst();
  }

  @Override
  public Slice<NoteRecord> entries(long after, int limit) {
    return Slice.of(
        transactions.read(
            connection -> new NoteQueries(connection, agreement.id()).records(after, limit + 1)),
        limit);
  }
}
