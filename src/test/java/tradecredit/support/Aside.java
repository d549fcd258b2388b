package tradecredit.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * What is done beside a test, each on a thread of its own. The pool that a future takes by itself
 * has one thread on two processors, which the tests of two classes would wait for in turn; so would
 * virtual threads for their carriers, where one starts a whole service.
 */
public final class Aside {

  private static final Executor THREADS =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("aside-", 0).factory());

  private Aside() {}

  /** Asks now, and answers when there is an answer. */
  public static <T> CompletableFuture<T> ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, THREADS);
  }

  /** Does it from now on. */
  public static CompletableFuture<Void> run(Runnable deed) {
    return CompletableFuture.runAsync(deed, THREADS);
  }
}
