package tradecredit.http.setoff;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletionStage;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.desk.DeskReader;
import tradecredit.http.posting.OffLane;
import tradecredit.http.posting.Submissions;
import tradecredit.http.setoff.SetOffDecisionBody.DecidedHalfBody;
import tradecredit.http.setoff.SetOffReader.WantedHalf;
import tradecredit.http.setoff.SetOffReader.WantedSetOff;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ProblemResponses;
import tradecredit.http.wire.RefusalProblems;
import tradecredit.inquiry.Recorded;
import tradecredit.inquiry.SetOffReading;
import tradecredit.inquiry.SetOffReading.HalfReading;
import tradecredit.ledger.Decision;
import tradecredit.ledger.DeskRefusal;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.SetOff;
import tradecredit.ledger.SetOffDocument;
import tradecredit.ledger.SetOffPosting;
import tradecredit.posting.Caller;
import tradecredit.posting.SetOffAnswer;
import tradecredit.posting.SetOffDesk;
import tradecredit.posting.SetOffSubmission;
import tradecredit.posting.SetOffSubmission.HalfSubmission;

/** Takes a request that moves both accounts to its desk, and its outcome back. */
@Singleton
final class SetOffSubmissions {

  private final Addressed addressed;
  private final SetOffDesk desk;
  private final OffLane offLane;

  SetOffSubmissions(Addressed addressed, SetOffDesk desk, OffLane offLane) {
    this.addressed = addressed;
    this.desk = desk;
    this.offLane = offLane;
  }

  CompletionStage<HttpResponse<?>> propose(
      HttpRequest<?> request, JsonNode body, WantedSetOff proposal) {
    return submit(
        request,
        body,
        half(request, proposal.first(), proposal.reason()),
        half(request, proposal.second(), proposal.reason()));
  }

  private HalfSubmission half(HttpRequest<?> request, WantedHalf half, String reason) {
    return new HalfSubmission(
        half.account(),
        new SetOffPosting.Proposal(side(request, half.account()), half.wanted(), reason));
  }

  CompletionStage<HttpResponse<?>> decide(
      HttpRequest<?> request, JsonNode body, SetOffReading setOff, DeskReader.Said said) {
    return submit(
        request, body, half(request, setOff.first(), said), half(request, setOff.second(), said));
  }

  private HalfSubmission half(HttpRequest<?> request, HalfReading half, DeskReader.Said said) {
    TradingAccount account = addressed.account(half.account().value());
    return new HalfSubmission(
        account,
        new SetOffPosting.Ruling(
            half.proposal(), side(request, account), said.verdict(), said.note()));
  }

  /** For which side of the account the caller acts. */
  private String side(HttpRequest<?> request, TradingAccount account) {
    return addressed.caller(request, account).party();
  }

  private CompletionStage<HttpResponse<?>> submit(
      HttpRequest<?> request, JsonNode body, HalfSubmission first, HalfSubmission second) {
    Caller caller = addressed.caller(request);
    return offLane.submit(
        request,
        body,
        (key, digest) -> {
          SetOffSubmission submission = new SetOffSubmission(caller, key, digest, first, second);
          return answered(desk.submit(submission), submission, request.getPath());
        });
  }

  private HttpResponse<?> answered(SetOffAnswer answer, SetOffSubmission submission, String path) {
    return switch (answer) {
      case SetOffAnswer.KeyReused ignored -> throw Submissions.keyReused();
      case SetOffAnswer.Decided decided ->
          Submissions.marked(rendered(decided.outcomes(), submission, path), decided.replayed());
    };
  }

  private MutableHttpResponse<?> rendered(
      SetOff.Outcomes outcomes, SetOffSubmission submission, String path) {
    if (outcomes.first() instanceof Outcome.Posted first
        && outcomes.second() instanceof Outcome.Posted second) {
      return posted(first, second, submission);
    }
    return outcomes.first() instanceof Outcome.Refused first
            && !(first.refusal() instanceof DeskRefusal.CounterpartRefused)
        ? refused(first, submission.first(), path)
        : refused((Outcome.Refused) outcomes.second(), submission.second(), path);
  }

  /** The rule that stands against it, and on which account. */
  private static MutableHttpResponse<?> refused(
      Outcome.Refused refused, HalfSubmission half, String path) {
    return ProblemResponses.of(
        RefusalProblems.of(refused.refusal(), refused.decision(), path)
            .with("accountId", half.account().id().value()));
  }

  private MutableHttpResponse<?> posted(
      Outcome.Posted first, Outcome.Posted second, SetOffSubmission submission) {
    return first.document() instanceof SetOffDocument.Proposed one
        ? proposed(one, (SetOffDocument.Proposed) second.document(), first, second, submission)
        : decided(first, second, submission);
  }

  private MutableHttpResponse<?> proposed(
      SetOffDocument.Proposed one,
      SetOffDocument.Proposed other,
      Outcome.Posted first,
      Outcome.Posted second,
      SetOffSubmission submission) {
    SetOffReading reading =
        new SetOffReading(
            new HalfReading(submission.first().account().id(), one, null),
            new HalfReading(submission.second().account().id(), other, null),
            Recorded.by(first.decision()),
            null);
    SetOffBody body =
        SetOffBody.proposed(
            agreement(), addressed.currency(), reading, first.decision(), second.decision());
    return HttpResponse.created(body)
        .header(
            HttpHeaders.LOCATION,
            "/v1/agreements/%s/set-offs/%s".formatted(agreement(), body.id()));
  }

  private MutableHttpResponse<?> decided(
      Outcome.Posted first, Outcome.Posted second, SetOffSubmission submission) {
    Decision by = first.decision();
    return HttpResponse.created(
        SetOffDecisionBody.of(
            agreement(),
            addressed.currency(),
            submission.first().account().id(),
            (SetOffDocument.Decided) first.document(),
            by,
            List.of(half(first, submission.first()), half(second, submission.second()))));
  }

  private static DecidedHalfBody half(Outcome.Posted posted, HalfSubmission half) {
    return DecidedHalfBody.of(
        half.account().id(), (SetOffDocument.Decided) posted.document(), posted.decision());
  }

  private String agreement() {
    return addressed.agreement().id().value();
  }
}
