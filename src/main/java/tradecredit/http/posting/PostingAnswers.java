package tradecredit.http.posting;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import tradecredit.agreement.TradingAccount;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Document;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.SetOffDocument;

/** The answers to an invoice and to a payment that were posted. */
final class PostingAnswers {

  private PostingAnswers() {}

  /**
   * Either is found again under its Location.
   *
   * @throws IllegalStateException for a document that no invoice and no payment posts
   */
  static MutableHttpResponse<?> of(TradingAccount account, String currency, Outcome.Posted posted) {
    return switch (posted.document()) {
      case Document.Invoice invoice ->
          Submissions.located(
              HttpResponse.created(
                  InvoiceBody.posted(
                      account.id(),
                      currency,
                      invoice,
                      posted.decision().businessDate(),
                      posted.decision().after())),
              account,
              "invoices",
              invoice);
      case Document.Payment payment ->
          Submissions.located(
              HttpResponse.created(
                  PaymentBody.posted(account.id(), currency, payment, posted.decision().after())),
              account,
              "payments",
              payment);
      case DeskDocument act -> throw neither(act);
      case SetOffDocument half -> throw neither(half);
    };
  }

  private static IllegalStateException neither(Document document) {
    return new IllegalStateException("neither an invoice nor a payment posts " + document);
  }
}
