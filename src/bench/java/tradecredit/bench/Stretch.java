package tradecredit.bench;

import java.time.Duration;

/** The time of one window: a lead-in that does not count, then the time that does. */
final class Stretch {

  /** What a window that follows another begins with. */
  static final Duration LEAD_IN = Duration.ofMillis(500);

  private final Duration leadIn;
  private volatile long from = Long.MAX_VALUE;
  private volatile long to = Long.MAX_VALUE;
  private volatile boolean over;

  Stretch(Duration leadIn) {
    this.leadIn = leadIn;
  }

  /** Lets the window pass and returns what it cost. */
  Costs.Spent pass(Duration length, Costs costs) throws Exception {
    try {
      Thread.sleep(leadIn);
      Costs.Reading before = costs.read();
      from = System.nanoTime();
      long end = from + length.toNanos();
      while (!over && System.nanoTime() < end) {
        Thread.sleep(Math.clamp((end - System.nanoTime()) / 1_000_000, 1, 50));
      }
      to = System.nanoTime();
      return costs.since(before);
    } finally {
      over = true;
    }
  }

  /** Ends it at once: something failed. */
  void end() {
    over = true;
  }

  /** Whether nothing new is to be begun. */
  boolean isOver() {
    return over;
  }

  /** Whether what ended at that instant counts. */
  boolean counts(long ended) {
    return ended >= from && ended < to;
  }

  /** How long it counted. */
  long nanos() {
    return to - from;
  }
}
