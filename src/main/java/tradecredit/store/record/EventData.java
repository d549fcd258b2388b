package tradecredit.store.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.AccountState;
import tradecredit.ledger.Act;
import tradecredit.ledger.BatchItem;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.Decision;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.DeskRefusal;
import tradecredit.ledger.Document;
import tradecredit.ledger.DocumentId;
import tradecredit.ledger.LedgerEvent;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Refusal;
import tradecredit.ledger.SetOffDocument;
import tradecredit.ledger.StandingReasons;
import tradecredit.ledger.UpheldDispute;
import tradecredit.money.Money;

/** The data of one event, field by field; bounded, whatever the document holds. */
final class EventData {

  /** How many invoices one event names; {@code more} says that there are others. */
  private static final int MOST = 50;

  private final AccountId account;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  EventData(AccountId account) {
    this.account = account;
  }

  Map<String, @Nullable Object> values() {
    return values;
  }

  EventData put(String name, @Nullable String value) {
    values.put(name, value);
    return this;
  }

  EventData put(String name, long value) {
    values.put(name, value);
    return this;
  }

  EventData put(String name, Money value) {
    return put(name, value.toString());
  }

  EventData put(String name, @Nullable LocalDate value) {
    return put(name, value == null ? null : value.toString());
  }

  private EventData putId(String name, Act act, long sequence) {
    return put(name, DocumentId.of(account, act, sequence).toString());
  }

  /** What an event says beyond its decision. */
  void addDetail(LedgerEvent.Detail detail) {
    switch (detail) {
      case LedgerEvent.Threshold crossed -> {
        put("percent", crossed.percent());
        values.put("upwards", crossed.upwards());
        put("balance", crossed.balance()).put("creditLimit", crossed.creditLimit());
      }
      case LedgerEvent.StandingDetail changed -> addStanding(changed.reasons());
      case LedgerEvent.BreachDetail breach ->
          put("breachId", Long.toString(breach.number()))
              .put("balance", breach.balance())
              .put("creditLimit", breach.creditLimit());
      case LedgerEvent.PastDue late ->
          putId("invoiceId", Act.INVOICE, late.invoiceSequence())
              .put("invoiceNumber", late.number().value())
              .put("dueDate", late.dueDate())
              .put("amount", late.amount());
    }
  }

  private void addStanding(StandingReasons reasons) {
    put("standing", reasons.standing().wireName())
        .put("pastDue", reasons.pastDue())
        .put("overLimit", reasons.overLimit())
        .put("returnedPayments", reasons.shortfall());
    addReasons(reasons);
  }

  /**
   * What was posted or refused; of an upheld dispute, which is told of twice, what the type says.
   */
  void addOutcome(LedgerEvent.Type type, Outcome outcome) {
    switch (outcome) {
      case Outcome.Refused refused -> addRefusal(refused.refusal(), refused.decision());
      case Outcome.Posted posted -> {
        if (type == LedgerEvent.Type.CREDIT_NOTE_POSTED
            && posted.document() instanceof DeskDocument.DisputeResolution upheld) {
          addCreditNote(UpheldDispute.creditNote(upheld, posted.decision().businessDate()));
        } else {
          addDocument(posted.document());
        }
      }
    }
  }

  private void addRefusal(Refusal refusal, Decision decision) {
    put("act", decision.act().wireName())
        .put("documentNumber", decision.documentNumber())
        .put("code", refusal.code().code())
        .put("requested", decision.requested())
        .put("balance", decision.balance())
        .put("creditLimit", decision.creditLimit())
        .put("standing", decision.standing().wireName());
    addCause(refusal);
  }

  /** Why, and what would cure it, under the names of the problem that the caller was answered. */
  private void addCause(Refusal refusal) {
    switch (refusal) {
      case Refusal.CreditLimitExceeded over -> addRemedies(over);
      case Refusal.NotInGoodStanding bad -> addReasons(bad.reasons());
      case Refusal.BatchRefused batch ->
          put("items", batch.items()).put("refused", batch.refused()).put("first", batch.first());
      case Refusal.AccountOnHold hold -> put("reason", hold.reason()).put("since", hold.since());
      case Refusal.InvoiceNumberTaken _,
          Refusal.PaymentReferenceTaken _,
          Refusal.EffectiveDateBeforeAgreement _,
          Refusal.EffectiveDateInFuture _,
          Refusal.ProductRestricted _,
          Refusal.DiscountNotCurrent _,
          Refusal.InvoiceUnknown _,
          Refusal.AllocationExceedsOpenAmount _,
          Refusal.AllocationsExceedPayment _,
          DeskRefusal _ -> {
        // These concern their caller alone, so that no event tells of them.
      }
    }
  }

  /** The item of a refused batch for whose sake it is told of, as it would be by itself. */
  void addItem(BatchItem item) {
    EventData of =
        new EventData(account)
            .put("item", item.index())
            .put("code", item.refusal().code().code())
            .put("requested", item.requested());
    of.addCause(item.refusal());
    values.put("cause", of.values());
  }

  private void addRemedies(Refusal.CreditLimitExceeded over) {
    put("excess", over.excess());
    values.put(
        "remedies",
        new EventData(account)
            .put("largestInvoice", over.largestInvoice())
            .put("smallestPayment", over.excess())
            .put("firstDateWithRoom", over.firstDateWithRoom())
            .values());
  }

  private void addReasons(StandingReasons reasons) {
    values.put(
        "reasons",
        reasons.list().stream()
            .map(
                reason ->
                    new EventData(account)
                        .put("code", reason.code().wireName())
                        .put("amount", reason.amount())
                        .put("cure", reason.cure())
                        .values())
            .toList());
  }

  /** Who did it, and the account as it was left; neither where it follows from the day's end. */
  void addDecision(@Nullable Decision decision) {
    put("principal", decision == null ? null : decision.principal());
    values.put("account", decision == null ? null : state(decision.after()));
  }

  private Map<String, @Nullable Object> state(AccountState after) {
    return new EventData(account)
        .put("sequence", after.sequence())
        .put("balance", after.balance())
        .put("availableCredit", after.availableCredit())
        .put("standing", after.standing().wireName())
        .values();
  }

  private void addDocument(Document document) {
    switch (document) {
      case Document.Invoice invoice ->
          putId("invoiceId", Act.INVOICE, invoice.sequence())
              .put("invoiceNumber", invoice.number().value())
              .put("invoiceDate", invoice.invoiceDate())
              .put("dueDate", invoice.dueDate())
              .put("total", invoice.total())
              .put("alreadyDelivered", invoice.alreadyDelivered());
      case Document.Payment payment ->
          putId("paymentId", Act.PAYMENT, payment.sequence())
              .put("reference", payment.reference().value())
              .put("receivedDate", payment.receivedDate())
              .put("amount", payment.amount())
              .putAllocations("allocations", payment.allocations())
              .put("unappliedCredit", payment.unapplied());
      case DeskDocument act -> addAct(act);
      case SetOffDocument.Decided decided -> addSetOff(decided);
      case SetOffDocument.Proposed proposed -> throw untold(proposed);
    }
  }

  private void addAct(DeskDocument act) {
    switch (act) {
      case DeskDocument.PaymentReturn returned -> addReturn(returned);
      case DeskDocument.Reallocation moved -> addReallocation(moved);
      case DeskDocument.CreditNote note -> addCreditNote(note);
      case DeskDocument.WriteOffDecision decided ->
          putId("writeOffId", Act.WRITE_OFF, decided.writeOffSequence())
              .put("invoiceNumber", decided.invoice().value())
              .put("amount", decided.amount());
      case DeskDocument.Dispute dispute ->
          putId("disputeId", Act.DISPUTE, dispute.sequence())
              .putId("invoiceId", Act.INVOICE, dispute.invoiceSequence())
              .put("invoiceNumber", dispute.invoice().value())
              .put("amount", dispute.amount())
              .put("reason", dispute.reason());
      case DeskDocument.DisputeResolution resolved -> addResolution(resolved);
      case DeskDocument.HoldPlaced hold ->
          putId("holdId", Act.HOLD, hold.sequence()).put("reason", hold.reason());
      case DeskDocument.HoldLifted hold ->
          putId("holdId", Act.HOLD, hold.holdSequence()).put("reason", hold.reason());
      case DeskDocument.AmendmentDecision decided ->
          putId("amendmentId", Act.TERMS_AMENDMENT, decided.amendmentSequence())
              .put("termsVersion", decided.termsVersion() == null ? 0 : decided.termsVersion())
              .put("effectiveDate", decided.effectiveDate());
      case DeskDocument.WriteOff ignored -> throw untold(act);
      case DeskDocument.BreachAcknowledgement ignored -> throw untold(act);
      case DeskDocument.TermsAmendment ignored -> throw untold(act);
    }
  }

  private void addReturn(DeskDocument.PaymentReturn returned) {
    putId("paymentId", Act.PAYMENT, returned.paymentSequence())
        .put("reference", returned.reference().value())
        .put("returnedDate", returned.returnedDate())
        .put("effectiveDate", returned.effectiveDate())
        .put("reason", returned.reason())
        .put("amount", returned.amount())
        .putAllocations("reopened", returned.reopened());
  }

  private void addReallocation(DeskDocument.Reallocation moved) {
    boolean payment = moved.credit() == Act.PAYMENT;
    putId(payment ? "paymentId" : "creditNoteId", moved.credit(), moved.creditSequence())
        .put(payment ? "reference" : "number", moved.reference())
        .putAllocations("lifted", moved.lifted())
        .putAllocations("allocations", moved.allocations())
        .put("unappliedCredit", moved.unapplied());
  }

  private void addCreditNote(DeskDocument.CreditNote note) {
    putId("creditNoteId", Act.CREDIT_NOTE, note.sequence())
        .put("number", note.number().value())
        .put("creditDate", note.creditDate())
        .put("reason", note.reason())
        .put("amount", note.amount())
        .putAllocations("allocations", note.allocations())
        .put("unappliedCredit", note.unapplied());
  }

  /**
   * The id of this account's own half, by which the set-off is found as well. The other half's id
   * would tell how many entries the other account has, and not everybody who hears of this account
   * is on that one.
   */
  private void addSetOff(SetOffDocument.Decided decided) {
    putId("setOffId", Act.SET_OFF, decided.setOffSequence())
        .put("counterpartAccountId", decided.counterpart().account().value())
        .put("amount", decided.amount())
        .putAllocations("allocations", decided.allocations());
  }

  private static IllegalStateException untold(Document act) {
    return new IllegalStateException("nobody is told of " + act.act());
  }

  private void addResolution(DeskDocument.DisputeResolution resolved) {
    putId("disputeId", Act.DISPUTE, resolved.disputeSequence())
        .putId("invoiceId", Act.INVOICE, resolved.invoiceSequence())
        .put("invoiceNumber", resolved.invoice().value())
        .put("outcome", resolved.upheld() ? "upheld" : "rejected")
        .put("disputed", resolved.disputed())
        .put("credited", resolved.credited())
        .put(
            "creditNote",
            resolved.upheld() ? CreditNoteNumber.ofResolution(resolved.sequence()).value() : null);
  }

  private EventData putAllocations(String name, List<Document.Allocation> allocations) {
    List<Map<String, @Nullable Object>> list = new ArrayList<>();
    for (Document.Allocation one : allocations.subList(0, Math.min(MOST, allocations.size()))) {
      list.add(
          new EventData(account)
              .put("invoiceNumber", one.invoice().value())
              .put("amount", one.amount())
              .values());
    }
    values.put(name, list);
    values.put(name + "Omitted", (long) (allocations.size() - list.size()));
    return this;
  }
}
