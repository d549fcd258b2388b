package tradecredit.http.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Act;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.money.Quoted;
import tradecredit.platform.Shortened;

/** Finds what an id in a path names, or answers 404. */
public final class DocumentLookup {

  private DocumentLookup() {}

  /**
   * What {@code find} finds under the number in a document's id. Where that is nothing, the 404
   * says so. What is no document's id at all, as an invoice's number or a payment's reference, may
   * well name one that is there: then the 404 says that, and where the id is found.
   *
   * @param act the act that writes such documents, one with a list of its own
   * @param find a document of that act, by the number of its entry
   */
  public static <T> T find(AccountId account, Act act, String id, LongFunction<Optional<T>> find) {
    OptionalLong sequence = DocumentId.sequenceIn(id, account, act);
    Optional<T> found =
        sequence.isPresent() ? find.apply(sequence.getAsLong()) : Optional.<T>empty();
    return found.orElseThrow(() -> none(account, act, id));
  }

  private static ProblemException none(AccountId account, Act act, String id) {
    Words words = words(act);
    if (DocumentId.isOne(id)) {
      return ProblemException.notFound(
          "The account has no %s %s.".formatted(words.document(), Shortened.of(id)));
    }
    String finding =
        words.parameter().isEmpty() || !InvoiceNumber.isOne(id)
            ? words.list() + " lists them"
            : "%s?%s=%s finds the %s of that %s"
                .formatted(
                    words.list(),
                    words.parameter(),
                    URLEncoder.encode(id, StandardCharsets.UTF_8),
                    words.document(),
                    words.parameter());
    return ProblemException.notFound(
        "%s is no %s id, as %s; GET …/%s."
            .formatted(Quoted.of(id), words.document(), DocumentId.of(account, act, 1), finding));
  }

  /**
   * A kind of document in words.
   *
   * @param list where they are listed
   * @param parameter by what one is found there other than its id, an invoice's number or what is
   *     written alike; empty if by nothing
   */
  private record Words(String document, String list, String parameter) {}

  private static Words words(Act act) {
    return switch (act) {
      case INVOICE -> new Words("invoice", "invoices", "number");
      case PAYMENT -> new Words("payment", "payments", "reference");
      case CREDIT_NOTE -> new Words("credit note", "credit-notes", "number");
      case WRITE_OFF -> new Words("write-off", "write-offs", "");
      case DISPUTE -> new Words("dispute", "disputes", "");
      case TERMS_AMENDMENT -> new Words("amendment", "terms-amendments", "");
      default -> throw new IllegalArgumentException("documents of no list: " + act);
    };
  }
}
