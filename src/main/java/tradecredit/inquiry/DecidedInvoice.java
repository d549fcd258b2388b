package tradecredit.inquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Decision;

/**
 * What was decided of an invoice, without the lines that whoever asks has sent.
 *
 * @param decision the decision
 * @param dates of the invoice; null where it was refused
 */
public record DecidedInvoice(Decision decision, @Nullable Dates dates) {

  /**
   * Two of its dates.
   *
   * @param invoiceDate its effective date
   * @param dueDate invoice date + net days
   */
  public record Dates(LocalDate invoiceDate, LocalDate dueDate) {}
}
