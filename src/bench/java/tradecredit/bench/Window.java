package tradecredit.bench;

import java.util.List;
import java.util.stream.LongStream;

/** What one window, or several together, measured. */
final class Window {

  private final long nanos;
  private final long[] latencies;
  private final Costs.Spent spent;

  /**
   * A window of this length, the latencies of every answer that came in it, ascending, its costs.
   */
  Window(long nanos, long[] latencies, Costs.Spent spent) {
    this.nanos = nanos;
    this.latencies = latencies;
    this.spent = spent;
  }

  /** Several windows as one. */
  static Window together(List<Window> windows) {
    long[] all =
        windows.stream().flatMapToLong(one -> LongStream.of(one.latencies)).sorted().toArray();
    long nanos = windows.stream().mapToLong(one -> one.nanos).sum();
    Costs.Spent spent =
        windows.stream().map(one -> one.spent).reduce(Costs.Spent.NOTHING, Costs.Spent::plus);
    return new Window(nanos, all, spent);
  }

  /** How many answers. */
  int count() {
    return latencies.length;
  }

  /** Answers a second. */
  double rate() {
    return latencies.length * 1e9 / nanos;
  }

  /** The latency in milliseconds that so many percent stayed at or under. */
  double percentileMillis(double percent) {
    if (latencies.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * latencies.length) - 1;
    return latencies[Math.max(rank, 0)] / 1e6;
  }

  /** Processor microseconds an answer: of the services, of all of PostgreSQL, of the driver. */
  String processors() {
    return String.join(
        "+", micros(spent.service()), micros(spent.database()), micros(spent.driver()));
  }

  private String micros(long cpuNanos) {
    return Text.decimals(0, cpuNanos / 1e3 / Math.max(latencies.length, 1));
  }

  /** Postings per transaction that the database committed. */
  double postingsPerCommit() {
    return latencies.length / (double) Math.max(spent.commits(), 1);
  }
}
