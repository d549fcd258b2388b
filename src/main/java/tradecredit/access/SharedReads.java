package tradecredit.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.platform.UnavailableException;

/**
 * Reads that share a query. While one query runs, those who ask wait for the next one, which asks
 * for all of them at once: nobody gets an answer that was read before the question was asked, and a
 * crowd costs one query at a time. Those who were answered together tend to come back together, so
 * the next query waits a moment for most of them; a lonely caller waits for nobody.
 *
 * @param <K> what is asked for
 * @param <V> what is answered
 */
public final class SharedReads<K, V> {

  private static final Logger LOG = LoggerFactory.getLogger(SharedReads.class);

  private static final Duration IDLE = Duration.ofSeconds(10);

  /**
   * The share of those around that a reading waits for. Waiting for all takes too long, waiting for
   * half reads too often; {@code src/bench/README.md} has the figures.
   */
  private static final float MOST = 0.75f;

  private final Function<Set<K>, Map<K, V>> query;
  private final Executor executor;
  private final WaitingBounds bounds;
  private final Queue<Question<K, V>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile @Nullable Gathering gathering;

  private record Question<K, V>(K key, CompletableFuture<Optional<V>> answer) {}

  /** A query that waits until so many ask. */
  private record Gathering(int awaited, Thread reader) {}

  /**
   * What bounds the waiting.
   *
   * @param mostWaiting how many may wait at once
   * @param gather how long a query that follows one for several waits, at most, until most of those
   *     who were around then ask again; one that follows a single caller's waits for nobody
   */
  public record WaitingBounds(int mostWaiting, Duration gather) {}

  /**
   * Shares {@code query}. Where it cannot be asked ({@link UnavailableException}), those who wanted
   * to know report it.
   *
   * @param executor runs the queries, one at a time
   */
  public SharedReads(Function<Set<K>, Map<K, V>> query, Executor executor, WaitingBounds bounds) {
    this.query = query;
    this.executor = executor;
    this.bounds = bounds;
  }

  /**
   * What queries may run on: one thread of the system's own, which ends when nobody has asked for a
   * while. A virtual one costs more here: it is begun anew for each crowd, and its waiting for the
   * database is handed from thread to thread (see {@code src/bench/README.md}).
   */
  public static Executor reader(String name) {
    return new ThreadPoolExecutor(
        0,
        1,
        IDLE.toSeconds(),
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().daemon().name(name).factory());
  }

  /**
   * Reads {@code key} with a query that begins after this call.
   *
   * @throws TurnedAwayException if too many wait
   */
  public CompletableFuture<Optional<V>> read(K key) {
    if (waitingCount.incrementAndGet() > bounds.mostWaiting()) {
      waitingCount.decrementAndGet();
      throw busy("Too many callers wait for the same answer; try again.");
    }
    CompletableFuture<Optional<V>> answer = new CompletableFuture<>();
    waiting.add(new Question<>(key, answer));
    readOn();
    Gathering waits = gathering;
    if (waits != null && waitingCount.get() >= waits.awaited()) {
      LockSupport.unpark(waits.reader());
    }
    return answer;
  }

  private static TurnedAwayException busy(String detail) {
    return new TurnedAwayException(TurnedAwayException.Reason.BUSY, detail);
  }

  private void readOn() {
    if (reading.compareAndSet(false, true)) {
      try {
        executor.execute(this::readAll);
      } catch (RejectedExecutionException | OutOfMemoryError noThread) {
        reading.set(false);
        LOG.warn("No thread for a query that callers share: {}", noThread.toString());
        TurnedAwayException busy = busy("Nobody can look it up at this moment; try again.");
        takeAll().forEach(question -> question.answer().completeExceptionally(busy));
      }
    }
  }

  private void readAll() {
    try {
      for (List<Question<K, V>> all = takeAll(); !all.isEmpty(); all = takeAll()) {
        gather(answer(all));
      }
    } finally {
      reading.set(false);
      if (!waiting.isEmpty()) {
        readOn();
      }
    }
  }

  /** Waits a moment for most of those who were around when the last query was answered. */
  private void gather(int around) {
    int awaited = Math.round(around * MOST);
    long left = around > 1 ? bounds.gather().toNanos() : 0;
    long end = System.nanoTime() + left;
    gathering = new Gathering(awaited, Thread.currentThread());
    while (left > 0 && waitingCount.get() < awaited) {
      LockSupport.parkNanos(this, left);
      left = Thread.currentThread().isInterrupted() ? 0 : end - System.nanoTime();
    }
    gathering = null;
  }

  private List<Question<K, V>> takeAll() {
    List<Question<K, V>> all = new ArrayList<>();
    for (Question<K, V> next = waiting.poll(); next != null; next = waiting.poll()) {
      all.add(next);
    }
    waitingCount.addAndGet(-all.size());
    return all;
  }

  /** Answers these and tells how many callers were around then, those who wait included. */
  private int answer(List<Question<K, V>> questions) {
    Set<K> keys = new HashSet<>();
    questions.forEach(question -> keys.add(question.key()));
    int around = questions.size();
    try {
      Map<K, V> found = query.apply(keys);
      around += waitingCount.get();
      questions.forEach(
          question -> question.answer().complete(Optional.ofNullable(found.get(question.key()))));
    } catch (Throwable fault) {
      // Whatever it was, nobody waits for ever.
      questions.forEach(question -> question.answer().completeExceptionally(fault));
      if (!(fault instanceof UnavailableException)) {
        LOG.error("A query that callers share failed", fault);
      }
    }
    return around;
  }
}
