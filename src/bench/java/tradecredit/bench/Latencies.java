package tradecredit.bench;

import java.util.Arrays;
import java.util.List;

/** Latencies in nanoseconds, every one of them. */
final class Latencies {

  private long[] values = new long[1 << 10];
  private int count;

  void add(long nanos) {
    if (count == values.length) {
      values = Arrays.copyOf(values, count * 2);
    }
    values[count++] = nanos;
  }

  /** All of them in ascending order. */
  static long[] merged(List<Latencies> parts) {
    return parts.stream()
        .flatMapToLong(part -> Arrays.stream(part.values, 0, part.count))
        .sorted()
        .toArray();
  }
}
