package tradecredit.http.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.Submissions;
import tradecredit.http.wire.Addressed;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.JsonBody;
import tradecredit.ledger.DeskPosting;

/** What the acts of the credit desk have in common on their way to the lane. */
@Singleton
final class DeskRequests {

  private final Addressed addressed;
  private final Submissions submissions;
  private final HttpBounds bounds;

  DeskRequests(Addressed addressed, Submissions submissions, HttpBounds bounds) {
    this.addressed = addressed;
    this.submissions = submissions;
    this.bounds = bounds;
  }

  /** The account of a request with a key and no parameters. */
  TradingAccount account(HttpRequest<?> request, String accountId) {
    TradingAccount account = addressed.account(accountId);
    Addressed.onlyParameters(request, Set.of());
    Addressed.requireKey(request);
    return account;
  }

  JsonNode json(byte @Nullable [] body) {
    return JsonBody.object(bounds.posting(body));
  }

  /** The side of the account that acts. */
  String side(HttpRequest<?> request, TradingAccount account) {
    return addressed.caller(request, account).party();
  }

  /** Takes an act through the account's lane, and its outcome back. */
  CompletionStage<HttpResponse<?>> submit(
      HttpRequest<?> request, TradingAccount account, JsonNode body, DeskPosting posting) {
    return submissions.single(
        request,
        account,
        body,
        posting,
        posted -> DeskAnswers.of(account, addressed.currency(), posted));
  }
}
