package tradecredit.ledger;

import java.util.List;

/** How an atomic batch ended: all of it, or nothing. */
public sealed interface BatchOutcome {

  /** Every invoice is in the book, in the batch's order. */
  record AllPosted(List<Outcome> outcomes) implements BatchOutcome {}

  /** Nothing is in the book; these items were refused, the others would have been accepted. */
  record NonePosted(Decision decision, List<BatchItem> refused) implements BatchOutcome {}
}
