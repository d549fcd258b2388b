package tradecredit.note;

/** How a request to the note ended. */
public sealed interface NoteOutcome {

  /** The record of the decision. */
  NoteDecision decision();

  /** It is in the book. */
  record Posted(NoteDecision decision, NoteEntry entry, NoteDocument document)
      implements NoteOutcome {}

  /** A rule turned it down; the note is as it was. */
  record Refused(NoteDecision decision, NoteRefusal refusal) implements NoteOutcome {}
}
