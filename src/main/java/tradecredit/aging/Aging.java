package tradecredit.aging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * What is owed, by age. Always {@code notDue + sum of buckets = openItems} and {@code openItems -
 * unappliedCredit = balance}.
 *
 * <p>Example: on 13 November, basis due date, 30-day buckets, an invoice due on 13 November is not
 * due (0 days), one due on 14 October is 30 days past due and in 1-30, one due on 13 October is in
 * 31-60.
 *
 * @param notDue open amounts of 0 or fewer days
 * @param buckets by age, oldest last
 * @param openItems all open amounts
 * @param unappliedCredit credits applied to no invoice
 * @param disputed the disputed part of the open amounts, included in them
 */
public record Aging(
    Money notDue, List<Bucket> buckets, Money openItems, Money unappliedCredit, Money disputed) {

  /**
   * The open amounts of an age.
   *
   * @param from first day
   * @param to last day; null for the open-ended one
   * @param amount disputed parts included
   * @param count how many invoices are open
   */
  public record Bucket(int from, @Nullable Integer to, Money amount, long count) {}

  /** What the buyer owes: open items less unapplied credit. */
  public Money balance() {
    return openItems.minus(unappliedCredit);
  }

  /** Sorts {@code amounts} by their age on {@code asOf}. */
  public static Aging of(
      LocalDate asOf, BucketBounds bounds, List<OpenAmount> amounts, Money unappliedCredit) {
    Money notDue = Money.ZERO;
    Money openItems = Money.ZERO;
    Money disputed = Money.ZERO;
    Money[] sums = new Money[bounds.buckets()];
    Arrays.fill(sums, Money.ZERO);
    long[] counts = new long[bounds.buckets()];
    for (OpenAmount open : amounts) {
      openItems = openItems.plus(open.amount());
      disputed = disputed.plus(open.disputed());
      long days = ChronoUnit.DAYS.between(open.day(), asOf);
      if (days <= 0) {
        notDue = notDue.plus(open.amount());
      } else {
        int bucket = bounds.bucketOf(days);
        sums[bucket] = sums[bucket].plus(open.amount());
        counts[bucket] += open.invoices();
      }
    }
    return new Aging(notDue, buckets(bounds, sums, counts), openItems, unappliedCredit, disputed);
  }

  private static List<Bucket> buckets(BucketBounds bounds, Money[] sums, long[] counts) {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      Integer to = i < bounds.lastDays().size() ? bounds.lastDays().get(i) : null;
      buckets.add(new Bucket(bounds.from(i), to, sums[i], counts[i]));
    }
    return buckets;
  }
}
