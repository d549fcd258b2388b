package tradecredit.inquiry;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.DeskDocument;

/**
 * A dispute or a proposal, and what was decided of it.
 *
 * @param opening as it was posted
 * @param opened by whom and when
 * @param decision what was decided; null while it is open
 * @param decided by whom and when; null while it is open
 */
public record CaseReading(
    DeskDocument opening,
    Recorded opened,
    @Nullable DeskDocument decision,
    @Nullable Recorded decided) {

  /** How many parts are told of it: itself, and its cards or discounts. */
  public int parts() {
    return switch (opening) {
      case DeskDocument.Dispute dispute -> 1 + dispute.cards().size();
      case DeskDocument.TermsAmendment amendment ->
          1 + (amendment.change().discounts() == null ? 0 : amendment.change().discounts().size());
      default -> 1;
    };
  }
}
