package tradecredit.store;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AccessSettings;
import tradecredit.access.SharedReads;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.inquiry.AccountFigures;
import tradecredit.posting.BookUnavailableException;

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
final class HeadReads {

  private static final String READ =
      "SELECT %s\nFROM account_head h WHERE h.agreement_id = ?"
          .formatted(FigureQueries.HEAD_AND_CLOCK);

  /** For so long after a poll, who reads the store for another reason reads the heads with it. */
  private static final Duration WANTED_FOR = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final FigureQueries queries;
  private final String agreement;
  private final SharedReads<AccountId, AccountFigures> reads;
  private final AtomicReference<Reading> latest =
      new AtomicReference<>(new Reading(System.nanoTime(), Map.of()));
  private volatile long askedAt = System.nanoTime() - WANTED_FOR.toNanos();

  HeadReads(
      Transactions transactions,
      FigureQueries queries,
      Agreement agreement,
      AccessSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.transactions = transactions;
    this.queries = queries;
    this.agreement = agreement.id().value();
    this.reads =
        new SharedReads<>(
            this::read,
            found -> {},
            BookUnavailableException.class::isInstance,
            executor,
            settings.waitingChecks());
  }

  /** What was found by a statement that was sent at or after {@code beganAt}. */
  private record Reading(long beganAt, Map<AccountId, AccountFigures> figures) {

    Reading orLater(Reading other) {
      return other.beganAt - beganAt > 0 ? other : this;
    }
  }

  /**
   * Today's figures of an account, from a reading that began at or after {@code arrivedAt}.
   *
   * @param arrivedAt by {@link System#nanoTime}
   */
  CompletableFuture<AccountFigures> since(AccountId account, long arrivedAt) {
    askedAt = System.nanoTime();
    Reading last = latest.get();
    AccountFigures figures = last.figures().get(account);
    return figures != null && last.beganAt() - arrivedAt >= 0
        ? CompletableFuture.completedFuture(figures)
        : reads.read(account).thenApply(found -> found.orElseThrow());
  }

  /** Whether polls come, so that it pays to read the heads beside something else. */
  boolean areWanted() {
    return System.nanoTime() - askedAt < WANTED_FOR.toNanos();
  }

  /**
   * Takes heads that were read beside something else.
   *
   * @param beganAt an instant, by {@link System#nanoTime}, before their statement was sent
   * @param connection for the terms, where they are not remembered
   */
  Map<AccountId, AccountFigures> take(
      Connection connection, long beganAt, List<FigureQueries.Now> heads) throws SQLException {
    Map<AccountId, AccountFigures> before = latest.get().figures();
    Map<AccountId, AccountFigures> figures = new HashMap<>();
    for (FigureQueries.Now head : heads) {
      AccountId account = head.head().position().account();
      queries
          .today(connection, head)
          .ifPresent(found -> figures.put(account, same(before.get(account), found)));
    }
    latest.accumulateAndGet(new Reading(beganAt, Map.copyOf(figures)), Reading::orLater);
    return figures;
  }

  private static AccountFigures same(@Nullable AccountFigures before, AccountFigures now) {
    return before != null && before.equals(now) ? before : now;
  }

  private Map<AccountId, AccountFigures> read(Set<AccountId> asked) {
    long beganAt = System.nanoTime();
    return transactions.glance(
        connection -> {
          Map<AccountId, AccountFigures> figures =
              take(connection, beganAt, Sql.list(connection, READ, queries::now, agreement));
          for (AccountId account : asked) {
            if (!figures.containsKey(account)) {
              // The account has not seen the day yet: its cells tell the figures.
              figures.put(account, queries.figures(connection, account, null));
            }
          }
          return figures;
        });
  }
}
