package tradecredit.http.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.ledger.Act;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.DeskPosting;
import tradecredit.ledger.Document;

/** What the controllers decide: disputes, holds, breaches and terms. */
@Controller("/v1/accounts/{accountId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class DeskController {

  private final Addressed addressed;
  private final DeskSubmissions submissions;
  private final DeskReader reader;
  private final DeskTargets targets;

  DeskController(
      Addressed addressed, DeskSubmissions submissions, DeskReader reader, DeskTargets targets) {
    this.addressed = addressed;
    this.submissions = submissions;
    this.reader = reader;
    this.targets = targets;
  }

  @DisputeApi.OpenDispute
  @Needs(Permission.OPEN_DISPUTES)
  @Post("/invoices/{invoiceId}/disputes")
  CompletionStage<HttpResponse<?>> openDispute(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.InvoicePath @PathVariable String invoiceId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    Document.Invoice invoice =
        targets.document(account.id(), Act.INVOICE, invoiceId, Document.Invoice.class);
    return submissions.submit(request, account, json, reader.dispute(json, invoice));
  }

  @DisputeApi.ResolveDispute
  @Needs(Permission.RESOLVE_DISPUTES)
  @Post("/disputes/{disputeId}/resolution")
  CompletionStage<HttpResponse<?>> resolveDispute(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.DisputePath @PathVariable String disputeId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    DeskDocument.Dispute dispute =
        targets.document(account.id(), Act.DISPUTE, disputeId, DeskDocument.Dispute.class);
    return submissions.submit(request, account, json, reader.resolution(json, dispute));
  }

  @HoldApi.PlaceHold
  @Needs(Permission.HOLD_SUPPLY)
  @Post("/hold")
  CompletionStage<HttpResponse<?>> placeHold(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    return submissions.submit(request, account, json, reader.hold(json));
  }

  @HoldApi.LiftHold
  @Needs(Permission.HOLD_SUPPLY)
  @Delete("/hold")
  @Consumes(MediaType.ALL)
  CompletionStage<HttpResponse<?>> liftHold(
      HttpRequest<?> request, @ApiSchemas.AccountPath @PathVariable String accountId) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    return submissions.submit(
        request, account, JsonNodeFactory.instance.objectNode(), new DeskPosting.HoldLiftPosting());
  }

  @HoldApi.AcknowledgeBreach
  @Needs(Permission.ACKNOWLEDGE_BREACHES)
  @Post("/breaches/{breachId}/acknowledgement")
  CompletionStage<HttpResponse<?>> acknowledgeBreach(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.BreachPath @PathVariable String breachId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    long breach = targets.breach(account.id(), breachId);
    return submissions.submit(request, account, json, reader.acknowledgement(json, breach));
  }

  @TermsApi.ProposeTerms
  @Needs(Permission.AMEND_TERMS)
  @Post("/terms-amendments")
  CompletionStage<HttpResponse<?>> proposeTerms(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    return submissions.submit(
        request, account, json, reader.amendment(json, submissions.side(request, account)));
  }

  @TermsApi.DecideTerms
  @Needs(Permission.AMEND_TERMS)
  @Post("/terms-amendments/{amendmentId}/approval")
  CompletionStage<HttpResponse<?>> decideTerms(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.AmendmentPath @PathVariable String amendmentId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    DeskDocument.TermsAmendment amendment =
        targets.document(
            account.id(), Act.TERMS_AMENDMENT, amendmentId, DeskDocument.TermsAmendment.class);
    return submissions.submit(
        request,
        account,
        json,
        reader.decision(json, amendment, submissions.side(request, account)));
  }
}
