package tradecredit.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
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
import tradecredit.platform.UnavailableException;

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
 *   <li>Room that is used again too soon. Each commit writes a chunk; its place is known from the
 *       one before, or from the file's header, which is written with every twentieth or so, or it
 *       is at the end of the file. So after a kill the last commits are found along a chain of
 *       chunks. But H2 gives away the room of a chunk of which nothing is in use any more, after a
 *       margin of 45 seconds, even out of that chain. It then writes the header, too: right behind
 *       the chunk for which it used that room. A kill between the two leaves a broken chain, and
 *       the book without the commits behind the gap, which were acknowledged long before. Seen in 7
 *       of 600 cuts right after a write with no margin; with it, a book must have less than 20
 *       commits in 45 seconds. So the chunks of more versions than the chain has are kept, and then
 *       none of 2,000 such cuts was without anything. H2's own commits as it opens a file come
 *       before that, and use no room again ({@link EmbeddedUrl}).
 * </ul>
 */
interface Shield {

  /** Lets everything through. */
  Shield NONE =
      new Shield() {
        @Override
        public void prepare(Connection connection) {
          // There is no such file.
        }

        @Override
        public <T> T reading(Supplier<T> work) {
          return work.get();
        }

        @Override
        public <T> T writing(Supplier<T> work) {
          return work.get();
        }
      };

  /** Readies the file below {@code connection} for what is written next. */
  void prepare(Connection connection) throws SQLException;

  /** Runs what only reads; returns what it returns, or throws what it throws. */
  <T> T reading(Supplier<T> work);

  /**
   * Runs what may write.
   *
   * @throws UnavailableException where others write for too long
   */
  <T> T writing(Supplier<T> work);

  /**
   * Runs all on threads that nobody else knows, and what writes in turn. Who waits for them is not
   * interrupted, either, but finds out afterwards that somebody tried to. There are no more threads
   * than who waits. Only pages of entries, which a repository reads, are read past it, on the
   * threads of requests: a stop waits for those, and does not interrupt them.
   */
  final class Threads implements Shield {

    /**
     * More than there are chunks between two headers, 22 at most. They take some megabytes of heap.
     */
    private static final int VERSIONS_KEPT = 32;

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

    /** As often as that: H2 forgets it when a fault has the file opened anew. */
    @Override
    public void prepare(Connection connection) throws SQLException {
      EmbeddedStore.of(connection)
          .ifPresent(
              store -> {
                store.setVersionsToKeep(VERSIONS_KEPT);
                store.setReuseSpace(true);
              });
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
          throw new UnavailableException("others have written for " + patience);
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
