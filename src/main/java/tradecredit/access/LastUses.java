package tradecredit.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the last use of API keys noted, at most once a minute each. Nobody waits for it, and one note
 * is written at a time: keys that are used meanwhile are in the next one. At most one pending note
 * per key.
 */
final class LastUses {

  private static final Logger LOG = LoggerFactory.getLogger(LastUses.class);

  /** How old the note of a key's last use may grow. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final Consumer<Set<String>> writer;
  private final Executor executor;
  private final Set<String> due = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean writing = new AtomicBoolean();

  /**
   * Nothing is noted yet.
   *
   * @param writer notes that the keys of these ids are used now
   */
  LastUses(Consumer<Set<String>> writer, Executor executor) {
    this.writer = writer;
    this.executor = executor;
  }

  /** Says that a key that held when it was seen is in use. */
  void note(ApiKeys.Seen seen) {
    if (isDue(seen.key().lastUsedAt(), seen.at())) {
      due.add(seen.key().id());
    }
    writeWhatIsDue();
  }

  private static boolean isDue(@Nullable Instant noted, Instant now) {
    return noted == null || !now.isBefore(noted.plus(NOTED_EVERY));
  }

  private void writeWhatIsDue() {
    if (!due.isEmpty() && writing.compareAndSet(false, true)) {
      try {
        executor.execute(this::write);
      } catch (RejectedExecutionException stopping) {
        writing.set(false);
      }
    }
  }

  private void write() {
    Set<String> now = Set.copyOf(due);
    due.removeAll(now);
    try {
      writer.accept(now);
    } catch (RuntimeException fault) {
      LOG.warn("The last use of keys is not noted now: {}", fault.getMessage());
    } finally {
      writing.set(false);
    }
    writeWhatIsDue();
  }
}
