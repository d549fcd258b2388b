package tradecredit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NotePayment;
import tradecredit.note.NoteRequest;
import tradecredit.note.PromissoryNote;
import tradecredit.posting.Caller;
import tradecredit.posting.IdempotencyKey;
import tradecredit.posting.NoteAnswer;
import tradecredit.posting.NoteDesk;
import tradecredit.posting.NoteSubmission;

/** Takes a request to the promissory note's desk, and its outcome back. */
@Singleton
final class NoteSubmissions {

  private final Addressed addressed;
  private final NoteDesk desk;

  NoteSubmissions(Addressed addressed, NoteDesk desk) {
    this.addressed = addressed;
    this.desk = desk;
  }

  /** Submits under the request's key; blocks until it is decided and committed. */
  HttpResponse<?> submit(
      HttpRequest<?> request, PromissoryNoteTerms terms, JsonNode body, NoteRequest asked) {
    String digest =
        JsonBody.digest(request.getMethodName(), request.getPath(), "application/json", body);
    // Whoever got as far acts for the payee, be it a party or a group.
    Caller caller = new Caller(terms.payee().value(), Addressed.principal(request).name());
    IdempotencyKey key = IdempotencyKey.ofAgreement(caller.party(), Addressed.key(request));
    NoteSubmission submission = new NoteSubmission(caller, key, digest, asked);
    return switch (desk.submit(submission)) {
      case NoteAnswer.KeyReused _ -> ProblemResponses.of(Submissions.keyReused(request.getPath()));
      case NoteAnswer.NotRecorded _ -> throw NoteProblems.notRecorded(terms.clause());
      case NoteAnswer.Decided decided ->
          Submissions.marked(
              rendered(decided.outcome(), terms, request.getPath()), decided.replayed());
    };
  }

  private MutableHttpResponse<?> rendered(
      NoteOutcome outcome, PromissoryNoteTerms terms, String path) {
    return switch (outcome) {
      case NoteOutcome.Refused refused ->
          ProblemResponses.of(
              NoteProblems.of(refused.refusal(), refused.decision(), terms.clause(), path));
      case NoteOutcome.Recorded recorded -> created(recorded, terms);
    };
  }

  private MutableHttpResponse<?> created(NoteOutcome.Recorded recorded, PromissoryNoteTerms terms) {
    return switch (recorded.document()) {
      case PromissoryNote note ->
          HttpResponse.created(
                  PromissoryNoteBody.recorded(addressed.agreement(), terms, recorded, note))
              .header(
                  HttpHeaders.LOCATION,
                  "/v1/agreements/%s/promissory-note".formatted(addressed.agreement().id()));
      case NotePayment payment ->
          HttpResponse.created(
              NotePaymentBody.of(
                  addressed.agreement(), recorded.decision(), recorded.entry(), payment));
    };
  }
}
