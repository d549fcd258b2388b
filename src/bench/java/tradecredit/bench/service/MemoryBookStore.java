package tradecredit.bench.service;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tradecredit.agreement.AccountId;
import tradecredit.posting.BookSession;
import tradecredit.posting.BookStore;
import tradecredit.posting.Wanted;

/**
 * The book without its database: lanes, rules, hash chain, events and idempotency records are made
 * as ever, and are dropped where they would be written. Only the position is kept. What each
 * account begins with is read once from the real store. Keys and numbers are never seen to be used
 * before: the driver sends none twice.
 */
@Primary
@Singleton
@Requires(property = "bench.no-database", value = "true")
final class MemoryBookStore implements BookStore {

  private final BeanContext beans;
  private final Map<AccountId, MemoryBookSession> sessions = new ConcurrentHashMap<>();

  MemoryBookStore(BeanContext beans) {
    this.beans = beans;
  }

  @Override
  public <T> T locked(
      AccountId account,
      Wanted wanted,
      Supplier<Wanted> afterWaiting,
      Function<BookSession, T> work) {
    MemoryBookSession session = sessions.computeIfAbsent(account, this::begin);
    synchronized (session) {
      session.trust(wanted.unprovedApiKeys());
      return work.apply(session);
    }
  }

  private MemoryBookSession begin(AccountId account) {
    return real().reading(account, Wanted.NOTHING, MemoryBookSession::new);
  }

  @Override
  public <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work) {
    return real().reading(account, wanted, work);
  }

  private BookStore real() {
    return beans.getBeansOfType(BookStore.class).stream()
        .filter(store -> store != this)
        .findFirst()
        .orElseThrow();
  }
}
