package tradecredit.posting;

import java.time.Instant;
import java.util.Optional;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NotePosition;
import tradecredit.note.NoteRequest;
import tradecredit.note.NoteState;

/** One transaction on the note. */
public interface NoteSession {

  /** The database's clock, read after the lock. */
  Instant now();

  /** What was answered under this key, if it was used. */
  Optional<KeyRecord> answered(IdempotencyKey key);

  /** The outcome of a decision, as it was first answered. */
  NoteOutcome outcome(long decision);

  /** All that deciding this request needs, on the book's today. */
  NoteState state(NoteRequest request);

  /** Writes what was decided with its key, and moves the head. */
  void write(NoteOutcome outcome, NotePosition after, KeyRecord key);
}
