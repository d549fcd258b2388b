package tradecredit.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Act;
import tradecredit.ledger.StandingChange;

/**
 * A dated record of standing and what led to it.
 *
 * @param change the record
 * @param cause the entry that changed it; null where a day's end did
 * @param lateInvoices the invoices that fell past due with it, oldest first; at most {@link
 *     StandingReading#MOST_INVOICES}
 * @param omitted how many more fell past due with it
 */
public record StandingChangeReading(
    StandingChange change,
    @Nullable Cause cause,
    List<StandingReading.LateInvoice> lateInvoices,
    long omitted) {

  /** Keeps the invoices. */
  public StandingChangeReading {
    lateInvoices = List.copyOf(lateInvoices);
  }

  /**
   * An entry, as far as it matters here.
   *
   * @param sequence which
   * @param act its kind
   * @param documentNumber the number of its document
   */
  public record Cause(long sequence, Act act, String documentNumber) {}
}
