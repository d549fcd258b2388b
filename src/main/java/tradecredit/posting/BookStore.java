package tradecredit.posting;

import java.util.function.Function;
import tradecredit.agreement.AccountId;

/** Where the book is kept. */
public interface BookStore {

  /**
   * Runs {@code work} in one transaction that holds the account's head locked from its first
   * statement on, and commits it.
   *
   * @param wanted what the batch needs: it is read right after the lock
   * @throws BookUnavailableException where the database is away, or says that the transaction may
   *     succeed when repeated; whether it was committed is then unknown
   */
  <T> T locked(AccountId account, Wanted wanted, Function<BookSession, T> work);

  /** Runs {@code work} on one consistent reading of the account, locking and writing nothing. */
  <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work);
}
