package tradecredit.support;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waits for what other threads bring about, never longer than a bound. */
public final class Awaiting {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private Awaiting() {}

  /** Waits at most 20 seconds until {@code there}. */
  public static void until(String what, BooleanSupplier there) {
    until(what, LONGEST, there);
  }

  /** Waits at most {@code longest} until {@code there}. */
  public static void until(String what, Duration longest, BooleanSupplier there) {
    long end = System.nanoTime() + longest.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " did not come within " + longest + atWork());
      }
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  /** Where the threads are that are within this project's code. */
  private static String atWork() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> Stream.of(thread.getValue()).anyMatch(Awaiting::isOurs))
        .map(
            thread ->
                Stream.of(thread.getValue())
                    .map(frame -> "\n    " + frame)
                    .collect(Collectors.joining("", "\n  " + thread.getKey(), "")))
        .collect(Collectors.joining());
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith("tradecredit.");
  }
}
