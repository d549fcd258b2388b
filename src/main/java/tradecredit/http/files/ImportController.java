package tradecredit.http.files;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tradecredit.access.Credentials;
import tradecredit.access.Needs;
import tradecredit.access.Permission;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Query;
import tradecredit.http.wire.TakesBody;
import tradecredit.posting.Submission;

/** Invoices from a CSV file. */
@Controller("/v1/accounts/{accountId}/invoices/import")
class ImportController {

  private final Addressed addressed;
  private final Imports imports;
  private final Credentials credentials;

  ImportController(Addressed addressed, Imports imports, Credentials credentials) {
    this.addressed = addressed;
    this.imports = imports;
    this.credentials = credentials;
  }

  @BatchApi.ImportInvoices
  @TakesBody(TakesBody.Kind.STREAM)
  @Needs(Permission.POST_INVOICES)
  @Post
  @Consumes("text/csv")
  @Produces("application/json")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> importInvoices(
      HttpRequest<?> request,
      @ApiSchemas.AccountPath @PathVariable String accountId,
      @Nullable @QueryValue String mode,
      @ApiSchemas.Described @Nullable @Body InputStream body)
      throws IOException, InterruptedException {
    TradingAccount account = addressed.account(accountId);
    Addressed.requireKey(request);
    ImportRun.RequestKey key =
        new ImportRun.RequestKey(
            Addressed.key(request),
            request.getPath(),
            addressed.caller(request, account),
            () -> credentials.confirmed(request));
    Submission.Mode wanted = Query.read("mode", mode, BatchReader::mode);
    try (InputStream file = body == null ? InputStream.nullInputStream() : body) {
      HttpResponse<?> answer =
          switch (wanted) {
            case null -> imports.independent(account, key, file);
            case INDEPENDENT -> imports.independent(account, key, file);
            case ATOMIC -> imports.atomic(account, key, file);
          };
      if (answer.body() instanceof ImportAnswers.AnswerStream streamed) {
        endWithConnection(streamed.place(), request);
      }
      return answer;
    }
  }

  /** Gives the place back once the connection is gone: nobody takes the answer any more then. */
  private static void endWithConnection(ImportPlaces.Place place, HttpRequest<?> request) {
    if (request instanceof NettyHttpRequest<?> netty) {
      ChannelFuture closed = netty.getChannelHandlerContext().channel().closeFuture();
      ChannelFutureListener lost = _ -> place.giveBack();
      ChannelFuture _ = closed.addListener(lost);
      // A connection may be kept for many imports.
      Future<?> _ = place.end().thenRun(() -> forget(lost, closed));
    }
  }

  private static void forget(ChannelFutureListener listener, ChannelFuture closed) {
    ChannelFuture _ = closed.removeListener(listener);
  }
}
