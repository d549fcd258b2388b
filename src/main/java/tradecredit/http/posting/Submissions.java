package tradecredit.http.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import tradecredit.access.Admitted;
import tradecredit.access.Credentials;
import tradecredit.access.EventLoops;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.PayloadDigest;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.ProblemResponses;
import tradecredit.http.wire.RefusalProblems;
import tradecredit.ledger.Document;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Posting;
import tradecredit.posting.Answer;
import tradecredit.posting.Caller;
import tradecredit.posting.IdempotencyKey;
import tradecredit.posting.Lanes;
import tradecredit.posting.Submission;

/** Takes a JSON body through the account's lane, and its outcome back. */
@Singleton
public final class Submissions {

  private static final String REPLAYED = "Idempotency-Replayed";

  private final Addressed addressed;
  private final Lanes lanes;
  private final Credentials credentials;

  Submissions(Addressed addressed, Lanes lanes, Credentials credentials) {
    this.addressed = addressed;
    this.lanes = lanes;
    this.credentials = credentials;
  }

  /**
   * Submits one posting.
   *
   * @param posted how whoever read the posting answers that it was posted
   */
  public CompletionStage<HttpResponse<?>> single(
      HttpRequest<?> request,
      TradingAccount account,
      JsonNode body,
      Posting posting,
      Function<Outcome.Posted, MutableHttpResponse<?>> posted) {
    Submission submission =
        submission(
            request, account, digest(request, body), Submission.Mode.INDEPENDENT, List.of(posting));
    return submit(request, submission)
        .thenApply(answer -> single(answer, request.getPath(), posted));
  }

  /**
   * Submits what a request brought, if its sender may still post when its body is there.
   *
   * @return the answer, off the lane's own thread: on the event loop that the request came in by
   */
  public CompletionStage<Answer> submit(HttpRequest<?> request, Submission submission) {
    return credentials
        .confirm(request)
        .thenCompose(mayStill -> lanes.submit(submission))
        .thenApplyAsync(answer -> proved(request, answer), EventLoops.of(request));
  }

  private static Answer proved(HttpRequest<?> request, Answer answer) {
    if (answer instanceof Answer.NotProved) {
      throw Credentials.invalid();
    }
    Admitted.of(request).proved();
    return answer;
  }

  /** What makes the payload of {@code request} the same one. */
  public static String digest(HttpRequest<?> request, JsonNode body) {
    return PayloadDigest.ofJson(request.getMethodName(), request.getPath(), body);
  }

  /** A submission of this request under its key. */
  public Submission submission(
      HttpRequest<?> request,
      TradingAccount account,
      String digest,
      Submission.Mode mode,
      List<? extends Posting> postings) {
    Caller caller = addressed.caller(request, account);
    IdempotencyKey key = new IdempotencyKey(caller.party(), Addressed.key(request), "");
    return new Submission(account.id(), caller, key, digest, mode, postings);
  }

  private static HttpResponse<?> single(
      Answer answer, String path, Function<Outcome.Posted, MutableHttpResponse<?>> posted) {
    return switch (answer) {
      case Answer.KeyReused ignored -> throw keyReused();
      case Answer.NotProved ignored -> throw Credentials.invalid();
      case Answer.BatchRefused refused ->
          throw new IllegalStateException("one posting was answered as a batch: " + refused);
      case Answer.Outcomes outcomes ->
          marked(rendered(outcomes.outcomes().getFirst(), path, posted), outcomes.replayed());
    };
  }

  private static MutableHttpResponse<?> rendered(
      Outcome outcome, String path, Function<Outcome.Posted, MutableHttpResponse<?>> posted) {
    return switch (outcome) {
      case Outcome.Refused refused ->
          ProblemResponses.of(RefusalProblems.of(refused.refusal(), refused.decision(), path));
      case Outcome.Posted done -> posted.apply(done);
    };
  }

  /** Says where a document is found again: among the account's {@code list}, under its id. */
  public static MutableHttpResponse<?> located(
      MutableHttpResponse<?> response, TradingAccount account, String list, Document document) {
    return response.header(
        HttpHeaders.LOCATION,
        "/v1/accounts/%s/%s/%s"
            .formatted(
                account.id(),
                list,
                DocumentId.of(account.id(), document.act(), document.sequence())));
  }

  /** Marks a repeated answer. */
  public static HttpResponse<?> marked(MutableHttpResponse<?> response, boolean replayed) {
    return replayed ? response.header(REPLAYED, "true") : response;
  }

  /** Ends a request whose key was used for another payload. */
  public static ProblemException keyReused() {
    return keyReused(
        "This Idempotency-Key has answered another method, path or body; a new posting needs a new key.");
  }

  /** The same in words of their own, for what is only a part of the payload. */
  public static ProblemException keyReused(String detail) {
    return new ProblemException(
        422,
        Codes.IDEMPOTENCY_KEY_REUSED,
        "The idempotency key was used for another request",
        detail);
  }
}
