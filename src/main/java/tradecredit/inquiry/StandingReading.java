package tradecredit.inquiry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.StandingReasons;
import tradecredit.money.Money;

/**
 * The standing of an account on a day, with what proves it.
 *
 * @param asOf the day
 * @param businessDate the book's today
 * @param sequence the last entry when it was read
 * @param requiresGoodStanding whether the terms of the day require good standing for new supply
 * @param reasons what stands against good standing
 * @param since the day on which the standing turned to what it is on that day; null where the
 *     account was in good standing ever since it was opened
 * @param lateInvoices the oldest of the invoices that are past due
 * @param breach the number of the breach that is open; null where none is
 * @param returns the latest returned payments, as many as the shortfall comes from
 */
public record StandingReading(
    LocalDate asOf,
    LocalDate businessDate,
    long sequence,
    boolean requiresGoodStanding,
    StandingReasons reasons,
    @Nullable LocalDate since,
    List<LateInvoice> lateInvoices,
    @Nullable Long breach,
    List<ReturnedPayment> returns) {

  /** How many invoices are named at most. */
  public static final int MOST_INVOICES = 100;

  /** Keeps the proofs. */
  public StandingReading {
    lateInvoices = List.copyOf(lateInvoices);
    returns = List.copyOf(returns);
  }

  /** An invoice past due, and what is open and undisputed of it. */
  public record LateInvoice(long sequence, InvoiceNumber number, LocalDate dueDate, Money amount) {}

  /** A returned payment. */
  public record ReturnedPayment(
      long sequence, String reference, LocalDate returnedDate, Money amount) {}
}
