package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;

/** Who runs the lanes' turns, and what becomes of turns when the service stops. */
class CrewTest {

  private final Crew crew = new Crew();

  @AfterEach
  void close() {
    crew.close(Duration.ofSeconds(20));
  }

  private CompletableFuture<Thread> turn() {
    return CompletableFuture.supplyAsync(Thread::currentThread, crew);
  }

  private static Thread rested(CompletableFuture<Thread> turn) {
    Thread thread = turn.orTimeout(20, TimeUnit.SECONDS).join();
    Awaiting.until("it to rest", () -> thread.getState() == Thread.State.TIMED_WAITING);
    return thread;
  }

  @Test
  void who_rested_last_is_called_first() {
    CountDownLatch end = new CountDownLatch(1);
    List<CompletableFuture<Thread>> together =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          LaneRig.await(end);
                          return Thread.currentThread();
                        },
                        crew))
            .toList();
    end.countDown();
    assertThat(together.stream().map(CrewTest::rested).distinct()).hasSize(3);
    Thread last = rested(turn());

    Set<Thread> called = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      called.add(rested(turn()));
    }

    assertThat(called).containsExactly(last);
  }

  @Test
  void turns_under_way_end_before_it_is_closed_and_none_begins_after() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Void> underWay =
        CompletableFuture.runAsync(
            () -> {
              begun.countDown();
              LaneRig.await(end);
            },
            crew);
    LaneRig.await(begun);
    CompletableFuture<Void> closing = Aside.run(() -> crew.close(Duration.ofSeconds(20)));
    Awaiting.until("it to take no more", this::isClosed);
    assertThat(underWay).isNotDone();
    end.countDown();

    closing.orTimeout(20, TimeUnit.SECONDS).join();
    assertThat(underWay).isCompleted();
  }

  private boolean isClosed() {
    try {
      crew.execute(() -> {});
      return false;
    } catch (RejectedExecutionException closed) {
      return true;
    }
  }

  @Test
  void a_turn_that_outlasts_the_drain_timeout_is_interrupted() {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted =
        CompletableFuture.supplyAsync(
            () -> {
              begun.countDown();
              try {
                Thread.sleep(Duration.ofMinutes(1));
                return false;
              } catch (InterruptedException stopped) {
                return true;
              }
            },
            crew);
    LaneRig.await(begun);

    crew.close(Duration.ofMillis(50));

    assertThat(interrupted.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
    assertThatThrownBy(() -> crew.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
  }
}
