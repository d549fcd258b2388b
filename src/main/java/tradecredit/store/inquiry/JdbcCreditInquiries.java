package tradecredit.store.inquiry;

import jakarta.inject.Singleton;
import java.util.Optional;
import tradecredit.agreement.AccountId;
import tradecredit.inquiry.CreditFilter;
import tradecredit.inquiry.CreditInquiries;
import tradecredit.inquiry.CreditNoteReading;
import tradecredit.inquiry.PaymentReading;
import tradecredit.inquiry.Slice;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.PaymentReference;
import tradecredit.store.sql.Transactions;

/** Payments and credit notes in SQL: one snapshot a call. */
@Singleton
final class JdbcCreditInquiries implements CreditInquiries {

  private final Transactions transactions;

  JdbcCreditInquiries(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Slice<PaymentReading> payments(
      AccountId account, CreditFilter<PaymentReference> filter, long after, int limit) {
    return transactions.read(
        connection ->
            new CreditQueries(connection, account.value()).payments(filter, after, limit));
  }

  @Override
  public Optional<PaymentReading> payment(AccountId account, long sequence) {
    return transactions.read(
        connection -> new CreditQueries(connection, account.value()).payment(sequence));
  }

  @Override
  public Slice<CreditNoteReading> creditNotes(
      AccountId account, CreditFilter<CreditNoteNumber> filter, long after, int limit) {
    return transactions.read(
        connection ->
            new CreditQueries(connection, account.value()).creditNotes(filter, after, limit));
  }

  @Override
  public Optional<CreditNoteReading> creditNote(AccountId account, long sequence) {
    return transactions.read(
        connection -> new CreditQueries(connection, account.value()).creditNote(sequence));
  }
}
