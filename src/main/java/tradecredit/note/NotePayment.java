package tradecredit.note;

import java.time.LocalDate;
import java.util.List;
import tradecredit.ledger.Netstrings;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;

/**
 * A payment on the note, and which instalments it went to.
 *
 * @param reference the payer's reference, unique on the note for ever
 * @param receivedDate when it was received; its entry says from when it counts
 * @param method how it was paid
 * @param amount what was paid: the sum of its allocations
 * @param allocations where it went, by instalment
 */
public record NotePayment(
    PaymentReference reference,
    LocalDate receivedDate,
    String method,
    Money amount,
    List<NoteAllocation> allocations)
    implements NoteDocument {

  /** Keeps its allocations. */
  public NotePayment {
    allocations = List.copyOf(allocations);
  }

  @Override
  public NoteAct act() {
    return NoteAct.PAYMENT;
  }

  @Override
  public String documentNumber() {
    return reference.value();
  }

  @Override
  public Money change() {
    return amount.negated();
  }

  @Override
  public String canonical() {
    Netstrings fields =
        new Netstrings().add(reference.value()).add(receivedDate).add(method).add(amount);
    for (NoteAllocation each : allocations) {
      fields.add(each.instalment()).add(each.amount());
    }
    return fields.toString();
  }
}
