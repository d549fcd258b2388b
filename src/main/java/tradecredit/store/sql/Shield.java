package tradecredit.store.sql;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps interrupts, by which a stop ends what takes too long, from what works on the embedded file.
 * A thread that is interrupted while it reads or writes a file closes it under all others; and H2
 * 2.4.240 may then keep half of the transaction that it was in, as neither {@code kill -9} nor a
 * full disk makes it: in one of 160 interrupts under load, rows of a posting would be in the book
 * without the others.
 */
interface Shield {

  /** For a database that is behind a connection: it rolls back what is cut off. */
  Shield NONE = Supplier::get;

  /** Runs {@code work} and returns what it returns, or throws what it throws. */
  <T> T run(Supplier<T> work);

  /**
   * Runs it on a thread that nobody else knows. Who waits for it is not interrupted, either, but
   * finds out afterwards that somebody tried to. There are no more threads than who waits.
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
            Thread.ofPlatform().daemon().name("book-", 1).factory());

    @Override
    public <T> T run(Supplier<T> work) {
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
  }
}
