package tradecredit.posting;

import java.util.function.Function;
import tradecredit.agreement.AccountId;
import tradecredit.platform.UnavailableException;

/** Where both books of a pair of accounts are kept. */
public interface PairedStore {

  /**
   * Runs {@code work} in one transaction that holds the heads of both accounts locked before
   * anything else is read, and commits it. Heads are locked in the order of their ids, always, so
   * that no two such transactions wait for each other. Both sessions have the same moment and
   * business date, read under both locks: the day may end meanwhile, and both halves belong to the
   * same day.
   *
   * @param first on the account whose id comes first
   * @throws IllegalArgumentException if the ids are not in order
   * @throws UnavailableException where the database is away, or says that the transaction may
   *     succeed when repeated; whether it was committed is then unknown
   */
  <T> T locked(WantedOfAccount first, WantedOfAccount second, Function<PairedSession, T> work);

  /**
   * What is asked of one of the accounts.
   *
   * @param wanted what is read once both heads are locked
   */
  record WantedOfAccount(AccountId account, Wanted wanted) {}
}
