package tradecredit.http.note;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PromissoryNoteTerms;
import tradecredit.http.wire.Amounts;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.Texts;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;
import tradecredit.note.NoteAllocation;
import tradecredit.note.NoteEntry;
import tradecredit.note.NotePayment;
import tradecredit.note.NoteRequest;
import tradecredit.note.PromissoryNote;

/**
 * Reads what is asked of the promissory note from JSON. What a rule may refuse is not looked at.
 */
@Singleton
final class NoteReader {

  private final Agreement agreement;

  NoteReader(Agreement agreement) {
    this.agreement = agreement;
  }

  /** Reads the note to record or throws a 400 that lists its faults. */
  NoteRequest.Recording note(JsonNode body, PromissoryNoteTerms terms) {
    JsonFields fields = JsonFields.ofBody(body);
    Money principal = fields.required("principal", Amounts::positive);
    Amounts.currency(fields, agreement);
    Money smallest = PromissoryNote.smallestPrincipal(terms);
    if (principal != null && smallest.isGreaterThan(principal)) {
      fields.fault(
          "principal",
          "out-of-range",
          "a note of %d instalments is at least %s".formatted(terms.instalments(), smallest));
    }
    fields.end();
    return new NoteRequest.Recording(Objects.requireNonNull(principal));
  }

  /** Reads a payment or throws a 400 that lists its faults. */
  NoteRequest.Payment payment(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    PaymentReference reference = fields.required("reference", PaymentReference::new);
    LocalDate received = fields.required("receivedDate", Texts::date);
    String method = fields.required("method", Texts::paymentMethod);
    Money amount = fields.required("amount", Amounts::positive);
    Amounts.currency(fields, agreement);
    List<NoteAllocation> allocations = allocations(fields);
    fields.end();
    return new NoteRequest.Payment(
        Objects.requireNonNull(reference),
        Objects.requireNonNull(received),
        Objects.requireNonNull(method),
        Objects.requireNonNull(amount),
        allocations);
  }

  /** Reads the return of that payment or throws a 400 that lists its faults. */
  static NoteRequest.Return paymentReturn(JsonNode body, NoteEntry entry, NotePayment payment) {
    JsonFields fields = JsonFields.ofBody(body);
    LocalDate returned = fields.required("returnedDate", Texts::date);
    String reason = fields.required("reason", Texts::reason);
    fields.end();
    return new NoteRequest.Return(
        entry.sequence(),
        entry.effectiveDate(),
        payment,
        Objects.requireNonNull(returned),
        Objects.requireNonNull(reason));
  }

  private static @Nullable List<NoteAllocation> allocations(JsonFields payment) {
    List<JsonFields> items =
        payment.optionalObjects("allocations", PromissoryNoteTerms.MOST_INSTALMENTS);
    if (items == null) {
      return null;
    }
    List<NoteAllocation> allocations = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (JsonFields item : items) {
      Long instalment = item.requiredLong("instalment", 1, PromissoryNoteTerms.MOST_INSTALMENTS);
      Money amount = item.required("amount", Amounts::positive);
      item.refuseOthers();
      if (instalment != null && !seen.add(instalment)) {
        item.fault("instalment", "duplicate", "instalment " + instalment + " is named twice");
      }
      if (instalment != null && amount != null) {
        allocations.add(new NoteAllocation(instalment.intValue(), amount));
      }
    }
    return allocations;
  }
}
