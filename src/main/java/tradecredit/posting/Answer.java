package tradecredit.posting;

import java.util.List;
import tradecredit.ledger.BatchItem;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Outcome;

/** What a lane answers to a submission. */
public sealed interface Answer {

  /**
   * Each posting has its outcome, in the submission's order. A submission without postings gets all
   * outcomes that its key was answered with before, or none.
   */
  record Outcomes(boolean replayed, List<Outcome> outcomes) implements Answer {}

  /** The atomic batch was refused; nothing of it is in the book. */
  record BatchRefused(boolean replayed, Decision decision, List<BatchItem> refused)
      implements Answer {}

  /**
   * The key was used for another payload; nothing was decided.
   *
   * @param ofFile whether that is the key of the whole file of which the submission is a group: no
   *     group of the file is decided then
   */
  record KeyReused(boolean ofFile) implements Answer {}

  /** The caller's API key, on which it was trusted, does not hold; nothing was decided. */
  record NotProved() implements Answer {}
}
