package tradecredit.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * For which day, and as it was known when: the two axes on which a figure can be asked. With both,
 * it never changes again.
 *
 * @param asOf the day; null is the business date
 * @param knownAt what the book knew at that instant; null is now
 */
public record Moment(@Nullable LocalDate asOf, @Nullable Instant knownAt) {

  /** That day, as it is known now. */
  public static Moment asOf(@Nullable LocalDate day) {
    return new Moment(day, null);
  }

  /** Whether it is the business date, as it is known now. */
  public boolean isNow() {
    return asOf == null && knownAt == null;
  }
}
