package tradecredit.http.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Act;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.money.Quoted;
import tradecredit.platform.Shortened;

/** The 404 of an id that names no document of an account. */
public final class NoDocument {

  private NoDocument() {}

  /**
   * Says that the account has no such document. What is no document's id at all, as an invoice's
   * number or a payment's reference, may well name one that is there: then this says so, and where
   * the id is found.
   *
   * @param act the act that writes such documents, one with a list of its own
   * @param what such a document in words, as {@code credit note}
   */
  public static ProblemException on(AccountId account, Act act, String what, String id) {
    if (DocumentId.isOne(id)) {
      return ProblemException.notFound(
          "The account has no %s %s.".formatted(what, Shortened.of(id)));
    }
    return ProblemException.notFound(
        "%s is no %s id, as %s; GET …/%s."
            .formatted(Quoted.of(id), what, DocumentId.of(account, act, 1), finding(act, id)));
  }

  private static String finding(Act act, String id) {
    return switch (act) {
      case INVOICE -> byName("invoices", "number", "invoice", id);
      case PAYMENT -> byName("payments", "reference", "payment", id);
      case CREDIT_NOTE -> byName("credit-notes", "number", "credit note", id);
      case WRITE_OFF -> "write-offs lists them";
      case DISPUTE -> "disputes lists them";
      case TERMS_AMENDMENT -> "terms-amendments lists them";
      default -> throw new IllegalArgumentException("documents of no list: " + act);
    };
  }

  /** By what may be its number, or its reference, which are written alike. */
  private static String byName(String list, String parameter, String what, String id) {
    return InvoiceNumber.isOne(id)
        ? "%s?%s=%s finds the %s of that %s"
            .formatted(
                list, parameter, URLEncoder.encode(id, StandardCharsets.UTF_8), what, parameter)
        : list + " lists them";
  }
}
