package tradecredit.store.posting;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tradecredit.agreement.AccountId;
import tradecredit.posting.BookSession;
import tradecredit.posting.BookStore;
import tradecredit.posting.PostingSettings;
import tradecredit.posting.Wanted;
import tradecredit.store.head.HeadTable;
import tradecredit.store.sql.Transactions;
import tradecredit.webhook.Bell;

/**
 * The book in a database.
 *
 * <p>Where the database takes groups of statements, an account that is free is locked and read in
 * one round trip. If another replica holds it, what was read is stale, and is read again once the
 * lock is there. For a second after that happened the lock is waited for first, and nothing is read
 * in vain, which saves PostgreSQL a sixth of its processor time where two replicas post to one
 * account ({@code src/bench/README.md}).
 *
 * <p>A batch of invoices reads nothing at all where nobody else posts, and only head and clock
 * where somebody does; see {@link UnaskedWrite}. Where the database refuted what was assumed, or
 * the account was locked for it in vain, that is not tried again for a second.
 */
@Singleton
final class JdbcBookStore implements BookStore {

  private final Transactions transactions;
  private final Sessions sessions;
  private final PostingSettings settings;
  private final Bell bell;

  /** Accounts whose head another transaction held when it was wanted. */
  private final Lately lockedByOthers = new Lately();

  /** Accounts that were not as they were remembered when a batch was to be written on that. */
  private final Lately refuted = new Lately();

  /** Accounts that were locked for a batch that could not be written on the head alone. */
  private final Lately lockedInVain = new Lately();

  /** How the last batch from here left each account. */
  private final Map<AccountId, AsLeft> left = new ConcurrentHashMap<>();

  JdbcBookStore(Transactions transactions, Sessions sessions, PostingSettings settings, Bell bell) {
    this.transactions = transactions;
    this.sessions = sessions;
    this.settings = settings;
    this.bell = bell;
  }

  /** What was done, and how that leaves the account. */
  private record Done<T>(T result, AsLeft left) {}

  @Override
  public <T> Optional<T> unasked(
      AccountId account,
      Wanted wanted,
      Supplier<Wanted> afterWaiting,
      Function<BookSession, T> work) {
    boolean tried =
        transactions.takesGroups() && !settings.asLeft().isZero() && UnaskedWrite.suits(wanted);
    if (!tried) {
      return Optional.empty();
    }
    return lockedByOthers.wasFound(account)
        ? asFound(account, afterWaiting, work)
        : asLeft(account, wanted, work);
  }

  /** Writes on the head as the last batch from here left it: one round trip. */
  private <T> Optional<T> asLeft(AccountId account, Wanted wanted, Function<BookSession, T> work) {
    Optional<UnaskedWrite> unasked = foreseen(account, wanted);
    if (unasked.isEmpty()) {
      return Optional.empty();
    }
    try {
      return transactions
          .withoutTransaction(connection -> done(connection, unasked.get(), work))
          .map(done -> committed(account, done));
    } catch (UnaskedWrite.Otherwise why) {
      if (why.isRefuted()) {
        refuted.found(account);
      }
      return Optional.empty();
    }
  }

  private Optional<UnaskedWrite> foreseen(AccountId account, Wanted wanted) {
    if (refuted.wasFound(account)) {
      return Optional.empty();
    }
    long nanoTime = System.nanoTime();
    return Optional.ofNullable(left.get(account))
        .filter(last -> last.age(nanoTime).compareTo(settings.asLeft()) < 0)
        .flatMap(last -> sessions.foreseen(last, wanted, nanoTime));
  }

  /**
   * Locks the account, which another replica posts to, and writes on the head as it is found then:
   * one round trip to lock and read it, and one to write.
   */
  private <T> Optional<T> asFound(
      AccountId account, Supplier<Wanted> afterWaiting, Function<BookSession, T> work) {
    if (lockedInVain.wasFound(account)) {
      return Optional.empty();
    }
    Optional<Done<T>> done;
    try {
      done =
          transactions.write(
              connection -> {
                AsLeft found = sessions.lock(connection, account);
                Optional<UnaskedWrite> unasked =
                    sessions.foreseen(found, afterWaiting.get(), found.readAt());
                return unasked.isEmpty()
                    ? Optional.empty()
                    : done(connection, unasked.get().thenCommit(), work);
              });
    } catch (UnaskedWrite.Otherwise why) {
      done = Optional.empty();
    }
    if (done.isEmpty()) {
      lockedInVain.found(account);
    }
    return done.map(written -> committed(account, written));
  }

  private static <T> Optional<Done<T>> done(
      Connection connection, UnaskedWrite unasked, Function<BookSession, T> work) {
    JdbcBookSession session = JdbcBookSession.unasked(connection, unasked);
    T result = work.apply(session);
    return session.isWritten()
        ? Optional.of(new Done<>(result, unasked.then(session.head(), session.terms())))
        : Optional.empty();
  }

  private <T> T committed(AccountId account, Done<T> done) {
    left.put(account, done.left());
    bell.ring();
    return done.result();
  }

  @Override
  public <T> T locked(
      AccountId account,
      Wanted wanted,
      Supplier<Wanted> afterWaiting,
      Function<BookSession, T> work) {
    return committed(
        account,
        transactions.write(
            connection -> {
              JdbcBookSession session = open(connection, account, wanted, afterWaiting);
              long readAt = System.nanoTime();
              T result = work.apply(session);
              return new Done<>(
                  result,
                  new AsLeft(
                      session.head(),
                      session.terms(),
                      session.loaded().now(),
                      session.loaded().businessDate(),
                      readAt));
            }));
  }

  private JdbcBookSession open(
      Connection connection, AccountId account, Wanted wanted, Supplier<Wanted> afterWaiting)
      throws SQLException {
    if (!transactions.takesGroups()) {
      return sessions.open(connection, account, wanted, Sessions.Mode.LOCKED_ON_H2);
    }
    if (!lockedByOthers.wasFound(account)) {
      Optional<JdbcBookSession> free = sessions.openIfFree(connection, account, wanted);
      if (free.isPresent()) {
        return free.get();
      }
      lockedByOthers.found(account);
    }
    HeadTable.select(connection, HeadTable.LOCK, account);
    return sessions.open(connection, account, afterWaiting.get(), Sessions.Mode.LOCKED);
  }

  @Override
  public <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work) {
    return transactions.read(
        connection ->
            work.apply(sessions.open(connection, account, wanted, Sessions.Mode.READING)));
  }
}
