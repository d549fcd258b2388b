package tradecredit.posting;

import jakarta.inject.Singleton;
import java.util.List;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Posting;

/**
 * The decision a posting would get now: decided as a lane would, on a reading without lock, and
 * thrown away.
 */
@Singleton
public final class CreditChecks {

  private final Agreement agreement;
  private final BookStore store;

  /** Over the agreement's accounts. */
  public CreditChecks(Agreement agreement, BookStore store) {
    this.agreement = agreement;
    this.store = store;
  }

  /** Decides without posting; blocks for one reading. */
  public Outcome check(TradingAccount account, Posting posting, String principal) {
    return store.reading(
        account.id(),
        Wanted.of(List.of(), List.of(posting)),
        session -> BatchRun.open(session, agreement, account).post(posting, principal));
  }
}
