package tradecredit.store.sql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tradecredit.posting.BookUnavailableException;

/**
 * Keeps from the embedded file what H2 2.4.240 does not stand, and a database behind a connection
 * does:
 *
 * <ul>
 *   <li>Two transactions that write. Each commit writes all that is changed by then, of the other
 *       transaction, too, and what would undo that. It takes both from the trees while the other
 *       goes on, so that some rows may be written of which nothing says that they are to be undone.
 *       If the process is killed before the other's commit, they are in the book for good: seen
 *       within 100 to 160 kills of two writers, and in 16 of 300 cuts right after a write; not at
 *       all of one.
 *   <li>Interrupts, by which a stop ends what takes too long: a thread that is interrupted while it
 *       reads or writes a file closes it under all others.
 * </ul>
 */
interface Shield {

  /** Lets everything through. */
  Shield NONE =
      new Shield() {
        @Override
        public <T> T reading(Supplier<T> work) {
          return work.get();
        }

        @Override
        public <T> T writing(Supplier<T> work) {
          return work.get();
        }
      };

  /** Runs what only reads; returns what it returns, or throws what it throws. */
  <T> T reading(Supplier<T> work);

  /**
   * Runs what may write.
   *
   * @throws BookUnavailableException where others write for too long
   */
  <T> T writing(Supplier<T> work);

  /**
   * Runs all on threads that nobody else knows, and what writes in turn. Who waits for them is not
   * interrupted, either, but finds out afterwards that somebody tried to. There are no more threads
   * than who waits. Only pages of entries, which a repository reads, are read past it, on the
   * threads of requests: a stop waits for those, and does not interrupt them.
   */
  final class Threads implements Shield {

    /** A thread that has nothing to do for so long goes. */
    private static final Duration REST = Duration.ofSeconds(10);

    private final Executor threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            REST.toMillis(),
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            BookThread::new);

    private final Lock turn = new ReentrantLock(true);
    private final Duration patience;

    /** One of these threads: what it begins within its work, it does itself. */
    private static final class BookThread extends Thread {
      BookThread(Runnable work) {
        super(work, "book");
        setDaemon(true);
      }
    }

    /**
     * For one file.
     *
     * @param patience how long one who would write waits for others
     */
    Threads(Duration patience) {
      this.patience = patience;
    }

    @Override
    public <T> T reading(Supplier<T> work) {
      if (Thread.currentThread() instanceof BookThread) {
        return work.get();
      }
      try {
        return CompletableFuture.supplyAsync(work, threads).join();
      } catch (CompletionException fault) {
        switch (fault.getCause()) {
          case RuntimeException thrown -> throw thrown;
          case Error thrown -> throw thrown;
          case null, default -> throw fault;
        }
      }
    }

    @Override
    public <T> T writing(Supplier<T> work) {
      return reading(() -> inTurn(work));
    }

    private <T> T inTurn(Supplier<T> work) {
      try {
        if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new BookUnavailableException("others have written for " + patience);
        }
      } catch (InterruptedException nobodyDoes) {
        throw new IllegalStateException(nobodyDoes);
      }
      try {
        return work.get();
      } finally {
        turn.unlock();
      }
    }
  }
}
