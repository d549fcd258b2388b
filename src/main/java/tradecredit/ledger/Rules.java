package tradecredit.ledger;

import java.time.LocalDate;
import java.util.List;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Terms;
import tradecredit.agreement.TradingAccount;

/**
 * What an account is judged by.
 *
 * @param agreement the agreement it belongs to
 * @param account its supplier, buyer and clause
 * @param terms all versions of its terms
 */
public record Rules(Agreement agreement, TradingAccount account, TermsHistory terms) {

  Terms termsOn(LocalDate date) {
    return terms.on(date).terms();
  }

  Rules amended(List<TermsVersion> versions) {
    return new Rules(agreement, account, terms.plus(versions));
  }
}
