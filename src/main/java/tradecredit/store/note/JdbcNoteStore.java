package tradecredit.store.note;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.note.NoteEntry;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NotePosition;
import tradecredit.note.NoteRequest;
import tradecredit.note.NoteState;
import tradecredit.posting.IdempotencyKey;
import tradecredit.posting.KeyRecord;
import tradecredit.posting.NoteSession;
import tradecredit.posting.NoteStore;
import tradecredit.store.head.BookClock;
import tradecredit.store.posting.KeyQueries;
import tradecredit.store.sql.SqlFaults;
import tradecredit.store.sql.Transactions;

/** The note in a database. */
@Singleton
final class JdbcNoteStore implements NoteStore {

  private final Transactions transactions;
  private final BookClock clock;
  private final Agreement agreement;

  JdbcNoteStore(Transactions transactions, BookClock clock, Agreement agreement) {
    this.transactions = transactions;
    this.clock = clock;
    this.agreement = agreement;
  }

  @Override
  public <T> T locked(Function<NoteSession, T> work) {
    return transactions.write(
        connection -> {
          NoteQueries queries = new NoteQueries(connection, agreement.id());
          NotePosition head = queries.lockedPosition();
          return work.apply(new Session(connection, queries, head, clock.nowOfAll(connection)));
        });
  }

  /** One transaction, the head locked. */
  private record Session(
      Connection connection, NoteQueries queries, NotePosition head, BookClock.BookTime moment)
      implements NoteSession {

    @Override
    public Instant now() {
      return moment.instant();
    }

    @Override
    public Optional<KeyRecord> answered(IdempotencyKey key) {
      return Transactions.within(
          connection,
          same ->
              Optional.ofNullable(
                  KeyQueries.answered(same, head.agreement().value(), List.of(key)).get(key)));
    }

    @Override
    public NoteOutcome outcome(long decision) {
      return Transactions.within(connection, _ -> queries.outcome(decision));
    }

    @Override
    public NoteState state(NoteRequest request) {
      return Transactions.within(
          connection,
          _ ->
              new NoteState(
                  head.on(moment.businessDate()),
                  recorded(),
                  queries.instalments(),
                  request instanceof NoteRequest.Payment payment
                      && queries.isTaken(payment.reference()),
                  request instanceof NoteRequest.Return back
                      ? queries.returned(back.paymentSequence())
                      : null));
    }

    private NoteState.@Nullable RecordedNote recorded() throws SQLException {
      if (!head.isRecorded()) {
        return null;
      }
      NoteEntry first = queries.records(0, 1).getFirst().entry();
      return new NoteState.RecordedNote(first.amount(), first.recordedAt(), first.recordedBy());
    }

    @Override
    public void write(NoteOutcome outcome, NotePosition after, KeyRecord key) {
      try {
        new NoteWrites(connection, head.agreement().value()).write(outcome, after, key);
      } catch (SQLException fault) {
        throw SqlFaults.ofKeys(fault);
      }
    }
  }
}
