package tradecredit.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tradecredit.agreement.AccountId;

/**
 * The real store, and which way each attempt went: {@code unasked}, {@code in vain} and, the
 * ordinary one, {@code asked}.
 */
final class WatchedStore implements BookStore {

  private final BookStore real;
  final List<String> ways = new ArrayList<>();

  /** Done once, after the next batch that is written unasked. */
  Runnable afterUnasked = () -> {};

  WatchedStore(BookStore real) {
    this.real = real;
  }

  @Override
  public <T> Optional<T> unasked(
      AccountId account,
      Wanted wanted,
      Supplier<Wanted> afterWaiting,
      Function<BookSession, T> work) {
    List<BookSession> sessions = new ArrayList<>();
    Optional<T> result =
        real.unasked(
            account,
            wanted,
            afterWaiting,
            session -> {
              sessions.add(session);
              return work.apply(session);
            });
    if (!sessions.isEmpty()) {
      ways.add(result.isPresent() ? "unasked" : "in vain");
    }
    if (result.isPresent()) {
      Runnable once = afterUnasked;
      afterUnasked = () -> {};
      once.run();
    }
    return result;
  }

  @Override
  public <T> T locked(
      AccountId account,
      Wanted wanted,
      Supplier<Wanted> afterWaiting,
      Function<BookSession, T> work) {
    T result = real.locked(account, wanted, afterWaiting, work);
    ways.add("asked");
    return result;
  }

  @Override
  public <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work) {
    return real.reading(account, wanted, work);
  }
}
