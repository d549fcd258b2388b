package tradecredit.inquiry;

import java.time.LocalDate;
import java.util.List;
import tradecredit.agreement.TradingAccount;
import tradecredit.money.Money;

/**
 * The balances of all accounts, read on one snapshot.
 *
 * @param asOf the day
 * @param businessDate the book's today when they were read
 * @param accounts each account, in the agreement's order
 */
public record AgreementBalances(
    LocalDate asOf, LocalDate businessDate, List<AccountBalance> accounts) {

  /**
   * An account's balance.
   *
   * @param account which account
   * @param sequence its last entry when it was read
   * @param balance what the buyer owes on the day; negative where the supplier owes
   */
  public record AccountBalance(TradingAccount account, long sequence, Money balance) {}

  /** Keeps its list. */
  public AgreementBalances {
    accounts = List.copyOf(accounts);
  }
}
