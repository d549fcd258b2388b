package tradecredit.inquiry;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * The bounds of inquiries.
 *
 * @param rollUpInterval how often the movements of days that have ended are rolled up
 * @param keptDays how many balances of a day, and how many days of agings, are kept in memory as
 *     long as nothing has changed since; some 200 bytes each
 * @param pageRows how many lines and credits the invoices of a page may have together, parts its
 *     set-offs, cards its disputes, and discounts its terms and amendments: with more it ends
 *     early, after one item at least. A line takes up to 600 bytes of its answer, where its
 *     description is plain text
 * @param pageBytes how many bytes of UTF-8 the memos and descriptions of the invoices of a page may
 *     have together: with more it ends early, too, after one item at least. A list that is asked
 *     for counts as twice that until it is there
 */
@Context
@ConfigurationProperties("tradecredit.inquiry")
public record InquirySettings(
    @Bindable(defaultValue = "1m") Duration rollUpInterval,
    @Bindable(defaultValue = "100000") int keptDays,
    @Bindable(defaultValue = "10000") int pageRows,
    @Bindable(defaultValue = "1048576") int pageBytes) {

  /**
   * Holds the bounds.
   *
   * @throws IllegalArgumentException if one is not above zero
   */
  public InquirySettings {
    Bounds bounds = new Bounds("tradecredit.inquiry");
    bounds.positive("kept-days", keptDays);
    bounds.positive("page-rows", pageRows);
    bounds.positive("page-bytes", pageBytes);
    bounds.positive("roll-up-interval", rollUpInterval);
  }
}
