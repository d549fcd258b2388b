package tradecredit.store;

import jakarta.inject.Singleton;
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
    boolean together = transactions.takesGroups();
    var mode = new JdbcBookSession.Mode(HeadTable.LOCK, together, together);
    var ifFree = new JdbcBookSession.Mode(HeadTable.LOCK_IF_FREE, together, together);
    T done =
        transactions.write(
            connection -> {
              Optional<JdbcBookSession> session =
                  together
                      ? JdbcBookSession.openIfFree(connection, account, wanted, ifFree, shared)
                      : Optional.empty();
              if (session.isPresent()) {
                return work.apply(session.get());
              }
              Wanted more = wanted;
              if (together) {
                HeadTable.select(connection, HeadTable.LOCK, account);
                more = afterWaiting.get();
              }
              return work.apply(JdbcBookSession.open(connection, account, more, mode, shared));
            });
    bell.ring();
    return done;
  }

  @Override
  public <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work) {
    var mode = new JdbcBookSession.Mode(HeadTable.READ, transactions.takesGroups(), false);
    return transactions.read(
        connection -> work.apply(JdbcBookSession.open(connection, account, wanted, mode, shared)));
  }
}
