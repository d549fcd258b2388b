package tradecredit.agreement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What the agreement says about its promissory note (clause 4 of the filing). The sum is not here:
 * the filing does not state it, so a person records it in the book.
 *
 * @param clause the number of the clause
 * @param maker who signed it and owes: a party or a group
 * @param payee whom it is paid to: a party or a group
 * @param instalments in how many equal, consecutive monthly instalments, 1 to 360
 * @param daysToFirst calendar days from the agreement's effective date to the first, 0 to 3650
 */
public record PromissoryNoteTerms(
    int clause, PartyId maker, PartyId payee, int instalments, int daysToFirst) {

  /** The most instalments that a note may have: thirty years of months. */
  public static final int MOST_INSTALMENTS = 360;

  /** The longest wait for the first: about ten years. */
  public static final int MOST_DAYS_TO_FIRST = 3650;

  /**
   * Holds the terms.
   *
   * @throws IllegalArgumentException if a number is outside its range, or one side owes itself
   */
  public PromissoryNoteTerms {
    Required.clauseNumber(clause);
    if (maker.equals(payee)) {
      throw new IllegalArgumentException(maker + " is both maker and payee");
    }
    if (instalments < 1 || instalments > MOST_INSTALMENTS) {
      throw new IllegalArgumentException(
          instalments + " instalments are not within 1 to " + MOST_INSTALMENTS);
    }
    if (daysToFirst < 0 || daysToFirst > MOST_DAYS_TO_FIRST) {
      throw new IllegalArgumentException(
          daysToFirst + " days are not within 0 to " + MOST_DAYS_TO_FIRST);
    }
  }

  /**
   * The day on which an instalment falls due: the first that many days after the agreement, each
   * other whole months after the first. Months are counted from the first, so a short month moves
   * its own instalment to its last day and none that follow.
   *
   * <p>Example: 180 days after 2001-05-16 is 2001-11-12, and the sixth is due 2002-04-12. From a
   * first on 2001-12-31, the third is due 2002-02-28 and the fourth 2002-03-31.
   *
   * @param agreementDate the agreement's effective date
   * @param number which instalment, from 1
   */
  public LocalDate dueDate(LocalDate agreementDate, int number) {
    return agreementDate
        .plusDays(daysToFirst)
        .plus(Math.subtractExact(number, 1), ChronoUnit.MONTHS);
  }
}
