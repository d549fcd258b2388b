package tradecredit.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import tradecredit.agreement.AccountId;
import tradecredit.posting.BookSession;
import tradecredit.posting.BookStore;
import tradecredit.webhook.Bell;

/** The book in a database. The opening is a dependency because nothing can be posted before it. */
@Singleton
final class JdbcBookStore implements BookStore {

  private final Transactions transactions;
  private final TermsStore terms;
  private final BookClock clock;
  private final Bell bell;

  JdbcBookStore(
      Transactions transactions, TermsStore terms, BookClock clock, Opening opening, Bell bell) {
    this.transactions = transactions;
    this.terms = terms;
    this.clock = clock;
    this.bell = bell;
  }

  @Override
  public <T> T locked(AccountId account, Function<BookSession, T> work) {
    T done = transactions.write(connection -> inSession(connection, account, HeadTable.LOCK, work));
    bell.ring();
    return done;
  }

  @Override
  public <T> T reading(AccountId account, Function<BookSession, T> work) {
    return transactions.read(connection -> inSession(connection, account, HeadTable.READ, work));
  }

  private <T> T inSession(
      Connection connection, AccountId account, String select, Function<BookSession, T> work)
      throws SQLException {
    HeadTable.Head head = HeadTable.select(connection, select, account);
    return work.apply(new JdbcBookSession(connection, head, terms, clock));
  }
}
