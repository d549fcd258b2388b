package tradecredit.http.posting;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Admission;
import tradecredit.access.Needs;
import tradecredit.access.OnTrust;
import tradecredit.access.Permission;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;

/** Single postings. */
@Controller("/v1/accounts/{accountId}")
class PostingController {

  private final PostingReader reader;
  private final Submissions submissions;
  private final Addressed addressed;
  private final Admission admission;

  PostingController(
      PostingReader reader, Submissions submissions, Addressed addressed, Admission admission) {
    this.reader = reader;
    this.submissions = submissions;
    this.addressed = addressed;
    this.admission = admission;
  }

  @PostingApi.PostInvoice
  @Needs(Permission.POST_INVOICE)
  @OnTrust
  @Post("/invoices")
  CompletionStage<HttpResponse<?>> postInvoice(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    admission.demand(
        request,
        json.hasNonNull("alreadyDelivered")
            ? Permission.RECORD_DELIVERED_CARDS
            : Permission.POST_INVOICES);
    return submissions.single(
        request,
        account,
        json,
        reader.invoice(json),
        posted ->
            Submissions.located(
                HttpResponse.created(
                    InvoiceBody.posted(account.id(), addressed.currency(), posted)),
                account,
                "invoices",
                posted.document()));
  }

  @PostingApi.PostPayment
  @Needs(Permission.POST_PAYMENTS)
  @OnTrust
  @Post("/payments")
  CompletionStage<HttpResponse<?>> postPayment(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body) {
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    JsonNode json = addressed.json(body);
    return submissions.single(
        request,
        account,
        json,
        reader.payment(json),
        posted ->
            Submissions.located(
                HttpResponse.created(
                    PaymentBody.posted(account.id(), addressed.currency(), posted)),
                account,
                "payments",
                posted.document()));
  }
}
