package tradecredit.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.posting.BookSession;
import tradecredit.posting.IdempotencyKey;
import tradecredit.posting.KeyRecord;
import tradecredit.posting.PairedSession;
import tradecredit.posting.PairedStore;

/** Both books in a database. The opening is a dependency because both heads must be there. */
@Singleton
final class JdbcPairedStore implements PairedStore {

  private final Transactions transactions;
  private final TermsStore terms;
  private final BookClock clock;
  private final Agreement agreement;

  JdbcPairedStore(
      Transactions transactions,
      TermsStore terms,
      BookClock clock,
      Agreement agreement,
      Opening opening) {
    this.transactions = transactions;
    this.terms = terms;
    this.clock = clock;
    this.agreement = agreement;
  }

  @Override
  public <T> T locked(AccountId first, AccountId second, Function<PairedSession, T> work) {
    if (first.value().compareTo(second.value()) >= 0) {
      throw new IllegalArgumentException(first + " does not come before " + second);
    }
    return transactions.write(
        connection -> {
          HeadTable.Head one = HeadTable.select(connection, HeadTable.LOCK, first);
          HeadTable.Head other = HeadTable.select(connection, HeadTable.LOCK, second);
          return work.apply(
              new Session(
                  connection,
                  agreement.id().value(),
                  new JdbcBookSession(connection, one, terms, clock),
                  new JdbcBookSession(connection, other, terms, clock)));
        });
  }

  private record Session(
      Connection connection, String agreement, BookSession first, BookSession second)
      implements PairedSession {

    @Override
    public Map<IdempotencyKey, KeyRecord> answered(List<IdempotencyKey> keys) {
      try {
        return KeyQueries.answered(connection, agreement, keys);
      } catch (SQLException fault) {
        throw SqlFaults.of(fault);
      }
    }

    @Override
    public void remember(List<KeyRecord> keys) {
      try {
        new WriteGroup(agreement).add(DecisionTables.KEYS, keys).execute(connection);
      } catch (SQLException fault) {
        throw SqlFaults.of(fault);
      }
    }
  }
}
