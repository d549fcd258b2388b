package tradecredit.posting;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets rare requests to the book through one at a time, and tries again what an outage ended. They
 * queue here and not at the row, so that they never hold more than one connection of the pool that
 * the lanes share.
 */
final class Turns {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final String what;
  private final PostingSettings settings;
  private final ReentrantLock turn = new ReentrantLock(true);

  /** Of {@code what}, as it is named in the log. */
  Turns(String what, PostingSettings settings) {
    this.what = what;
    this.settings = settings;
  }

  /**
   * Runs {@code work}, which is safe to repeat, when its turn has come; blocks until it is
   * committed.
   *
   * @throws BookUnavailableException where the database stays away, or too many come before
   */
  <T> T take(Supplier<T> work) {
    long deadline = System.nanoTime() + settings.answerTimeout().toNanos();
    try {
      if (!turn.tryLock(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BookUnavailableException(
            "no turn in time", new IllegalStateException("many wait"));
      }
      try {
        return withRetries(work, deadline);
      } finally {
        turn.unlock();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BookUnavailableException("stopped while it waited", stopped);
    }
  }

  private <T> T withRetries(Supplier<T> work, long deadline) throws InterruptedException {
    long delayMillis = settings.retryDelay().toMillis();
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (BookUnavailableException unavailable) {
        if (attempt == settings.attempts() || System.nanoTime() > deadline) {
          throw unavailable;
        }
        LOG.warn(
            "{}: attempt {} failed, trying again: {}", what, attempt, unavailable.getMessage());
        Thread.sleep(delayMillis);
        delayMillis *= 2;
      }
    }
  }
}
