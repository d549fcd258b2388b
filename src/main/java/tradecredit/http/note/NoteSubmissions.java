package tradecredit.http.note;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import tradecredit.access.Principal;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.http.posting.OffLane;
import tradecredit.http.posting.Submissions;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ProblemResponses;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NotePayment;
import tradecredit.note.NotePaymentReturn;
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
  private final OffLane offLane;

  NoteSubmissions(Addressed addressed, NoteDesk desk, OffLane offLane) {
    this.addressed = addressed;
    this.desk = desk;
    this.offLane = offLane;
  }

  CompletionStage<HttpResponse<?>> submit(
      HttpRequest<?> request, PromissoryNoteTerms terms, JsonNode body, NoteRequest asked) {
    // Whoever is admitted this far acts for the payee, which may be a party or a group.
    Caller caller = new Caller(terms.payee().value(), Principal.of(request).name());
    return offLane.submit(
        request,
        body,
        (key, digest) -> {
          IdempotencyKey scoped = IdempotencyKey.ofAgreement(caller.party(), key);
          NoteSubmission submission = new NoteSubmission(caller, scoped, digest, asked);
          return answered(desk.submit(submission), terms, request.getPath());
        });
  }

  private HttpResponse<?> answered(NoteAnswer answer, PromissoryNoteTerms terms, String path) {
    return switch (answer) {
      case NoteAnswer.KeyReused _ -> throw Submissions.keyReused();
      case NoteAnswer.NotRecorded _ -> throw NoteProblems.notRecorded(terms.clause());
      case NoteAnswer.Decided decided ->
          Submissions.marked(rendered(decided.outcome(), terms, path), decided.replayed());
    };
  }

  private MutableHttpResponse<?> rendered(
      NoteOutcome outcome, PromissoryNoteTerms terms, String path) {
    return switch (outcome) {
      case NoteOutcome.Refused refused ->
          ProblemResponses.of(
              NoteProblems.of(refused.refusal(), refused.decision(), terms.clause(), path));
      case NoteOutcome.Posted recorded -> created(recorded, terms);
    };
  }

  private MutableHttpResponse<?> created(NoteOutcome.Posted recorded, PromissoryNoteTerms terms) {
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
      case NotePaymentReturn returned ->
          HttpResponse.created(
              NotePaymentReturnBody.of(
                  addressed.agreement(), recorded.decision(), recorded.entry(), returned));
    };
  }
}
