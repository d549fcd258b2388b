package tradecredit.posting;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that run the lanes, as many as lanes have something to do. The thread that rested
 * last is called first, since its database connection and the processor's caches are the warmest: a
 * single client that posts on both accounts in turn keeps to one thread, one connection and one
 * server process. What that saves is in {@code src/bench/README.md}.
 */
final class Crew implements Executor {

  /** A thread that nobody called for so long goes. */
  private static final Duration REST = Duration.ofMinutes(1);

  // An unfair hand-over calls the thread that came to wait last. A lane has at most one turn under
  // way, and one that is just ending, so the number of threads needs no bound.
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          REST.toMillis(),
          TimeUnit.MILLISECONDS,
          new SynchronousQueue<>(false),
          Thread.ofPlatform().daemon().name("lane-", 1).factory());

  /**
   * Runs a turn on a thread of its own.
   *
   * @throws RejectedExecutionException once it is closed
   */
  @Override
  public void execute(Runnable turn) {
    threads.execute(turn);
  }

  /** Lets the turns under way end for so long, then interrupts them and waits as long again. */
  void close(Duration drainTimeout) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(drainTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(drainTimeout.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stopped) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
