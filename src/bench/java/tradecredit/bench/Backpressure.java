package tradecredit.bench;

import java.time.Duration;

/**
 * Overload, of two services: one as fast as the machine allows, which takes so much that a driver
 * on the same processors cannot send several times as much; and one that waits for a slow disk and
 * so takes little, and can be sent several times as much.
 */
final class Backpressure implements Section {

  /** In two lanes a thousand invoices of one line: a quarter of what the usual crowd can send. */
  private static final int FAST = 500;

  /** In two lanes, taken and waiting, as many as the usual connections have. */
  private static final int SLOW = 50;

  /** How long the slow disk takes to flush. */
  private static final Duration FLUSH = Duration.ofMillis(50);

  @Override
  public void measure(Desk desk) throws Exception {
    new Overload(desk, "as fast as it is", FAST).measure(desk.database("backpressure"));
    Database slow = desk.database("backpressure_slow");
    slow.flushIn(FLUSH);
    new Overload(desk, "on a slow disk", SLOW).measure(slow);
  }
}
