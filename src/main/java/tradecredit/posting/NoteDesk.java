package tradecredit.posting;

import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.note.NoteAct;
import tradecredit.note.NoteBook;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NoteState;

/**
 * Takes requests to the promissory note, one at a time: a note has a handful of payments a month,
 * so it has no lane, only its own row lock. Guarantee, as for postings: what was answered is in the
 * book exactly once; after a lost answer the same request with the same key finds out.
 *
 * <p>Within one service the requests queue here and not at the row, so that they never hold more
 * than one connection of the pool that the lanes share.
 */
@Singleton
public final class NoteDesk {

  private static final Logger LOG = LoggerFactory.getLogger(NoteDesk.class);

  private final Agreement agreement;
  private final NoteStore store;
  private final PostingSettings settings;
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Over the agreement's note. */
  public NoteDesk(Agreement agreement, NoteStore store, PostingSettings settings) {
    this.agreement = agreement;
    this.store = store;
    this.settings = settings;
  }

  /**
   * Decides a request; blocks until it is committed.
   *
   * @throws BookUnavailableException where the database stays away, or too many come before
   * @throws IllegalStateException where the agreement has no promissory note
   */
  public NoteAnswer submit(NoteSubmission submission) {
    PromissoryNoteTerms terms = agreement.promissoryNote();
    if (terms == null) {
      throw new IllegalStateException("the agreement has no promissory note");
    }
    long deadline = System.nanoTime() + settings.answerTimeout().toNanos();
    try {
      if (!turn.tryLock(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BookUnavailableException(
            "no turn at the note in time", new IllegalStateException("many wait"));
      }
      try {
        return withRetries(terms, submission, deadline);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BookUnavailableException("stopped while it waited", stopped);
    }
  }

  private NoteAnswer withRetries(
      PromissoryNoteTerms terms, NoteSubmission submission, long deadline)
      throws InterruptedException {
    long delayMillis = settings.retryDelay().toMillis();
    for (int attempt = 1; ; attempt++) {
      try {
        return store.locked(session -> decide(session, terms, submission));
      } catch (BookUnavailableException unavailable) {
        if (attempt == settings.attempts() || System.nanoTime() > deadline) {
          throw unavailable;
        }
        LOG.warn(
            "The note: attempt {} failed, trying again: {}", attempt, unavailable.getMessage());
        Thread.sleep(delayMillis);
        delayMillis *= 2;
      }
    }
  }

  private NoteAnswer decide(
      NoteSession session, PromissoryNoteTerms terms, NoteSubmission submission) {
    KeyRecord known = session.answered(submission.key()).orElse(null);
    if (known != null) {
      return known.digest().equals(submission.digest())
          ? new NoteAnswer.Decided(true, session.outcome(known.firstDecision()))
          : new NoteAnswer.KeyReused();
    }
    NoteState state = session.state(submission.request());
    if (submission.request().act() == NoteAct.PAYMENT && !state.position().isRecorded()) {
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
    session.write(outcome, book.position(), key);
    return new NoteAnswer.Decided(false, outcome);
  }
}
