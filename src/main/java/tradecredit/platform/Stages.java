package tradecredit.platform;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Faults of stages, without what a stage wraps them in on their way. */
public final class Stages {

  private Stages() {}

  /** What {@code fault} is about: its cause where a stage wrapped it, else itself. */
  public static Throwable cause(Throwable fault) {
    Throwable within = fault.getCause();
    return fault instanceof CompletionException && within != null ? within : fault;
  }

  /**
   * Waits for {@code stage}, on a thread that may, and throws what it failed with as it was thrown
   * there.
   *
   * @throws CompletionException if that was no {@link RuntimeException}; it is the cause
   */
  public static <T> T join(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException failed) {
      throw cause(failed) instanceof RuntimeException known ? known : failed;
    }
  }
}
