package tradecredit.inquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;

/** Standing and events. Each call is one consistent reading. */
public interface StandingInquiries {

  /**
   * The standing on a day with what proves it; for past days as it was recorded then.
   *
   * @param asOf null is the business date
   */
  StandingReading standing(AccountId account, @Nullable LocalDate asOf);

  /** A page of dated records of standing in the order of their number. */
  Slice<StandingChangeReading> changes(AccountId account, long after, int limit);

  /**
   * A page of events in the order of their sequence.
   *
   * @throws AfterLastEventException where {@code after} is above the last event of the account
   */
  Slice<EventReading> events(AccountId account, long after, int limit);
}
