package tradecredit.ledger;

import tradecredit.money.Money;

/**
 * The account as a posting left it: what every posting's answer carries, so that no poll follows.
 *
 * @param sequence the last entry's number
 * @param balance what the buyer owes
 * @param availableCredit credit limit less balance; negative when over
 * @param standing the account's standing on the business date
 */
public record AccountState(
    long sequence, Money balance, Money availableCredit, Standing standing) {}
