package tradecredit.http.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.http.posting.PaymentBody;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.VerdictBody;
import tradecredit.inquiry.CaseReading;
import tradecredit.inquiry.Recorded;
import tradecredit.ledger.Act;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.Decision;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.Document;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.TermsChange;

/** The bodies of the credit desk. An answer is made of what never changes: a replay is the same. */
final class DeskBodies {

  private final AccountId account;
  private final String currency;

  DeskBodies(AccountId account, String currency) {
    this.account = account;
    this.currency = currency;
  }

  /** The answer to an act. */
  Object of(DeskDocument document, Decision decision) {
    AccountStateBody after = AccountStateBody.of(decision.after());
    Recorded by = Recorded.by(decision);
    return switch (document) {
      case DeskDocument.PaymentReturn returned -> of(returned, after);
      case DeskDocument.Reallocation moved ->
          moved.credit() == Act.PAYMENT
              ? ofPayment(moved, by.businessDate(), after)
              : ofCreditNote(moved, by.businessDate(), after);
      case DeskDocument.CreditNote note -> of(note, after);
      case DeskDocument.WriteOff proposed -> of(proposed, by, null, after);
      case DeskDocument.WriteOffDecision decided -> of(decided, by, after);
      case DeskDocument.Dispute dispute -> of(dispute, by, null, after);
      case DeskDocument.DisputeResolution resolved -> of(resolved, by, after);
      case DeskDocument.HoldPlaced placed -> of(placed, by, after);
      case DeskDocument.HoldLifted lifted -> of(lifted, by, after);
      case DeskDocument.BreachAcknowledgement seen -> of(seen, by, after);
      case DeskDocument.TermsAmendment proposed -> of(proposed, by, null, after);
      case DeskDocument.AmendmentDecision decided -> of(decided, by, after);
    };
  }

  /** A dispute as it is now. */
  DisputeBody dispute(CaseReading reading) {
    DeskDocument.DisputeResolution resolved = (DeskDocument.DisputeResolution) reading.decision();
    Recorded by = reading.decided();
    return of(
        (DeskDocument.Dispute) reading.opening(),
        reading.opened(),
        resolved == null || by == null ? null : resolution(resolved, by),
        null);
  }

  /** A write-off as it is now. */
  WriteOffBody writeOff(CaseReading reading) {
    DeskDocument.WriteOffDecision decided = (DeskDocument.WriteOffDecision) reading.decision();
    VerdictBody verdict =
        decided == null
            ? null
            : verdict(decided, decided.verdict().wireName(), decided.note(), decider(reading));
    return of((DeskDocument.WriteOff) reading.opening(), reading.opened(), verdict, null);
  }

  /** An amendment as it is now. */
  TermsAmendmentBody amendment(CaseReading reading) {
    DeskDocument.AmendmentDecision decided = (DeskDocument.AmendmentDecision) reading.decision();
    VerdictBody verdict =
        decided == null
            ? null
            : verdict(decided, decided.verdict().wireName(), decided.note(), decider(reading));
    return of((DeskDocument.TermsAmendment) reading.opening(), reading.opened(), verdict, null);
  }

  private static Recorded decider(CaseReading reading) {
    return Objects.requireNonNull(reading.decided());
  }

  private VerdictBody verdict(
      DeskDocument decided, String decision, @Nullable String note, Recorded by) {
    return new VerdictBody(
        id(decided.act(), decided.sequence()),
        decided.sequence(),
        decision,
        note,
        by.principal(),
        by.businessDate());
  }

  private String id(Act act, long sequence) {
    return DocumentId.of(account, act, sequence).toString();
  }

  private List<PaymentBody.AllocationBody> allocations(List<Document.Allocation> allocations) {
    return allocations.stream().map(one -> PaymentBody.AllocationBody.of(account, one)).toList();
  }

  private PaymentReturnBody of(DeskDocument.PaymentReturn returned, AccountStateBody after) {
    return new PaymentReturnBody(
        id(Act.PAYMENT_RETURN, returned.sequence()),
        id(Act.PAYMENT, returned.paymentSequence()),
        returned.reference().value(),
        account.value(),
        returned.sequence(),
        returned.returnedDate(),
        returned.effectiveDate(),
        returned.reason(),
        currency,
        returned.amount().toString(),
        allocations(returned.reopened()),
        after);
  }

  private ReallocationBody ofPayment(
      DeskDocument.Reallocation moved, LocalDate effective, AccountStateBody after) {
    return new ReallocationBody(
        id(Act.REALLOCATION, moved.sequence()),
        id(Act.PAYMENT, moved.creditSequence()),
        moved.reference(),
        account.value(),
        moved.sequence(),
        effective,
        currency,
        allocations(moved.lifted()),
        allocations(moved.allocations()),
        moved.unapplied().toString(),
        after);
  }

  private CreditNoteReallocationBody ofCreditNote(
      DeskDocument.Reallocation moved, LocalDate effective, AccountStateBody after) {
    return new CreditNoteReallocationBody(
        id(Act.REALLOCATION, moved.sequence()),
        id(Act.CREDIT_NOTE, moved.creditSequence()),
        moved.reference(),
        account.value(),
        moved.sequence(),
        effective,
        currency,
        allocations(moved.lifted()),
        allocations(moved.allocations()),
        moved.unapplied().toString(),
        after);
  }

  private CreditNoteBody of(DeskDocument.CreditNote note, AccountStateBody after) {
    return new CreditNoteBody(
        id(Act.CREDIT_NOTE, note.sequence()),
        note.number().value(),
        account.value(),
        note.sequence(),
        note.creditDate(),
        note.reason(),
        currency,
        note.amount().toString(),
        allocations(note.allocations()),
        note.unapplied().toString(),
        after);
  }

  private WriteOffBody of(
      DeskDocument.WriteOff proposed,
      Recorded by,
      @Nullable VerdictBody verdict,
      @Nullable AccountStateBody after) {
    return new WriteOffBody(
        id(Act.WRITE_OFF, proposed.sequence()),
        account.value(),
        proposed.sequence(),
        id(Act.INVOICE, proposed.invoiceSequence()),
        proposed.invoice().value(),
        currency,
        proposed.amount().toString(),
        proposed.reason(),
        verdict == null ? "proposed" : verdict.decision(),
        by.principal(),
        by.businessDate(),
        verdict,
        after);
  }

  private WriteOffDecisionBody of(
      DeskDocument.WriteOffDecision decided, Recorded by, AccountStateBody after) {
    return new WriteOffDecisionBody(
        id(Act.WRITE_OFF_DECISION, decided.sequence()),
        id(Act.WRITE_OFF, decided.writeOffSequence()),
        account.value(),
        decided.sequence(),
        decided.invoice().value(),
        currency,
        decided.amount().toString(),
        decided.verdict().wireName(),
        decided.note(),
        by.principal(),
        by.businessDate(),
        after);
  }

  private DisputeBody of(
      DeskDocument.Dispute dispute,
      Recorded by,
      DisputeBody.@Nullable ResolutionBody resolution,
      @Nullable AccountStateBody after) {
    return new DisputeBody(
        id(Act.DISPUTE, dispute.sequence()),
        account.value(),
        dispute.sequence(),
        id(Act.INVOICE, dispute.invoiceSequence()),
        dispute.invoice().value(),
        currency,
        dispute.amount().toString(),
        dispute.reason(),
        dispute.cards().stream().map(CardRangeBody::of).toList(),
        status(resolution),
        by.principal(),
        by.businessDate(),
        resolution,
        after);
  }

  private static String status(DisputeBody.@Nullable ResolutionBody resolution) {
    if (resolution == null) {
      return "open";
    }
    return resolution.creditNote() == null ? "rejected" : "upheld";
  }

  private DisputeBody.ResolutionBody resolution(
      DeskDocument.DisputeResolution resolved, Recorded by) {
    return new DisputeBody.ResolutionBody(
        id(Act.DISPUTE_RESOLUTION, resolved.sequence()),
        resolved.sequence(),
        resolved.credited().toString(),
        creditNote(resolved),
        resolved.note(),
        by.principal(),
        by.businessDate());
  }

  private static @Nullable String creditNote(DeskDocument.DisputeResolution resolved) {
    return resolved.upheld() ? CreditNoteNumber.ofResolution(resolved.sequence()).value() : null;
  }

  private DisputeResolutionBody of(
      DeskDocument.DisputeResolution resolved, Recorded by, AccountStateBody after) {
    return new DisputeResolutionBody(
        id(Act.DISPUTE_RESOLUTION, resolved.sequence()),
        id(Act.DISPUTE, resolved.disputeSequence()),
        account.value(),
        resolved.sequence(),
        id(Act.INVOICE, resolved.invoiceSequence()),
        resolved.invoice().value(),
        currency,
        resolved.upheld() ? "upheld" : "rejected",
        resolved.disputed().toString(),
        resolved.credited().toString(),
        creditNote(resolved),
        resolved.note(),
        by.principal(),
        by.businessDate(),
        after);
  }

  private HoldChangeBody of(DeskDocument.HoldPlaced placed, Recorded by, AccountStateBody after) {
    return new HoldChangeBody(
        id(Act.HOLD, placed.sequence()),
        account.value(),
        placed.sequence(),
        "placed",
        placed.reason(),
        by.principal(),
        by.businessDate(),
        after);
  }

  private HoldChangeBody of(DeskDocument.HoldLifted lifted, Recorded by, AccountStateBody after) {
    return new HoldChangeBody(
        id(Act.HOLD, lifted.holdSequence()),
        account.value(),
        lifted.sequence(),
        "lifted",
        lifted.reason(),
        by.principal(),
        by.businessDate(),
        after);
  }

  private BreachAcknowledgementBody of(
      DeskDocument.BreachAcknowledgement seen, Recorded by, AccountStateBody after) {
    return new BreachAcknowledgementBody(
        id(Act.BREACH_ACKNOWLEDGEMENT, seen.sequence()),
        Long.toString(seen.breach()),
        account.value(),
        seen.sequence(),
        seen.note(),
        by.principal(),
        by.businessDate(),
        after);
  }

  private TermsAmendmentBody of(
      DeskDocument.TermsAmendment proposed,
      Recorded by,
      @Nullable VerdictBody verdict,
      @Nullable AccountStateBody after) {
    TermsChange change = proposed.change();
    return new TermsAmendmentBody(
        id(Act.TERMS_AMENDMENT, proposed.sequence()),
        account.value(),
        proposed.sequence(),
        proposed.side(),
        proposed.effectiveDate(),
        currency,
        change.creditLimit() == null ? null : change.creditLimit().toString(),
        change.netDays(),
        discounts(change),
        change.thresholds(),
        proposed.reason(),
        verdict == null ? "proposed" : verdict.decision(),
        by.principal(),
        by.businessDate(),
        verdict,
        after);
  }

  private static @Nullable Map<String, String> discounts(TermsChange change) {
    if (change.discounts() == null) {
      return null;
    }
    Map<String, String> discounts = new TreeMap<>();
    change
        .discounts()
        .forEach((product, discount) -> discounts.put(product.value(), discount.toString()));
    return discounts;
  }

  private AmendmentDecisionBody of(
      DeskDocument.AmendmentDecision decided, Recorded by, AccountStateBody after) {
    return new AmendmentDecisionBody(
        id(Act.AMENDMENT_DECISION, decided.sequence()),
        id(Act.TERMS_AMENDMENT, decided.amendmentSequence()),
        account.value(),
        decided.sequence(),
        decided.side(),
        decided.verdict().wireName(),
        decided.note(),
        decided.termsVersion(),
        decided.effectiveDate(),
        by.principal(),
        after);
  }
}
