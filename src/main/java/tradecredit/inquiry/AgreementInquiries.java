package tradecredit.inquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked of all accounts of the agreement at once. */
public interface AgreementInquiries {

  /** The balances of all accounts on one snapshot; {@code asOf} null is the business date. */
  AgreementBalances balances(@Nullable LocalDate asOf);
}
