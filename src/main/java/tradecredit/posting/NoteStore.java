package tradecredit.posting;

import java.util.function.Function;
import tradecredit.platform.UnavailableException;

/** Where the promissory note is kept. */
public interface NoteStore {

  /**
   * Runs {@code work} in one transaction that holds the note's own head locked from its first
   * statement on, and commits it. The accounts' heads are not touched.
   *
   * @throws UnavailableException where the database is away, or says that the transaction may
   *     succeed when repeated; whether it was committed is then unknown
   */
  <T> T locked(Function<NoteSession, T> work);
}
