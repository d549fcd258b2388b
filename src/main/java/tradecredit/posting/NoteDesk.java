package tradecredit.posting;

import jakarta.inject.Singleton;
import java.util.List;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.note.NoteAct;
import tradecredit.note.NoteBook;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NoteState;
import tradecredit.platform.UnavailableException;

/**
 * Takes requests to the promissory note, one at a time: a note has a handful of payments a month,
 * so it has no lane, only its own row lock. Guarantee, as for postings: what was answered is in the
 * book exactly once; after a lost answer the same request with the same key finds out.
 */
@Singleton
public final class NoteDesk {

  private final Agreement agreement;
  private final NoteStore store;
  private final Turns turns;

  /** Over the agreement's note. */
  public NoteDesk(Agreement agreement, NoteStore store, PostingSettings settings) {
    this.agreement = agreement;
    this.store = store;
    this.turns = new Turns("The note", settings);
  }

  /**
   * Decides a request; blocks until it is committed.
   *
   * @throws UnavailableException where the database stays away, or too many come before
   * @throws IllegalStateException where the agreement has no promissory note
   */
  public NoteAnswer submit(NoteSubmission submission) {
    PromissoryNoteTerms terms = agreement.promissoryNote();
    if (terms == null) {
      throw new IllegalStateException("the agreement has no promissory note");
    }
    Proofs proofs = new Proofs();
    return turns.take(() -> store.locked(session -> decide(session, terms, submission, proofs)));
  }

  /**
   * Decides.
   *
   * @param proofs of the request's attempts; told what this one puts on record: if its answer is
   *     lost, the next one tells it for the first time
   */
  private NoteAnswer decide(
      NoteSession session, PromissoryNoteTerms terms, NoteSubmission submission, Proofs proofs) {
    KeyRecord known = session.answered(submission.key()).orElse(null);
    if (known != null) {
      return known.digest().equals(submission.digest())
          ? new NoteAnswer.Decided(!proofs.isOwn(known), session.outcome(known.firstDecision()))
          : new NoteAnswer.KeyReused();
    }
    NoteState state = session.state(submission.request());
    if (submission.request().act() != NoteAct.NOTE && !state.position().isRecorded()) {
      return new NoteAnswer.NotRecorded();
    }
    NoteBook book = new NoteBook(terms, agreement.effectiveDate(), state);
    NoteOutcome outcome =
        book.decide(submission.request(), session.now(), submission.caller().principal());
    KeyRecord key =
        new KeyRecord(
            submission.key(),
            submission.digest(),
            outcome.decision().number(),
            1,
            outcome.decision().recordedAt());
    proofs.wrote(List.of(key));
    session.write(outcome, book.position(), key);
    return new NoteAnswer.Decided(false, outcome);
  }
}
