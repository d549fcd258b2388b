package tradecredit.inquiry;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A page of a list in a total order.
 *
 * @param items what is on it
 * @param more whether something follows
 * @param <T> what it lists
 */
public record Slice<T>(List<T> items, boolean more) {

  /**
   * Of up to {@code limit + 1} items read, the first {@code limit}; one beyond tells that something
   * follows.
   */
  public static <T> Slice<T> of(List<T> read, int limit) {
    return read.size() > limit
        ? new Slice<>(List.copyOf(read.subList(0, limit)), true)
        : new Slice<>(List.copyOf(read), false);
  }

  /** Of all items, {@code limit} behind the first {@code after}. */
  public static <T> Slice<T> of(List<T> all, long after, int limit) {
    return of(all.stream().skip(after).toList(), limit);
  }

  /**
   * As many of its first items as weigh no more than {@code most} together; the first one, whatever
   * it weighs.
   */
  public Slice<T> weighing(long most, ToLongFunction<T> weight) {
    long together = 0;
    for (int i = 0; i < items.size(); i++) {
      together += weight.applyAsLong(items.get(i));
      if (i > 0 && together > most) {
        return of(items.subList(0, i + 1), i);
      }
    }
    return this;
  }
}
