package tradecredit.inquiry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.PaymentReference;

/** Payments and credit notes as they are now. Each call is one consistent reading. */
public interface CreditInquiries {

  /**
   * A page of payments in the order of their sequence.
   *
   * @param reference only the one of this reference; null for all
   */
  Slice<PaymentReading> payments(
      AccountId account, @Nullable PaymentReference reference, long after, int limit);

  /** One payment by its sequence, with every invoice that it is applied to. */
  Optional<PaymentReading> payment(AccountId account, long sequence);

  /**
   * A page of credit notes in the order of their sequence.
   *
   * @param number only the one of this number; null for all
   */
  Slice<CreditNoteReading> creditNotes(
      AccountId account, @Nullable CreditNoteNumber number, long after, int limit);

  /** One credit note by its sequence, with every invoice that it is applied to. */
  Optional<CreditNoteReading> creditNote(AccountId account, long sequence);
}
