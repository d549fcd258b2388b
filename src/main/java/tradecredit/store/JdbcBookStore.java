package tradecredit.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tradecredit.agreement.AccountId;
import tradecredit.posting.BookSession;
import tradecredit.posting.BookStore;
import tradecredit.posting.Wanted;
import tradecredit.webhook.Bell;

/** The book in a database. The opening is a dependency because nothing can be posted before it. */
@Singleton
final class JdbcBookStore implements BookStore {

  private final Transactions transactions;
  private final JdbcBookSession.Shared shared;
  private final Bell bell;

  JdbcBookStore(
      Transactions transactions, JdbcBookSession.Shared shared, Opening opening, Bell bell) {
    this.transactions = transactions;
    this.shared = shared;
    this.bell = bell;
  }

  @Override
  public <T> T locked(
      AccountId account,
      Wanted wanted,
      Supplier<Wanted> afterWaiting,
      Function<BookSession, T> work) {
    T done =
        transactions.write(
            connection -> work.apply(open(connection, account, wanted, afterWaiting)));
    bell.ring();
    return done;
  }

  private JdbcBookSession open(
      Connection connection, AccountId account, Wanted wanted, Supplier<Wanted> afterWaiting)
      throws SQLException {
    if (!transactions.takesGroups()) {
      var alone = new JdbcBookSession.Mode(HeadTable.LOCK, false, false);
      return JdbcBookSession.open(connection, account, wanted, alone, shared);
    }
    var ifFree = new JdbcBookSession.Mode(HeadTable.LOCK_IF_FREE, true, true);
    Optional<JdbcBookSession> free =
        JdbcBookSession.openIfFree(connection, account, wanted, ifFree, shared);
    if (free.isPresent()) {
      return free.get();
    }
    HeadTable.select(connection, HeadTable.LOCK, account);
    var held = new JdbcBookSession.Mode(HeadTable.LOCK, true, true);
    return JdbcBookSession.open(connection, account, afterWaiting.get(), held, shared);
  }

  @Override
  public <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work) {
    var mode = new JdbcBookSession.Mode(HeadTable.READ, transactions.takesGroups(), false);
    return transactions.read(
        connection -> work.apply(JdbcBookSession.open(connection, account, wanted, mode, shared)));
  }
}
