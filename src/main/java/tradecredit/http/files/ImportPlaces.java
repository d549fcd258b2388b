package tradecredit.http.files;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.Resending;

/**
 * How many imports of each account there are at once: one supplier's files never hold back
 * another's.
 */
final class ImportPlaces {

  private final Map<AccountId, Semaphore> free;

  /** So many for each account. */
  ImportPlaces(List<TradingAccount> accounts, int places) {
    free =
        accounts.stream()
            .map(TradingAccount::id)
            .collect(
                Collectors.toUnmodifiableMap(Function.identity(), id -> new Semaphore(places)));
  }

  /**
   * Takes a place.
   *
   * @throws ProblemException if none is free
   */
  Place take(AccountId account) {
    Semaphore places = Objects.requireNonNull(free.get(account));
    if (!places.tryAcquire()) {
      throw ProblemException.busy(
          "As many imports of account %s run as are taken at once; ".formatted(account)
              + Resending.WITH_ITS_KEY.afterRefusal());
    }
    CompletableFuture<Void> end = new CompletableFuture<>();
    Future<?> _ = end.thenRun(places::release);
    return new Place(end);
  }

  /**
   * A place, which is free again once it is given back; that may be done more than once.
   *
   * @param end completes then
   */
  record Place(CompletableFuture<Void> end) {

    void giveBack() {
      end.complete(null);
    }
  }
}
