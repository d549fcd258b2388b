package tradecredit.posting;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tradecredit.agreement.AccountId;
import tradecredit.platform.UnavailableException;

/** Where the book is kept. */
public interface BookStore {

  /**
   * Runs {@code work} in one transaction that holds the account's head locked from its first
   * statement on, and commits it.
   *
   * @param wanted what the batch needs: it is read right after the lock
   * @param afterWaiting what it needs, asked for once the lock is held, where another transaction
   *     holds it or held it a moment ago: more may have come to the batch meanwhile. A store that
   *     does not see whether it waits never asks
   * @throws UnavailableException where the database is away, or says that the transaction may
   *     succeed when repeated; whether it was committed is then unknown
   */
  <T> T locked(
      AccountId account,
      Wanted wanted,
      Supplier<Wanted> afterWaiting,
      Function<BookSession, T> work);

  /** The same for what nobody joins. */
  default <T> T locked(AccountId account, Wanted wanted, Function<BookSession, T> work) {
    return locked(account, wanted, () -> wanted, work);
  }

  /**
   * Writes optimistically: assumes that the head is the one that is remembered, that the day is the
   * same, that the API keys hold, and that no invoice number and no idempotency key is taken. The
   * one statement that writes checks all of that, and writes nothing if any of it is wrong. Nothing
   * is written either where {@code work} refuses something: of a refused number that statement
   * cannot tell whether it is taken.
   *
   * <p>The remembered head is the one that the last batch from here left behind. Where another
   * replica posts to the account at the same time, that one is stale: there the head is locked and
   * read first, and only the rest is assumed.
   *
   * @param wanted what the batch would ask for
   * @param afterWaiting the same, asked for where the account was waited for, as for {@link
   *     #locked}
   * @return empty where nothing was written, because something is otherwise or may well be, or
   *     because {@code work} brought nothing to write: then call {@link #locked}, and ignore what
   *     {@code work} returned
   * @throws UnavailableException as {@link #locked}; whether it was committed is then unknown
   */
  default <T> Optional<T> unasked(
      AccountId account,
      Wanted wanted,
      Supplier<Wanted> afterWaiting,
      Function<BookSession, T> work) {
    return Optional.empty();
  }

  /** Runs {@code work} on one consistent reading of the account, locking and writing nothing. */
  <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work);
}
