package tradecredit.agreement;

/**
 * One open account between two sides, in one direction.
 *
 * @param id its name
 * @param supplier the party or group that invoices
 * @param buyer the party or group that owes
 * @param clause the number of the clause that grants it
 * @param terms the terms with which it begins
 */
public record TradingAccount(
    AccountId id, PartyId supplier, PartyId buyer, int clause, Terms terms) {

  /**
   * Holds the account.
   *
   * @throws IllegalArgumentException if supplier and buyer are the same, or the clause is below 1
   */
  public TradingAccount {
    Required.clauseNumber(clause);
    if (supplier.equals(buyer)) {
      throw new IllegalArgumentException(supplier + " is both supplier and buyer");
    }
  }
}
