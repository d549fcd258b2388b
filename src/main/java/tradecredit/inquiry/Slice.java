package tradecredit.inquiry;

import java.util.List;

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
}
