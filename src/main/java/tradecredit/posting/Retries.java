package tradecredit.posting;

import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.platform.UnavailableException;

/**
 * Tries again what an outage ended: after {@link PostingSettings#retryDelay}, which doubles each
 * time, and until the deadline of who asked. Beyond it nobody waits for that outcome any more, and
 * others would wait behind it.
 */
final class Retries {

  private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

  private final String what;
  private final PostingSettings settings;

  /** Of {@code what}, as it is named in the log. */
  Retries(String what, PostingSettings settings) {
    this.what = what;
    this.settings = settings;
  }

  /** When who asks now is told that no outcome came in time, by {@link System#nanoTime}. */
  long deadlineNanos() {
    return System.nanoTime() + settings.answerTimeout().toNanos();
  }

  /**
   * Runs {@code work} until it is done; it is tried once at least.
   *
   * @param deadlineNanos by {@link System#nanoTime}: what fails after it is not tried again
   * @param work safe to repeat; takes the number of the attempt, from 1
   * @throws UnavailableException of the last attempt, where the database stays away
   */
  <T> T run(long deadlineNanos, IntFunction<T> work) throws InterruptedException {
    long delayNanos = settings.retryDelay().toNanos();
    for (int attempt = 1; ; attempt++) {
      try {
        return work.apply(attempt);
      } catch (UnavailableException unavailable) {
        long leftNanos = deadlineNanos - System.nanoTime();
        if (attempt == settings.attempts() || leftNanos <= 0) {
          throw unavailable;
        }
        LOG.warn(
            "{}: attempt {} failed, trying again: {}", what, attempt, unavailable.getMessage());
        delayNanos = Math.min(delayNanos, leftNanos);
        TimeUnit.NANOSECONDS.sleep(delayNanos);
        delayNanos *= 2;
      }
    }
  }
}
