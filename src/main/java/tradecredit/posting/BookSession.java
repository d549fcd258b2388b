package tradecredit.posting;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import tradecredit.ledger.BatchItem;
import tradecredit.ledger.Book;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Position;
import tradecredit.ledger.TermsHistory;

/** One transaction on one account. */
public interface BookSession {

  /** The account's head, as it was locked or first read, or left ({@link BookStore#unasked}). */
  Position position();

  /** All versions of the account's terms up to the head's. */
  TermsHistory terms();

  /** What the batch was said to want. */
  Loaded loaded();

  /** The outcomes of these decisions, by number, as they were first answered. */
  Map<Long, Outcome> outcomes(Collection<Long> decisions);

  /** The refused items of a refused atomic batch. */
  List<BatchItem> refusedItems(long decision);

  /**
   * Writes all that the batch brought and moves the head. It is called once, and nothing is asked
   * of the session afterwards.
   */
  void write(Book book, List<KeyRecord> keys);
}
