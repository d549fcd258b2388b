package tradecredit.webhook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is claimed for one endpoint and not done. While it is shut it has room for nothing: after a
 * failure nothing more is claimed until the failure is recorded, so that it is claimed as the
 * endpoint then stands; and while claims are given back nothing is claimed that comes behind them.
 */
final class EndpointQueue {

  private final Deque<Outbox.Claimed> waiting = new ArrayDeque<>();
  private int held;
  private int workers;
  private int shut;
  private long shutSoFar;

  /** How many are claimed and not done; more than any bound while it is shut. */
  synchronized int held() {
    return shut > 0 ? Integer.MAX_VALUE : held;
  }

  /** How often it was shut so far: another number says that it was in between. */
  synchronized long shutSoFar() {
    return shutSoFar;
  }

  /**
   * Takes more, unless it is shut, or was since it had been shut {@code shutBefore} times: then
   * what was given back meanwhile comes first.
   */
  synchronized boolean add(List<Outbox.Claimed> claimed, long shutBefore) {
    if (shut > 0 || shutSoFar != shutBefore) {
      return false;
    }
    waiting.addAll(claimed);
    held += claimed.size();
    return true;
  }

  /** How many workers are to be begun, so that no more than {@code width} work. */
  synchronized int hire(int width) {
    int more = Math.max(0, Math.min(width - workers, waiting.size()));
    workers += more;
    return more;
  }

  /** Does without workers that could not be begun; what nobody is left to work off is taken out. */
  synchronized List<Outbox.Claimed> dismiss(int count) {
    workers -= count;
    return workers > 0 ? List.of() : empty();
  }

  /** The next, or null; then the worker that asked is done. */
  synchronized Outbox.@Nullable Claimed next() {
    Outbox.Claimed next = waiting.poll();
    if (next == null) {
      workers--;
    }
    return next;
  }

  synchronized void done() {
    held--;
  }

  /** Takes out all that waits. */
  synchronized List<Outbox.Claimed> empty() {
    List<Outbox.Claimed> left = new ArrayList<>(waiting);
    waiting.clear();
    held -= left.size();
    return left;
  }

  /** Takes out all that waits, and takes nothing until it is opened as often as it was shut. */
  synchronized List<Outbox.Claimed> shut() {
    shut++;
    shutSoFar++;
    return empty();
  }

  synchronized void open() {
    shut--;
  }

  synchronized boolean isOpen() {
    return shut == 0;
  }
}
