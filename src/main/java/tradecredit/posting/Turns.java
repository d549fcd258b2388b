package tradecredit.posting;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tradecredit.platform.UnavailableException;

/**
 * Lets rare requests to the book through one at a time, and tries again what an outage ended. They
 * queue here and not at the row, so that they never hold more than one connection of the pool that
 * the lanes share.
 */
final class Turns {

  private final Retries retries;
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Of {@code what}, as it is named in the log. */
  Turns(String what, PostingSettings settings) {
    this.retries = new Retries(what, settings);
  }

  /**
   * Runs {@code work}, which is safe to repeat, when its turn has come; blocks until it is
   * committed. No attempt begins once {@link PostingSettings#answerTimeout} has passed; one that is
   * under way then goes on, however long it takes.
   *
   * @throws UnavailableException where the database stays away, or too many come before
   */
  <T> T take(Supplier<T> work) {
    long deadlineNanos = retries.deadlineNanos();
    try {
      if (!turn.tryLock(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new UnavailableException("no turn in time");
      }
      try {
        return retries.run(deadlineNanos, _ -> attempt(deadlineNanos, work));
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("stopped while it waited", stopped);
    }
  }

  /** Whoever asked was told by then that no outcome came in time, and others wait behind it. */
  private static <T> T attempt(long deadlineNanos, Supplier<T> work) {
    if (deadlineNanos - System.nanoTime() <= 0) {
      throw new UnavailableException("no outcome in time");
    }
    return work.get();
  }
}
