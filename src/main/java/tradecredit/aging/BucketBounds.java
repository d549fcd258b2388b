package tradecredit.aging;

import java.util.List;

/**
 * Where the buckets of an aging end, in whole days, ascending; the last bucket is open-ended.
 *
 * <p>Example: 30, 60, 90 give the buckets 1-30, 31-60, 61-90 and 91 on.
 *
 * @param lastDays the last day of each bucket but the open one; 1 to 20 of them, each 1 to 36500
 */
public record BucketBounds(List<Integer> lastDays) {

  /** 30, 60, 90. */
  public static final BucketBounds DEFAULT = new BucketBounds(List.of(30, 60, 90));

  /** How many bounds there may be. */
  public static final int MAXIMUM = 20;

  private static final int MAXIMUM_DAYS = 36_500;

  /** Refuses bounds that are none, too many, out of range or not ascending. */
  public BucketBounds {
    lastDays = List.copyOf(lastDays);
    if (lastDays.isEmpty() || lastDays.size() > MAXIMUM) {
      throw new IllegalArgumentException(
          "1 to " + MAXIMUM + " bucket bounds, not " + lastDays.size());
    }
    int previous = 0;
    for (int days : lastDays) {
      if (days <= previous || days > MAXIMUM_DAYS) {
        throw new IllegalArgumentException(
            "bucket bounds are ascending whole days from 1 to "
                + MAXIMUM_DAYS
                + "; "
                + days
                + " is not");
      }
      previous = days;
    }
  }

  /** Which bucket an age of {@code days} (1 or more) falls into. */
  int bucketOf(long days) {
    int bucket = 0;
    while (bucket < lastDays.size() && days > lastDays.get(bucket)) {
      bucket++;
    }
    return bucket;
  }

  int buckets() {
    return lastDays.size() + 1;
  }

  int from(int bucket) {
    return bucket == 0 ? 1 : lastDays.get(bucket - 1) + 1;
  }
}
