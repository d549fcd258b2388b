package tradecredit.agreement;

import java.time.LocalDate;

/**
 * A clause that keeps a product from being invoiced until a day (clause 17 of the filing).
 *
 * @param clause the number of the clause
 * @param allowedFrom the first invoice date that is allowed again
 * @param reason what to tell whoever is refused
 */
public record Restriction(int clause, LocalDate allowedFrom, String reason) {

  /**
   * Holds the restriction.
   *
   * @throws IllegalArgumentException if the clause is below 1 or the reason is blank
   */
  public Restriction {
    Required.clauseNumber(clause);
    Required.text("a restriction's reason", reason);
  }

  /**
   * Whether an invoice of this date is refused.
   *
   * <p>Example: with {@code allowedFrom} 2002-05-16, an invoice of 2002-05-15 is refused and one of
   * 2002-05-16 is not.
   */
  public boolean forbids(LocalDate invoiceDate) {
    return invoiceDate.isBefore(allowedFrom);
  }
}
