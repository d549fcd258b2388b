package tradecredit.http.files;

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
import tradecredit.access.OnTrust;
import tradecredit.access.Permission;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.TakesBody;

/** Many invoices in one call and one transaction. */
@Controller("/v1/accounts/{accountId}/invoices/batch")
class BatchController {

  private final Addressed addressed;
  private final Batches batches;

  BatchController(Addressed addressed, Batches batches) {
    this.addressed = addressed;
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
    TradingAccount account = addressed.accountOfPosting(request, accountId);
    return batches.post(request, account, body);
  }
}
