package tradecredit.http.setoff;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.desk.DeskReader;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Cursor;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.ProblemException;
import tradecredit.http.wire.Query;
import tradecredit.inquiry.SetOffInquiries;
import tradecredit.inquiry.SetOffInquiries.After;
import tradecredit.inquiry.SetOffInquiries.Placed;
import tradecredit.inquiry.SetOffReading;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.Act;
import tradecredit.ledger.DocumentId;
import tradecredit.platform.Shortened;

/** What two accounts owe each other, netted. */
@Controller("/v1/agreements/{agreementId}/set-offs")
@ExecuteOn(TaskExecutors.BLOCKING)
class SetOffController {

  private static final String LIST = "set-offs";

  private final Addressed addressed;
  private final SetOffReader reader;
  private final SetOffSubmissions submissions;
  private final SetOffInquiries inquiries;

  SetOffController(
      Addressed addressed,
      SetOffReader reader,
      SetOffSubmissions submissions,
      SetOffInquiries inquiries) {
    this.addressed = addressed;
    this.reader = reader;
    this.submissions = submissions;
    this.inquiries = inquiries;
  }

  @SetOffApi.ProposeSetOff
  @Needs(Permission.SET_OFF)
  @Post
  CompletionStage<HttpResponse<?>> proposeSetOff(
      HttpRequest<?> request,
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @Body byte @Nullable [] body) {
    addressed.agreement(agreementId);
    Addressed.requireKey(request);
    JsonNode json = addressed.json(body);
    return submissions.propose(request, json, reader.proposal(json));
  }

  @SetOffApi.DecideSetOff
  @Needs(Permission.SET_OFF)
  @Post("/{setOffId}/approval")
  CompletionStage<HttpResponse<?>> decideSetOff(
      HttpRequest<?> request,
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @ApiSchemas.SetOffPath @PathVariable String setOffId,
      @Body byte @Nullable [] body) {
    Agreement agreement = addressed.agreement(agreementId);
    Addressed.requireKey(request);
    JsonNode json = addressed.json(body);
    SetOffReading setOff = found(agreement, setOffId, this::proposed);
    return submissions.decide(request, json, setOff, DeskReader.said(json));
  }

  @SetOffApi.ListSetOffs
  @Needs(Permission.READ_POSITION)
  @Get
  HttpResponse<Page<SetOffBody>> listSetOffs(
      HttpRequest<?> request,
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue String limit) {
    addressed.agreement(agreementId);
    Slice<Placed> slice =
        inquiries.page(
            Query.cases(status, "proposed", "decided"), after(cursor), Query.limit(limit));
    String next = slice.more() ? cursor(slice.items().getLast().place()) : null;
    List<SetOffBody> items = slice.items().stream().map(one -> body(one.reading())).toList();
    return Page.response(request, items, next);
  }

  private static String cursor(After place) {
    return Cursor.after(LIST, place.sequence() + ":" + place.account());
  }

  private static After after(@Nullable String cursor) {
    After after = Cursor.read(cursor, LIST, SetOffController::place);
    return after == null ? After.NOTHING : after;
  }

  private static After place(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("no place of this list");
    }
    return new After(
        new AccountId(text.substring(colon + 1)).value(), Query.sequence(text.substring(0, colon)));
  }

  @SetOffApi.GetSetOff
  @Needs(Permission.READ_POSITION)
  @Get("/{setOffId}")
  SetOffBody getSetOff(
      @ApiSchemas.AgreementPath @PathVariable String agreementId,
      @ApiSchemas.SetOffPath @PathVariable String setOffId) {
    Agreement agreement = addressed.agreement(agreementId);
    return body(found(agreement, setOffId, this::proposedOrDecided));
  }

  private SetOffBody body(SetOffReading reading) {
    return SetOffBody.of(addressed.agreement().id().value(), addressed.currency(), reading);
  }

  private static SetOffReading found(
      Agreement agreement,
      String id,
      BiFunction<AccountId, String, Optional<SetOffReading>> onAccount) {
    return agreement.accounts().stream()
        .map(TradingAccount::id)
        .flatMap(account -> onAccount.apply(account, id).stream())
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "The agreement has no set-off %s.".formatted(Shortened.of(id))));
  }

  /**
   * Finds a proposal by its id, that of its half on the first account, or by the id of its half on
   * the other.
   */
  private Optional<SetOffReading> proposed(AccountId account, String id) {
    OptionalLong proposal = DocumentId.sequenceIn(id, account, Act.SET_OFF);
    return proposal.isPresent()
        ? inquiries.proposedBy(account, proposal.getAsLong())
        : Optional.empty();
  }

  /**
   * The same, or by the id of its decision: by that the invoices of either account name the set-off
   * that netted them.
   */
  private Optional<SetOffReading> proposedOrDecided(AccountId account, String id) {
    OptionalLong decision = DocumentId.sequenceIn(id, account, Act.SET_OFF_DECISION);
    return decision.isPresent()
        ? inquiries.decidedBy(account, decision.getAsLong())
        : proposed(account, id);
  }
}
