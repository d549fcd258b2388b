package tradecredit.bench;

import java.time.Duration;

/**
 * Overload, of two services: one as fast as the machine allows, which takes so much that a driver
 * on the same processors cannot send several times as much; and one that waits for a slow disk and
 * so takes little, and can be sent several times as much.
 */
final class Backpressure implements Section {

  /** A thousand invoices of one line, waiting and taken: a quarter of the crowd's connections. */
  private static final Overload.Bounds FAST = new Overload.Bounds(500, 500, 0);

  /** Twenty-five invoices of one line a flush; as many as the usual connections have may wait. */
  private static final int SLOW_BATCH = 50;

  /** How long the slow disk takes to flush. */
  private static final Duration FLUSH = Duration.ofMillis(20);

  @Override
  public void measure(Desk desk) throws Exception {
    Settings settings = desk.settings();
    new Overload(desk, "as fast as it is", FAST).measure(desk.database("backpressure"));
    Database slow = desk.database("backpressure_slow");
    slow.flushIn(FLUSH);
    Overload.Bounds bounds =
        new Overload.Bounds(2 * settings.mostConnections(), SLOW_BATCH, settings.overload());
    new Overload(desk, "on a slow disk", bounds).measure(slow);
  }
}
