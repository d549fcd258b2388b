package tradecredit.http.files;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Needs;
import tradecredit.access.OnTrust;
import tradecredit.access.Permission;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.PostingRequests;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.TakesBody;

/** Many invoices in one call and one transaction. */
@Controller("/v1/accounts/{accountId}/invoices/batch")
@Consumes(MediaType.APPLICATION_JSON)
class BatchController {

  private final PostingRequests requests;
  private final Batches batches;

  BatchController(PostingRequests requests, Batches batches) {
    this.requests = requests;
    this.batches = batches;
  }

  @BatchApi.PostBatch
  @TakesBody(TakesBody.Kind.BATCH)
  @Needs(Permission.POST_INVOICES)
  @OnTrust
  @Post
  @ExecuteOn(TaskExecutors.BLOCKING)
  CompletionStage<HttpResponse<?>> postBatch(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Body byte @Nullable [] body)
      throws InterruptedException {
    TradingAccount account = requests.account(request, accountId);
    return batches.post(request, account, body);
  }
}
