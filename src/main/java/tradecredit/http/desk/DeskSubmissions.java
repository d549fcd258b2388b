package tradecredit.http.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.Submissions;
import tradecredit.http.wire.Addressed;
import tradecredit.ledger.DeskPosting;

/** Takes an act of the credit desk through its account's lane, and its outcome back. */
@Singleton
final class DeskSubmissions {

  private final Addressed addressed;
  private final Submissions submissions;

  DeskSubmissions(Addressed addressed, Submissions submissions) {
    this.addressed = addressed;
    this.submissions = submissions;
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
