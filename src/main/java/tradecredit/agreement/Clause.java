package tradecredit.agreement;

/**
 * One clause of the agreement.
 *
 * @param number its number in the agreement, from 1
 * @param summary what it says, in one line and in our words
 * @param treatment what the book does about it
 * @param how how the book does so, or why it does nothing
 */
public record Clause(int number, String summary, ClauseTreatment treatment, String how) {

  /**
   * Holds the clause.
   *
   * @throws IllegalArgumentException if the number is below 1 or a text is blank
   */
  public Clause {
    Required.clauseNumber(number);
    Required.text("a clause's summary", summary);
    Required.text("how a clause is treated", how);
  }
}
