package tradecredit.http.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Entitlements;
import tradecredit.access.Needs;
import tradecredit.access.OnTrust;
import tradecredit.access.Permission;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.ledger.Posting;

/** Single postings. */
@Controller("/v1/accounts/{accountId}")
@Consumes(MediaType.APPLICATION_JSON)
class PostingController {

  private final PostingRequests requests;
  private final PostingReader reader;
  private final Submissions submissions;
  private final Addressed addressed;
  private final Entitlements entitlements;

  PostingController(
      PostingRequests requests,
      PostingReader reader,
      Submissions submissions,
      Addressed addressed,
      Entitlements entitlements) {
    this.requests = requests;
    this.reader = reader;
    this.submissions = submissions;
    this.addressed = addressed;
    this.entitlements = entitlements;
  }

  @PostingApi.PostInvoice
  @Needs(Permission.POST_INVOICE)
  @OnTrust
  @Post("/invoices")
  CompletionStage<HttpResponse<?>> postInvoice(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body) {
    TradingAccount account = requests.account(request, accountId);
    JsonNode json = requests.json(body);
    entitlements.demand(
        request,
        json.hasNonNull("alreadyDelivered")
            ? Permission.RECORD_DELIVERED_CARDS
            : Permission.POST_INVOICES);
    return submit(request, account, json, reader.invoice(json));
  }

  @PostingApi.PostPayment
  @Needs(Permission.POST_PAYMENTS)
  @OnTrust
  @Post("/payments")
  CompletionStage<HttpResponse<?>> postPayment(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body) {
    TradingAccount account = requests.account(request, accountId);
    JsonNode json = requests.json(body);
    return submit(request, account, json, reader.payment(json));
  }

  private CompletionStage<HttpResponse<?>> submit(
      HttpRequest<?> request, TradingAccount account, JsonNode json, Posting posting) {
    return submissions.single(
        request,
        account,
        json,
        posting,
        posted -> PostingAnswers.of(account, addressed.currency(), posted));
  }
}
