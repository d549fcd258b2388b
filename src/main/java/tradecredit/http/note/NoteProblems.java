package tradecredit.http.note;

import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Problem;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.RefusalProblems;
import tradecredit.ledger.RefusalCode;
import tradecredit.note.NoteDecision;
import tradecredit.note.NoteRefusal;

/** Refusals of the promissory note as problem documents. */
final class NoteProblems {

  private NoteProblems() {}

  /** The problem of a decision's refusal; {@code clause} is the note's. */
  static Problem of(NoteRefusal refusal, NoteDecision decision, int clause, String path) {
    RefusalCode code = refusal.code();
    Problem problem =
        Problem.of(code.status(), code.code(), code.title(), detail(refusal), path)
            .withClause(isOfTheNote(refusal) ? clause : null)
            .with("retryMaySucceed", code.retryMaySucceed());
    return facts(problem, refusal)
        .with("decidedAt", decision.recordedAt().toString())
        .with("note", NotePaymentBody.NoteStateBody.of(decision));
  }

  private static Problem facts(Problem problem, NoteRefusal refusal) {
    return switch (refusal) {
      case NoteRefusal.AlreadyRecorded standing ->
          problem
              .with("principal", standing.principal().toString())
              .with("recordedAt", standing.recordedAt().toString())
              .with("recordedBy", standing.recordedBy());
      case NoteRefusal.AlreadyReturned before ->
          problem
              .with("state", "returned")
              .with("sequence", before.sequence())
              .with("date", before.date().toString());
      case NoteRefusal.ReturnedBeforeReceived early ->
          problem.with("earliest", early.receivedDate().toString());
      case NoteRefusal.PaymentExceedsNote over -> problem.with("unpaid", over.unpaid().toString());
      case NoteRefusal.AllocationExceedsInstalment over ->
          problem.with("unpaid", over.unpaid().toString());
      case NoteRefusal.ReferenceTaken _,
          NoteRefusal.DateBeforeAgreement _,
          NoteRefusal.DateInFuture _,
          NoteRefusal.InstalmentUnknown _,
          NoteRefusal.AllocationsDiffer _ ->
          problem;
    };
  }

  /** Whether the rule follows from the note's clause; references and dates are the book's own. */
  private static boolean isOfTheNote(NoteRefusal refusal) {
    return switch (refusal) {
      case NoteRefusal.ReferenceTaken _,
          NoteRefusal.AlreadyReturned _,
          NoteRefusal.ReturnedBeforeReceived _,
          NoteRefusal.DateBeforeAgreement _,
          NoteRefusal.DateInFuture _ ->
          false;
      case NoteRefusal.AlreadyRecorded _,
          NoteRefusal.PaymentExceedsNote _,
          NoteRefusal.InstalmentUnknown _,
          NoteRefusal.AllocationExceedsInstalment _,
          NoteRefusal.AllocationsDiffer _ ->
          true;
    };
  }

  /**
   * A note is recorded once, whatever the key; everything else may be sent again in another way.
   */
  private static String detail(NoteRefusal refusal) {
    String reason = reason(refusal);
    RefusalCode code = refusal.code();
    return refusal instanceof NoteRefusal.AlreadyRecorded
        ? reason
        : reason + RefusalProblems.newKey(code, code.retryMaySucceed());
  }

  private static String reason(NoteRefusal refusal) {
    return switch (refusal) {
      case NoteRefusal.AlreadyRecorded standing ->
          "A note of %s stands already; it is recorded once.".formatted(standing.principal());
      case NoteRefusal.ReferenceTaken taken ->
          "Payment %s is already recorded on the note.".formatted(taken.reference());
      case NoteRefusal.AlreadyReturned before ->
          "The payment was returned on %s (entry %d).".formatted(before.date(), before.sequence());
      case NoteRefusal.ReturnedBeforeReceived early ->
          "The payment was received on %s; it cannot be returned on %s."
              .formatted(early.receivedDate(), early.date());
      case NoteRefusal.DateBeforeAgreement early ->
          "%s is before the agreement's effective date, %s."
              .formatted(early.date(), early.agreementDate());
      case NoteRefusal.DateInFuture late ->
          "%s is after the business date, %s.".formatted(late.date(), late.businessDate());
      case NoteRefusal.PaymentExceedsNote over ->
          "%s is more than the %s that is unpaid of the note, which holds no credit."
              .formatted(over.amount(), over.unpaid());
      case NoteRefusal.InstalmentUnknown unknown ->
          "There is no instalment %d: the note's are 1 to %d."
              .formatted(unknown.instalment(), unknown.last());
      case NoteRefusal.AllocationExceedsInstalment over ->
          "%s is more than the %s that is unpaid of instalment %d."
              .formatted(over.amount(), over.unpaid(), over.instalment());
      case NoteRefusal.AllocationsDiffer differ ->
          "The allocations sum to %s, the payment is %s: each cent of it goes to an instalment."
              .formatted(differ.allocations(), differ.amount());
    };
  }

  /** There is no note to read or to pay on yet. */
  static ProblemException notRecorded(int clause) {
    return new ProblemException(
        404,
        Codes.PROMISSORY_NOTE_NOT_RECORDED,
        "The promissory note is not recorded",
        "The sum of the note of clause %d is not recorded yet: POST its principal to …/promissory-note first."
            .formatted(clause));
  }
}
