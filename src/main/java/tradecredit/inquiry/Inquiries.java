package tradecredit.inquiry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tradecredit.aging.Basis;
import tradecredit.aging.BucketBounds;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Decision;
import tradecredit.ledger.Entry;

/** What can be asked of the book. Each call is one consistent reading. */
public interface Inquiries {

  /**
   * Where the account stands.
   *
   * @param arrivedAt when the question came, by {@link System#nanoTime}: it is answered from
   *     readings that began then or later, which others may share; never from an older one,
   *     whichever replica changed the book
   * @throws KnownInFutureException where {@code knownAt} is after the database's clock; so does
   *     each other call that takes a moment
   */
  AccountFigures figures(AccountId account, Moment moment, long arrivedAt);

  /**
   * The same on the business date, and nobody's thread waits for it. Figures that have not changed
   * are the same object again.
   */
  CompletionStage<AccountFigures> figuresNow(AccountId account, long arrivedAt);

  /** Where each account stands on the business date, all at one moment. */
  Map<AccountId, AccountFigures> figuresOfAll();

  /** What is owed by age. */
  AgingReading aging(
      AccountId account, Moment moment, Basis basis, BucketBounds bounds, long arrivedAt);

  /**
   * A page of invoices in the order of their sequence; those past due in the order of due date,
   * invoice date and sequence. A page costs the same however deep it lies.
   *
   * @param after the sequence of the last invoice on the page before; 0 for the first page
   */
  Slice<InvoiceReading> invoices(AccountId account, InvoiceFilter filter, long after, int limit);

  /** One invoice by its sequence. */
  Optional<InvoiceReading> invoice(AccountId account, long sequence);

  /**
   * A page of entries in the order of their sequence: those effective and known by the moment.
   *
   * @param from the first day on which they may be effective; null is any
   * @param after the sequence of the last entry on the page before; 0 for the first page
   */
  Slice<Entry> entries(
      AccountId account, @Nullable LocalDate from, Moment moment, long after, int limit);

  /** A page of decisions in the order of their number. */
  Slice<Decision> decisions(AccountId account, long after, int limit);

  /** What was decided of invoices, by the decisions' numbers, as it was first answered. */
  Map<Long, DecidedInvoice> decidedInvoices(AccountId account, List<Long> decisions);
}
