package tradecredit.http.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.Submissions;
import tradecredit.http.wire.Addressed;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.DeskPosting;
import tradecredit.ledger.Outcome;

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
        request, account, body, posting, posted -> answer(account, addressed.currency(), posted));
  }

  /**
   * Everything posted is new, but for a hold that is gone; a dispute and a credit note are found
   * again under their Location.
   *
   * @throws IllegalStateException for a document that no act of the desk posts
   */
  private static MutableHttpResponse<?> answer(
      TradingAccount account, String currency, Outcome.Posted posted) {
    if (!(posted.document() instanceof DeskDocument act)) {
      throw new IllegalStateException("no act of the credit desk posts " + posted.document());
    }
    Object body = new DeskBodies(account.id(), currency).of(act, posted.decision());
    if (act instanceof DeskDocument.HoldLifted) {
      return HttpResponse.ok(body);
    }
    MutableHttpResponse<?> created = HttpResponse.created(body);
    return switch (act) {
      case DeskDocument.Dispute _ -> Submissions.located(created, account, "disputes", act);
      case DeskDocument.CreditNote _ -> Submissions.located(created, account, "credit-notes", act);
      default -> created;
    };
  }
}
