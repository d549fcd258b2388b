package tradecredit.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells those who send what this instance did itself: wakes the dispatcher when something may be
 * due, and counts the changes of endpoints. To ring costs next to nothing, and to ring twice is to
 * ring once; what another instance wrote is found by looking.
 */
@Singleton
public class Bell {

  private final BlockingQueue<Boolean> rung = new ArrayBlockingQueue<>(1);
  private final AtomicLong changes = new AtomicLong();

  /** Rings. */
  public void ring() {
    boolean _ = rung.offer(Boolean.TRUE);
  }

  /** Rings after an endpoint was changed; before whoever changed it is answered. */
  public void ringForChange() {
    changes.incrementAndGet();
    ring();
  }

  /** How often it was rung for a change: another number says that there was one in between. */
  long changes() {
    return changes.get();
  }

  /** Waits until somebody rings, or for so long. */
  void await(Duration atMost) throws InterruptedException {
    Boolean _ = rung.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
