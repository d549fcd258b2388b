package tradecredit.ledger;

/** How a posting ended. */
public sealed interface Outcome {

  /** The record of the decision. */
  Decision decision();

  /** It is in the book. */
  record Posted(Decision decision, Document document) implements Outcome {}

  /** A rule turned it down; the book is as it was. */
  record Refused(Decision decision, Refusal refusal) implements Outcome {}
}
