package tradecredit.store.record;

import java.time.Instant;
import tradecredit.ledger.RefusalCode;
import tradecredit.note.NoteRefusal;

/** A refusal of the note as the {@code facts} of its decision, and back. */
public final class NoteFacts {

  private NoteFacts() {}

  /** The text of a refusal. */
  public static String write(NoteRefusal refusal) {
    return write(Facts.empty(), refusal).toString();
  }

  private static Facts write(Facts facts, NoteRefusal refusal) {
    return switch (refusal) {
      case NoteRefusal.AlreadyRecorded standing ->
          facts
              .with("principal", standing.principal())
              .with("recordedAt", standing.recordedAt().toString())
              .with("recordedBy", standing.recordedBy());
      case NoteRefusal.ReferenceTaken taken -> facts.with("reference", taken.reference());
      case NoteRefusal.AlreadyReturned before ->
          facts.with("sequence", before.sequence()).with("date", before.date());
      case NoteRefusal.ReturnedBeforeReceived early ->
          facts.with("date", early.date()).with("receivedDate", early.receivedDate());
      case NoteRefusal.DateBeforeAgreement early ->
          facts.with("date", early.date()).with("agreementDate", early.agreementDate());
      case NoteRefusal.DateInFuture late ->
          facts.with("date", late.date()).with("businessDate", late.businessDate());
      case NoteRefusal.PaymentExceedsNote over ->
          facts.with("amount", over.amount()).with("unpaid", over.unpaid());
      case NoteRefusal.InstalmentUnknown unknown ->
          facts.with("instalment", unknown.instalment()).with("last", unknown.last());
      case NoteRefusal.AllocationExceedsInstalment over ->
          facts
              .with("instalment", over.instalment())
              .with("amount", over.amount())
              .with("unpaid", over.unpaid());
      case NoteRefusal.AllocationsDiffer differ ->
          facts.with("allocations", differ.allocations()).with("amount", differ.amount());
    };
  }

  /** The refusal of a code and of the text that {@link #write} made of it. */
  public static NoteRefusal read(String code, String text) {
    Facts facts = Facts.read(text);
    RefusalCode refusal = RefusalCode.of(code);
    return switch (refusal) {
      case PROMISSORY_NOTE_ALREADY_RECORDED ->
          new NoteRefusal.AlreadyRecorded(
              facts.money("principal"),
              Instant.parse(facts.text("recordedAt")),
              facts.text("recordedBy"));
      case PAYMENT_REFERENCE_TAKEN -> new NoteRefusal.ReferenceTaken(facts.text("reference"));
      case PAYMENT_ALREADY_RETURNED ->
          new NoteRefusal.AlreadyReturned(facts.number("sequence"), facts.date("date"));
      case RETURNED_BEFORE_RECEIVED ->
          new NoteRefusal.ReturnedBeforeReceived(facts.date("date"), facts.date("receivedDate"));
      case EFFECTIVE_DATE_BEFORE_AGREEMENT ->
          new NoteRefusal.DateBeforeAgreement(facts.date("date"), facts.date("agreementDate"));
      case EFFECTIVE_DATE_IN_FUTURE ->
          new NoteRefusal.DateInFuture(facts.date("date"), facts.date("businessDate"));
      case PAYMENT_EXCEEDS_NOTE ->
          new NoteRefusal.PaymentExceedsNote(facts.money("amount"), facts.money("unpaid"));
      case INSTALMENT_UNKNOWN ->
          new NoteRefusal.InstalmentUnknown(facts.integer("instalment"), facts.integer("last"));
      case ALLOCATION_EXCEEDS_INSTALMENT ->
          new NoteRefusal.AllocationExceedsInstalment(
              facts.integer("instalment"), facts.money("amount"), facts.money("unpaid"));
      case ALLOCATIONS_DIFFER_FROM_PAYMENT ->
          new NoteRefusal.AllocationsDiffer(facts.money("allocations"), facts.money("amount"));
      default -> throw new IllegalArgumentException(refusal + " is no refusal of the note");
    };
  }
}
