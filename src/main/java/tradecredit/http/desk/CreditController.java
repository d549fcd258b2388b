package tradecredit.http.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import tradecredit.ledger.Document;

/** What lowers or restores a balance besides invoices and payments. */
@Controller("/v1/accounts/{accountId}")
@ExecuteOn(TaskExecutors.BLOCKING)
class CreditController {

  private final Addressed addressed;
  private final DeskSubmissions submissions;
  private final DeskReader reader;
  private final DeskTargets targets;

  CreditController(
      Addressed addressed, DeskSubmissions submissions, DeskReader reader, DeskTargets targets) {
    this.addressed = addressed;
    this.submissions = submissions;
    this.reader = reader;
    this.targets = targets;
  }

  @ReturnApi.ReturnPayment
  @Needs(Permission.POST_CREDITS)
  @Post("/payments/{paymentId}/return")
  CompletionStage<HttpResponse<?>> returnPayment(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.PaymentPath @PathVariable String paymentId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    Document.Payment payment = payment(account, paymentId);
    return submissions.submit(request, account, json, reader.paymentReturn(json, payment));
  }

  @ReturnApi.ReallocatePayment
  @Needs(Permission.POST_CREDITS)
  @Post("/payments/{paymentId}/allocations")
  CompletionStage<HttpResponse<?>> reallocatePayment(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.PaymentPath @PathVariable String paymentId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    Document.Payment payment = payment(account, paymentId);
    return submissions.submit(request, account, json, reader.reallocation(json, payment));
  }

  private Document.Payment payment(TradingAccount account, String id) {
    return targets.document(account.id(), Act.PAYMENT, id, Document.Payment.class);
  }

  @CreditApi.PostCreditNote
  @Needs(Permission.POST_CREDITS)
  @Post("/credit-notes")
  CompletionStage<HttpResponse<?>> postCreditNote(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    return submissions.submit(request, account, json, reader.creditNote(json));
  }

  @CreditApi.ReallocateCreditNote
  @Needs(Permission.POST_CREDITS)
  @Post("/credit-notes/{creditNoteId}/allocations")
  CompletionStage<HttpResponse<?>> reallocateCreditNote(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.CreditNotePath @PathVariable String creditNoteId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    DeskDocument.CreditNote note =
        targets.document(
            account.id(), Act.CREDIT_NOTE, creditNoteId, DeskDocument.CreditNote.class);
    return submissions.submit(request, account, json, reader.reallocation(json, note));
  }

  @WriteOffApi.ProposeWriteOff
  @Needs(Permission.WRITE_OFF)
  @Post("/write-offs")
  CompletionStage<HttpResponse<?>> proposeWriteOff(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    return submissions.submit(request, account, json, reader.writeOff(json));
  }

  @WriteOffApi.DecideWriteOff
  @Needs(Permission.WRITE_OFF)
  @Post("/write-offs/{writeOffId}/approval")
  CompletionStage<HttpResponse<?>> decideWriteOff(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @ApiSchemas.WriteOffPath @PathVariable String writeOffId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    DeskDocument.WriteOff writeOff =
        targets.document(account.id(), Act.WRITE_OFF, writeOffId, DeskDocument.WriteOff.class);
    return submissions.submit(request, account, json, reader.decision(json, writeOff));
  }
}
