package tradecredit.posting;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.platform.UnavailableException;
import tradecredit.upkeep.Upkeep;

/**
 * Wakes the day's end: where an account's head is behind the business date, its skipped days are
 * ended under the head's lock, just as the first posting of the new day would have done. So it does
 * not matter which replica wakes it, how often, or after how long: whoever comes second finds it
 * done.
 */
@Singleton
public class DayEnd implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(DayEnd.class);

  private final Agreement agreement;
  private final BookStore store;
  private final PostingSettings settings;

  DayEnd(Agreement agreement, BookStore store, PostingSettings settings) {
    this.agreement = agreement;
    this.store = store;
    this.settings = settings;
  }

  @Override
  public Duration interval() {
    return settings.dayEndInterval();
  }

  /** Ends what days are over, on every account. */
  @Override
  public void run() {
    for (TradingAccount account : agreement.accounts()) {
      try {
        if (store.reading(account.id(), Wanted.NOTHING, DayEnd::isBehind)) {
          store.locked(account.id(), Wanted.NOTHING, session -> end(account, session));
        }
      } catch (UnavailableException away) {
        LOG.warn("The day of {} is not ended now: {}", account.id(), away.getMessage());
      } catch (RuntimeException fault) {
        // A fault of one account does not keep the others from ending their day.
        LOG.error("The day of {} cannot be ended", account.id(), fault);
      }
    }
  }

  private static boolean isBehind(BookSession session) {
    return session.loaded().businessDate().isAfter(session.position().businessDate());
  }

  private Object end(TradingAccount account, BookSession session) {
    if (isBehind(session)) {
      session.write(BatchRun.open(session, agreement, account), List.of());
      LOG.info("Account {} is on {} now", account.id(), session.loaded().businessDate());
    }
    return account;
  }
}
