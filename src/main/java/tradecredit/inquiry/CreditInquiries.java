package tradecredit.inquiry;

import java.util.Optional;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.PaymentReference;

/** Payments and credit notes as they are now. Each call is one consistent reading. */
public interface CreditInquiries {

  /** A page of payments in the order of their sequence. */
  Slice<PaymentReading> payments(
      AccountId account, CreditFilter<PaymentReference> filter, long after, int limit);

  /** One payment by its sequence, with every invoice that it is applied to. */
  Optional<PaymentReading> payment(AccountId account, long sequence);

  /** A page of credit notes in the order of their sequence. */
  Slice<CreditNoteReading> creditNotes(
      AccountId account, CreditFilter<CreditNoteNumber> filter, long after, int limit);

  /** One credit note by its sequence, with every invoice that it is applied to. */
  Optional<CreditNoteReading> creditNote(AccountId account, long sequence);
}
