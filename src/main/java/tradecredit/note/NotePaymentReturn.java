package tradecredit.note;

import java.time.LocalDate;
import java.util.List;
import tradecredit.ledger.Netstrings;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;

/**
 * A payment on the note that bounced or was reversed: all of it is unpaid again, of the instalments
 * that it went to.
 *
 * @param paymentSequence the payment's entry
 * @param reference the payment's reference, which stays taken
 * @param returnedDate when it was returned; the return's entry says from when it counts
 * @param reason as the bank gives it
 * @param amount the payment's amount
 * @param reopened the payment's allocations
 */
public record NotePaymentReturn(
    long paymentSequence,
    PaymentReference reference,
    LocalDate returnedDate,
    String reason,
    Money amount,
    List<NoteAllocation> reopened)
    implements NoteDocument {

  /** Keeps its allocations. */
  public NotePaymentReturn {
    reopened = List.copyOf(reopened);
  }

  @Override
  public NoteAct act() {
    return NoteAct.PAYMENT_RETURN;
  }

  @Override
  public String documentNumber() {
    return reference.value();
  }

  @Override
  public Money change() {
    return amount;
  }

  @Override
  public String canonical() {
    Netstrings fields =
        new Netstrings()
            .add(paymentSequence)
            .add(reference.value())
            .add(returnedDate)
            .add(reason)
            .add(amount);
    for (NoteAllocation each : reopened) {
      fields.add(each.instalment()).add(each.amount());
    }
    return fields.toString();
  }
}
