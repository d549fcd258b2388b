package tradecredit.posting;

import tradecredit.note.NoteOutcome;

/** What is answered to a request to the note. */
public sealed interface NoteAnswer {

  /** It was decided, now or when the key was first used. */
  record Decided(boolean replayed, NoteOutcome outcome) implements NoteAnswer {}

  /** The key was used for another payload; nothing was decided. */
  record KeyReused() implements NoteAnswer {}

  /** There is no note to pay on yet; nothing was decided, and the key is free. */
  record NotRecorded() implements NoteAnswer {}
}
