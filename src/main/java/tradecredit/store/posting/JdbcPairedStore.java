package tradecredit.store.posting;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tradecredit.agreement.Agreement;
import tradecredit.posting.BookSession;
import tradecredit.posting.IdempotencyKey;
import tradecredit.posting.KeyRecord;
import tradecredit.posting.PairedSession;
import tradecredit.posting.PairedStore;
import tradecredit.store.head.BookClock;
import tradecredit.store.head.HeadTable;
import tradecredit.store.sql.SqlFaults;
import tradecredit.store.sql.Transactions;
import tradecredit.store.sql.WriteGroup;
import tradecredit.webhook.Bell;

/** Both books in a database. */
@Singleton
final class JdbcPairedStore implements PairedStore {

  private final Transactions transactions;
  private final Sessions sessions;
  private final BookClock clock;
  private final Agreement agreement;
  private final Bell bell;

  JdbcPairedStore(
      Transactions transactions,
      Sessions sessions,
      BookClock clock,
      Agreement agreement,
      Bell bell) {
    this.transactions = transactions;
    this.sessions = sessions;
    this.clock = clock;
    this.agreement = agreement;
    this.bell = bell;
  }

  @Override
  public <T> T locked(
      WantedOfAccount first, WantedOfAccount second, Function<PairedSession, T> work) {
    if (first.account().value().compareTo(second.account().value()) >= 0) {
      throw new IllegalArgumentException(
          first.account() + " does not come before " + second.account());
    }
    T done = transactions.write(connection -> work.apply(session(connection, first, second)));
    bell.ring();
    return done;
  }

  private Session session(Connection connection, WantedOfAccount first, WantedOfAccount second)
      throws SQLException {
    String lock = HeadTable.READ + HeadTable.toMove(connection);
    HeadTable.Head one = HeadTable.select(connection, lock, first.account());
    HeadTable.Head other = HeadTable.select(connection, lock, second.account());
    BookClock.BookTime now = clock.now(connection).notBefore(List.of(one, other));
    return new Session(
        connection,
        agreement.id().value(),
        sessions.openAt(now, connection, first.account(), first.wanted()),
        sessions.openAt(now, connection, second.account(), second.wanted()));
  }

  private record Session(
      Connection connection, String agreement, BookSession first, BookSession second)
      implements PairedSession {

    @Override
    public Map<IdempotencyKey, KeyRecord> answered(List<IdempotencyKey> keys) {
      return Transactions.within(connection, same -> KeyQueries.answered(same, agreement, keys));
    }

    @Override
    public void remember(List<KeyRecord> keys) {
      try {
        new WriteGroup(agreement).add(KeyQueries.ANSWERS, keys).execute(connection);
      } catch (SQLException fault) {
        throw SqlFaults.ofKeys(fault);
      }
    }
  }
}
