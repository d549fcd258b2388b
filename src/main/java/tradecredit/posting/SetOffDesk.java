package tradecredit.posting;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tradecredit.agreement.Agreement;
import tradecredit.ledger.Book;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.SetOff;
import tradecredit.platform.UnavailableException;
import tradecredit.posting.PairedStore.WantedOfAccount;
import tradecredit.posting.SetOffSubmission.HalfSubmission;

/**
 * Takes requests that move both accounts at once. They do not use a lane: each is a transaction of
 * its own that locks both heads in the order of their ids, so lanes of any replica wait for it as
 * they wait for each other. Guarantee, as for postings: what was answered is in both books exactly
 * once; after a lost answer the same request with the same key finds out.
 */
@Singleton
public final class SetOffDesk {

  private final Agreement agreement;
  private final PairedStore store;
  private final Turns turns;

  /** Over the agreement's accounts. */
  public SetOffDesk(Agreement agreement, PairedStore store, PostingSettings settings) {
    this.agreement = agreement;
    this.store = store;
    this.turns = new Turns("Set-offs", settings);
  }

  /**
   * Decides a request; blocks until it is committed.
   *
   * @throws UnavailableException where the database stays away, or too many come before
   */
  public SetOffAnswer submit(SetOffSubmission submission) {
    Proofs proofs = new Proofs();
    return turns.take(
        () ->
            store.locked(
                half(submission.first()),
                half(submission.second()),
                session -> decide(session, submission, proofs)));
  }

  private static WantedOfAccount half(HalfSubmission half) {
    return new WantedOfAccount(half.account().id(), Wanted.of(List.of(), List.of(half.posting())));
  }

  /**
   * Decides.
   *
   * @param proofs of the request's attempts; told what this one puts on record for the first
   *     account: if its answer is lost, the next one tells it for the first time
   */
  private SetOffAnswer decide(PairedSession session, SetOffSubmission submission, Proofs proofs) {
    SetOffSubmission once = submission.asOnceScoped();
    Map<IdempotencyKey, KeyRecord> answered =
        session.answered(
            List.of(
                submission.firstKey(), submission.secondKey(), once.firstKey(), once.secondKey()));
    // Only a set-off has a counterpart: a key of the note may lie under that scope, too.
    SetOffSubmission known = answered.containsKey(once.secondKey()) ? once : submission;
    KeyRecord first = answered.get(known.firstKey());
    if (first == null) {
      return post(session, submission, proofs);
    }
    KeyRecord second = answered.get(known.secondKey());
    if (second == null || !first.digest().equals(submission.digest())) {
      return new SetOffAnswer.KeyReused();
    }
    return new SetOffAnswer.Decided(
        !proofs.isOwn(first),
        new SetOff.Outcomes(outcome(session.first(), first), outcome(session.second(), second)));
  }

  private static Outcome outcome(BookSession session, KeyRecord known) {
    long decision = known.firstDecision();
    return Objects.requireNonNull(
        session.outcomes(List.of(decision)).get(decision), () -> "no decision " + decision);
  }

  private SetOffAnswer post(PairedSession session, SetOffSubmission submission, Proofs proofs) {
    Book first = open(session.first(), submission.first());
    Book second = open(session.second(), submission.second());
    SetOff.Outcomes outcomes =
        new SetOff(first, second)
            .post(
                submission.first().posting(),
                submission.second().posting(),
                submission.caller().principal());
    session.first().write(first, List.of());
    session.second().write(second, List.of());
    KeyRecord key = record(submission.firstKey(), submission, outcomes.first(), outcomes);
    proofs.wrote(List.of(key));
    session.remember(
        List.of(key, record(submission.secondKey(), submission, outcomes.second(), outcomes)));
    return new SetOffAnswer.Decided(false, outcomes);
  }

  private Book open(BookSession session, HalfSubmission half) {
    return BatchRun.open(session, agreement, half.account());
  }

  /** Both records are as old as the first decision, so they are forgotten together. */
  private static KeyRecord record(
      IdempotencyKey key, SetOffSubmission submission, Outcome outcome, SetOff.Outcomes both) {
    return new KeyRecord(
        key,
        submission.digest(),
        outcome.decision().number(),
        1,
        both.first().decision().recordedAt());
  }
}
