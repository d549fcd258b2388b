package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shared reads: never older than the question, one query at a time, and nobody waits for ever. */
class SharedReadsTest {

  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  private static SharedReads.WaitingBounds waiting(int most) {
    return new SharedReads.WaitingBounds(most, Duration.ofMillis(1));
  }

  private static <T> T soon(CompletableFuture<T> answer) throws Exception {
    return answer.get(10, TimeUnit.SECONDS);
  }

  @Test
  void who_asks_while_a_query_runs_shares_the_next_one() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Set<String>> queries = new ArrayList<>();
    SharedReads<String, Integer> reads =
        new SharedReads<>(
            keys -> {
              queries.add(keys);
              running.countDown();
              await(goOn);
              return Map.of("a", queries.size());
            },
            executor,
            waiting(10));
    var first = reads.read("a");
    await(running);
    var second = reads.read("a");
    var third = reads.read("b");
    goOn.countDown();
    assertThat(soon(first)).contains(1);
    assertThat(soon(second)).contains(2);
    assertThat(soon(third)).isEmpty();
    assertThat(queries).containsExactly(Set.of("a"), Set.of("a", "b"));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_query_that_fails_fails_those_who_asked_and_the_next_one_is_answered() throws Exception {
    AtomicBoolean fails = new AtomicBoolean(true);
    SharedReads<String, String> reads =
        new SharedReads<>(
            keys -> {
              if (fails.get()) {
                throw new StackOverflowError("as deep as it goes");
              }
              return Map.of("a", "A");
            },
            executor,
            waiting(10));
    assertThatThrownBy(() -> soon(reads.read("a")))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    fails.set(false);
    assertThat(soon(reads.read("a"))).contains("A");
  }

  @Test
  void an_executor_that_refuses_once_refuses_once() throws Exception {
    refusesOnce(
        () -> {
          throw new RejectedExecutionException("stopping");
        });
  }

  @Test
  void a_thread_that_cannot_be_started_once_is_started_the_next_time() throws Exception {
    refusesOnce(
        () -> {
          throw new OutOfMemoryError("unable to create native thread");
        });
  }

  private void refusesOnce(Runnable refusal) throws Exception {
    AtomicBoolean refuses = new AtomicBoolean(true);
    SharedReads<String, String> reads =
        new SharedReads<>(
            keys -> Map.of("a", "A"),
            task -> {
              if (refuses.get()) {
                refusal.run();
              }
              executor.execute(task);
            },
            waiting(10));
    assertThatThrownBy(() -> soon(reads.read("a"))).hasCauseInstanceOf(TurnedAwayException.class);
    refuses.set(false);
    assertThat(soon(reads.read("a"))).contains("A");
  }

  @Test
  void so_many_wait_and_no_more() throws Exception {
    List<Runnable> tasks = new ArrayList<>();
    SharedReads<String, String> reads = new SharedReads<>(keys -> Map.of(), tasks::add, waiting(2));
    var one = reads.read("a");
    var two = reads.read("b");
    assertThatThrownBy(() -> reads.read("c")).isInstanceOf(TurnedAwayException.class);
    tasks.forEach(Runnable::run);
    assertThat(soon(one)).isEmpty();
    assertThat(soon(two)).isEmpty();
    assertThat(reads.read("d")).isNotDone();
  }

  @Test
  void most_of_those_who_were_answered_together_are_waited_for() throws Exception {
    List<Runnable> tasks = Collections.synchronizedList(new ArrayList<>());
    List<Set<String>> queries = Collections.synchronizedList(new ArrayList<>());
    SharedReads<String, Integer> reads =
        new SharedReads<>(
            keys -> {
              queries.add(keys);
              return Map.of();
            },
            tasks::add,
            new SharedReads.WaitingBounds(10, Duration.ofMinutes(5)));
    var crowd = List.of(reads.read("a"), reads.read("b"), reads.read("c"), reads.read("d"));
    executor.execute(tasks.getFirst());
    for (var one : crowd) {
      soon(one);
    }
    // Four were around: three of them are waited for, and two are not enough.
    var company = List.of(reads.read("e"), reads.read("f"));
    soon(reads.read("g"));
    for (var one : company) {
      soon(one);
    }
    assertThat(queries).containsExactly(Set.of("a", "b", "c", "d"), Set.of("e", "f", "g"));
    assertThat(tasks).hasSize(1);
  }

  @Test
  void who_waited_while_others_were_answered_is_around_too() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Set<String>> queries = Collections.synchronizedList(new ArrayList<>());
    SharedReads<String, Integer> reads =
        new SharedReads<>(
            keys -> {
              queries.add(keys);
              running.countDown();
              await(goOn);
              return Map.of();
            },
            executor,
            new SharedReads.WaitingBounds(10, Duration.ofMinutes(5)));
    var first = reads.read("a");
    await(running);
    var waits = reads.read("b");
    goOn.countDown();
    soon(first);
    // Two were around, and one is not most of them.
    soon(reads.read("c"));
    soon(waits);
    assertThat(queries).containsExactly(Set.of("a"), Set.of("b", "c"));
  }
}
