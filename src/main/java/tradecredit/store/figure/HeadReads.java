package tradecredit.store.figure;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AccessSettings;
import tradecredit.access.SharedReads;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.inquiry.AccountFigures;
import tradecredit.platform.Stages;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;

/**
 * Today's figures of the accounts, read by polls that share it. A poll is answered from a reading
 * that began when the poll had arrived, or later, and from no other: what was committed before it
 * came, by whichever replica, is in it. Such a reading may have been made for others: for polls
 * that came together, or in the statement that looked up the poll's own key.
 *
 * <p>Figures that have not changed are the same object in one reading after another, so that what
 * was made of them can be kept with them.
 */
@Singleton
public final class HeadReads {

  private static final String READ =
      "SELECT %s\nFROM account_head h WHERE h.agreement_id = ?"
          .formatted(FigureQueries.HEAD_AND_CLOCK);

  /**
   * How long after a poll those who read the store for another reason read the heads along with it.
   */
  private static final Duration WANTED_FOR = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final FigureQueries queries;
  private final String agreement;
  private final SharedReads<AccountId, Today> reads;
  private final AtomicReference<Reading> latest =
      new AtomicReference<>(new Reading(System.nanoTime(), Map.of()));
  private volatile long askedAt = System.nanoTime() - WANTED_FOR.toNanos();

  HeadReads(
      Transactions transactions,
      FigureQueries queries,
      Agreement agreement,
      AccessSettings settings) {
    this.transactions = transactions;
    this.queries = queries;
    this.agreement = agreement.id().value();
    this.reads = new SharedReads<>(this::read, SharedReads.reader("head-reads"), settings.shared());
  }

  /**
   * An account today.
   *
   * @param figures where it stands
   * @param lastTerms the last version of its terms, in force or not
   * @param dayIsSeen whether all earlier days have ended on it
   */
  record Today(AccountFigures figures, int lastTerms, boolean dayIsSeen) {}

  /** What was found by a statement that was sent at or after {@code beganAt}. */
  private record Reading(long beganAt, Map<AccountId, Today> accounts) {

    Reading orLater(Reading other) {
      return other.beganAt - beganAt > 0 ? other : this;
    }
  }

  /**
   * Today's figures of an account, from a reading that began at or after {@code arrivedAt}.
   *
   * @param arrivedAt by {@link System#nanoTime}
   */
  CompletableFuture<Today> since(AccountId account, long arrivedAt) {
    askedAt = System.nanoTime();
    Reading last = latest.get();
    Today today = last.accounts().get(account);
    return today != null && last.beganAt() - arrivedAt >= 0
        ? CompletableFuture.completedFuture(today)
        : reads.read(account).thenApply(found -> found.orElseThrow());
  }

  /** The same for a thread that may wait. */
  Today await(AccountId account, long arrivedAt) {
    return Stages.join(since(account, arrivedAt));
  }

  /** Today's figures of all accounts, of one moment. */
  Map<AccountId, AccountFigures> ofAll() {
    return transactions.read(
        connection -> {
          Map<AccountId, AccountFigures> all = new HashMap<>();
          for (FigureQueries.Now now : Sql.list(connection, READ, queries::now, agreement)) {
            AccountId account = now.head().position().account();
            Optional<AccountFigures> today = queries.today(connection, now);
            all.put(
                account,
                today.isPresent() ? today.get() : queries.figures(connection, account, null));
          }
          return all;
        });
  }

  /** Whether polls come, so that it pays to read the heads beside something else. */
  public boolean areWanted() {
    return System.nanoTime() - askedAt < WANTED_FOR.toNanos();
  }

  /**
   * Takes heads that were read beside something else.
   *
   * @param beganAt an instant, by {@link System#nanoTime}, before their statement was sent
   * @param connection for the terms, where they are not remembered
   */
  public void take(Connection connection, long beganAt, List<FigureQueries.Now> heads)
      throws SQLException {
    Map<AccountId, Today> _ = taken(connection, beganAt, heads);
  }

  private Map<AccountId, Today> taken(
      Connection connection, long beganAt, List<FigureQueries.Now> heads) throws SQLException {
    Map<AccountId, Today> before = latest.get().accounts();
    Map<AccountId, Today> accounts = new HashMap<>();
    for (FigureQueries.Now now : heads) {
      AccountId account = now.head().position().account();
      queries
          .today(connection, now)
          .map(figures -> new Today(figures, now.head().termsVersion(), true))
          .ifPresent(found -> accounts.put(account, same(before.get(account), found)));
    }
    latest.accumulateAndGet(new Reading(beganAt, Map.copyOf(accounts)), Reading::orLater);
    return accounts;
  }

  private static Today same(@Nullable Today before, Today now) {
    return before != null && before.equals(now) ? before : now;
  }

  private Map<AccountId, Today> read(Set<AccountId> asked) {
    long beganAt = System.nanoTime();
    return transactions.withoutTransaction(
        connection -> {
          List<FigureQueries.Now> heads = Sql.list(connection, READ, queries::now, agreement);
          Map<AccountId, Today> accounts = taken(connection, beganAt, heads);
          for (FigureQueries.Now now : heads) {
            AccountId account = now.head().position().account();
            if (asked.contains(account) && !accounts.containsKey(account)) {
              // The account has not seen the day yet: its cells tell the figures.
              AccountFigures figures = queries.figures(connection, account, null);
              accounts.put(account, new Today(figures, now.head().termsVersion(), false));
            }
          }
          return accounts;
        });
  }
}
