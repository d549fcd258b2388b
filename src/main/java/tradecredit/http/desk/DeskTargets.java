package tradecredit.http.desk;

import jakarta.inject.Singleton;
import tradecredit.agreement.AccountId;
import tradecredit.http.wire.DocumentLookup;
import tradecredit.http.wire.ProblemException;
import tradecredit.inquiry.DeskInquiries;
import tradecredit.ledger.Act;
import tradecredit.ledger.Document;
import tradecredit.platform.Shortened;

/**
 * What an act of the credit desk is about, found by the id in its path. Documents never change and
 * never go away, so they may be found before the lane decides; what has become of them is looked up
 * under its lock.
 */
@Singleton
final class DeskTargets {

  private final DeskInquiries inquiries;

  DeskTargets(DeskInquiries inquiries) {
    this.inquiries = inquiries;
  }

  /** The document of that act and type, or a 404. */
  <D extends Document> D document(AccountId account, Act act, String id, Class<D> type) {
    return type.cast(
        DocumentLookup.<Document>find(
            account, act, id, sequence -> inquiries.document(account, act, sequence)));
  }

  /** The number of a breach of the account, or a 404. */
  long breach(AccountId account, String id) {
    if (id.matches("[1-9][0-9]{0,17}")) {
      long number = Long.parseLong(id);
      if (inquiries.isBreach(account, number)) {
        return number;
      }
    }
    throw ProblemException.notFound("The account has no breach %s.".formatted(Shortened.of(id)));
  }
}
