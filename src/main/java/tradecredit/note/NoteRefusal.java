package tradecredit.note;

import java.time.Instant;
import java.time.LocalDate;
import tradecredit.ledger.RefusalCode;
import tradecredit.money.Money;

/** What a rule turned down: an outcome with the facts that explain it, not an exception. */
public sealed interface NoteRefusal {

  /** Which rule. */
  RefusalCode code();

  /** The note stands already; once recorded it is not recorded again. */
  record AlreadyRecorded(Money principal, Instant recordedAt, String recordedBy)
      implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.PROMISSORY_NOTE_ALREADY_RECORDED;
    }
  }

  /** The reference belongs to another payment of the note. */
  record ReferenceTaken(String reference) implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.PAYMENT_REFERENCE_TAKEN;
    }
  }

  /** The payment was returned before, by this entry; it is returned once. */
  record AlreadyReturned(long sequence, LocalDate date) implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.PAYMENT_ALREADY_RETURNED;
    }
  }

  /** The returned date is before the day on which the payment was received. */
  record ReturnedBeforeReceived(LocalDate date, LocalDate receivedDate) implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.RETURNED_BEFORE_RECEIVED;
    }
  }

  /** The received date is before the agreement's. */
  record DateBeforeAgreement(LocalDate date, LocalDate agreementDate) implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.EFFECTIVE_DATE_BEFORE_AGREEMENT;
    }
  }

  /** The received or the returned date is after the business date. */
  record DateInFuture(LocalDate date, LocalDate businessDate) implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.EFFECTIVE_DATE_IN_FUTURE;
    }
  }

  /** More is paid than is unpaid of all instalments: a note holds no credit. */
  record PaymentExceedsNote(Money amount, Money unpaid) implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.PAYMENT_EXCEEDS_NOTE;
    }
  }

  /** An allocation names an instalment beyond the last. */
  record InstalmentUnknown(int instalment, int last) implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.INSTALMENT_UNKNOWN;
    }
  }

  /** An allocation is more than is unpaid of its instalment. */
  record AllocationExceedsInstalment(int instalment, Money amount, Money unpaid)
      implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.ALLOCATION_EXCEEDS_INSTALMENT;
    }
  }

  /** The allocations sum to more or less than the payment. */
  record AllocationsDiffer(Money allocations, Money amount) implements NoteRefusal {
    @Override
    public RefusalCode code() {
      return RefusalCode.ALLOCATIONS_DIFFER_FROM_PAYMENT;
    }
  }
}
