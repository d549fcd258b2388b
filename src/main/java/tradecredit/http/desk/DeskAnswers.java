package tradecredit.http.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import tradecredit.agreement.TradingAccount;
import tradecredit.http.posting.Submissions;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Outcome;

/** The answers to what the credit desk posted. */
final class DeskAnswers {

  private DeskAnswers() {}

  /**
   * Everything posted is new, but for a hold that is gone; a dispute and a credit note are found
   * again under their Location.
   *
   * @throws IllegalStateException for a document that no act of the desk posts
   */
  static MutableHttpResponse<?> of(TradingAccount account, String currency, Outcome.Posted posted) {
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
