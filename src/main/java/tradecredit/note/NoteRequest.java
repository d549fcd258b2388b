package tradecredit.note;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.PaymentReference;
import tradecredit.money.Money;

/** What is asked of the note. */
public sealed interface NoteRequest {

  /** What is to be done. */
  NoteAct act();

  /** The sum it is about. */
  Money requested();

  /** Record the note. The principal is at least a cent an instalment. */
  record Recording(Money principal) implements NoteRequest {
    @Override
    public NoteAct act() {
      return NoteAct.NOTE;
    }

    @Override
    public Money requested() {
      return principal;
    }
  }

  /**
   * Record a payment.
   *
   * @param reference the payer's reference
   * @param receivedDate when it was received; see {@link NoteBook} for from when it counts
   * @param method how it was paid
   * @param amount what was paid, above 0.00
   * @param wanted to which instalments, each once; null for the oldest due date first
   */
  record Payment(
      PaymentReference reference,
      LocalDate receivedDate,
      String method,
      Money amount,
      @Nullable List<NoteAllocation> wanted)
      implements NoteRequest {

    /** Keeps its allocations. */
    public Payment {
      wanted = wanted == null ? null : List.copyOf(wanted);
    }

    @Override
    public NoteAct act() {
      return NoteAct.PAYMENT;
    }

    @Override
    public Money requested() {
      return amount;
    }
  }

  /**
   * Take back a payment that bounced or was reversed.
   *
   * @param paymentSequence the payment's entry
   * @param effectiveDate from when the payment counts, as its entry says
   * @param payment the payment
   * @param returnedDate when it was returned
   * @param reason as the bank gives it
   */
  record Return(
      long paymentSequence,
      LocalDate effectiveDate,
      NotePayment payment,
      LocalDate returnedDate,
      String reason)
      implements NoteRequest {
    @Override
    public NoteAct act() {
      return NoteAct.PAYMENT_RETURN;
    }

    @Override
    public Money requested() {
      return payment.amount();
    }
  }
}
