package tradecredit.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the dispatcher of this instance when something may be due. To ring costs next to nothing,
 * and to ring twice is to ring once; what another instance wrote is found by looking.
 */
@Singleton
public class Bell {

  private final BlockingQueue<Boolean> rung = new ArrayBlockingQueue<>(1);

  /** Rings. */
  public void ring() {
    boolean _ = rung.offer(Boolean.TRUE);
  }

  /** Waits until somebody rings, or for so long. */
  void await(Duration atMost) throws InterruptedException {
    Boolean _ = rung.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
