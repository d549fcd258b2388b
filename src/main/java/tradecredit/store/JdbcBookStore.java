package tradecredit.store;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import tradecredit.agreement.AccountId;
import tradecredit.posting.BookSession;
import tradecredit.posting.BookStore;

/** The book in a database: READ COMMITTED under the head's lock for writing, REPEATABLE READ for reading. */
@Singleton
final class JdbcBookStore implements BookStore {

  private static final TransactionDefinition WRITING =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

  private final TransactionOperations<Connection> transactions;
  private final Snapshots snapshots;
  private final TermsStore terms;
  private final BookClock clock;

  JdbcBookStore(
      TransactionOperations<Connection> transactions, Snapshots snapshots, TermsStore terms, BookClock clock, Opening opening) {
    this.transactions = transactions;
    this.snapshots = snapshots;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public <T> T locked(AccountId account, Function<BookSession, T> work) {
    try {
      return transactions.execute(
          WRITING, status -> inSession(status.getConnection(), account, HeadTable.LOCK, work));
    } catch (RuntimeException thrown) {
      SQLException sql = SqlFaults.within(thrown);
      throw sql == null ? thrown : SqlFaults.of(sql);
    }
  }

  @Override
  public <T> T reading(AccountId account, Function<BookSession, T> work) {
    return snapshots.read(connection -> inSession(connection, account, HeadTable.READ, work));
  }

  private <T> T inSession(Connection connection, AccountId account, String select, Function<BookSession, T> work)
      throws SQLException {
    HeadTable.Head head = HeadTable.select(connection, select, account);
    return work.apply(new JdbcBookSession(connection, head, terms, clock));
  }
}
