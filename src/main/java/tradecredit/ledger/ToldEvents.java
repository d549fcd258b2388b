package tradecredit.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others are told of, and what not. */
public final class ToldEvents {

  private ToldEvents() {}

  /**
   * Of a refusal: what a controller may have to do something about; null where it concerns its
   * caller alone.
   */
  public static LedgerEvent.@Nullable Type of(RefusalCode code) {
    return switch (code) {
      case CREDIT_LIMIT_EXCEEDED -> LedgerEvent.Type.LIMIT_POSTING_REFUSED;
      case ACCOUNT_NOT_IN_GOOD_STANDING, ACCOUNT_ON_HOLD -> LedgerEvent.Type.POSTING_REFUSED;
      default -> null;
    };
  }

  /** Of a posted document. A proposal is told of when it is approved. */
  public static List<LedgerEvent.Type> of(Document document) {
    return switch (document) {
      case Document.Invoice ignored -> List.of(LedgerEvent.Type.INVOICE_POSTED);
      case Document.Payment ignored -> List.of(LedgerEvent.Type.PAYMENT_POSTED);
      case DeskDocument.PaymentReturn ignored -> List.of(LedgerEvent.Type.PAYMENT_RETURNED);
      case DeskDocument.Reallocation moved ->
          moved.credit() == Act.PAYMENT
              ? List.of(LedgerEvent.Type.PAYMENT_REALLOCATED)
              : List.of(LedgerEvent.Type.CREDIT_NOTE_REALLOCATED);
      case DeskDocument.CreditNote ignored -> List.of(LedgerEvent.Type.CREDIT_NOTE_POSTED);
      case DeskDocument.WriteOff ignored -> List.of();
      case DeskDocument.WriteOffDecision decision ->
          decision.verdict() == Verdict.APPROVED
              ? List.of(LedgerEvent.Type.WRITE_OFF_POSTED)
              : List.of();
      case DeskDocument.Dispute ignored -> List.of(LedgerEvent.Type.DISPUTE_OPENED);
      case DeskDocument.DisputeResolution resolution ->
          resolution.upheld()
              ? List.of(LedgerEvent.Type.DISPUTE_RESOLVED, LedgerEvent.Type.CREDIT_NOTE_POSTED)
              : List.of(LedgerEvent.Type.DISPUTE_RESOLVED);
      case DeskDocument.HoldPlaced ignored -> List.of(LedgerEvent.Type.HOLD_PLACED);
      case DeskDocument.HoldLifted ignored -> List.of(LedgerEvent.Type.HOLD_LIFTED);
      case SetOffDocument.Proposed ignored -> List.of();
      case SetOffDocument.Decided decision ->
          decision.verdict() == Verdict.APPROVED
              ? List.of(LedgerEvent.Type.SET_OFF_POSTED)
              : List.of();
      case DeskDocument.BreachAcknowledgement ignored -> List.of();
      case DeskDocument.TermsAmendment ignored -> List.of();
      case DeskDocument.AmendmentDecision decision ->
          decision.verdict() == Verdict.APPROVED
              ? List.of(LedgerEvent.Type.TERMS_AMENDED)
              : List.of();
    };
  }
}
