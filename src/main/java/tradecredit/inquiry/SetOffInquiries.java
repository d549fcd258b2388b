package tradecredit.inquiry;

import java.util.Optional;
import tradecredit.agreement.AccountId;

/** What can be asked of set-offs. Each call is one consistent reading of both accounts. */
public interface SetOffInquiries {

  /** Where a page goes on: after this half. */
  record After(String account, long sequence) {

    /** Before all. */
    public static final After NOTHING = new After("", 0);
  }

  /** A page, in the order of one of the two accounts and its sequence. */
  Slice<Placed> page(CaseFilter filter, After after, int limit);

  /** A set-off and where it stands in the list. */
  record Placed(After place, SetOffReading reading) {}

  /** The one whose half on {@code account} is proposed by entry {@code sequence}. */
  Optional<SetOffReading> proposedBy(AccountId account, long sequence);

  /** The one whose half on {@code account} is decided by entry {@code sequence}. */
  Optional<SetOffReading> decidedBy(AccountId account, long sequence);
}
