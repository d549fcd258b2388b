package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.LaneRig.ACCOUNT;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.submission;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.agreement.Agreement;
import tradecredit.ledger.Outcome;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A lane that got no thread once goes on as soon as there is one again. */
class NoThreadTest {

  private final AtomicInteger calls = new AtomicInteger();

  private static Lane lane(Service service, Executor crew) {
    Agreement agreement = service.context().getBean(Agreement.class);
    PostingSettings settings = LaneBounds.usual().settings();
    return new Lane(
        ACCOUNT,
        new BatchWriter(
            agreement, agreement.account(ACCOUNT).orElseThrow(), LaneRig.store(service), settings),
        settings,
        crew,
        new LaneMeters(new SimpleMeterRegistry(), ACCOUNT));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_waits_while_there_is_no_thread_is_refused_and_the_next_one_posts(boolean outOfMemory)
      throws Exception {
    Executor crew =
        task -> {
          if (calls.incrementAndGet() == 1) {
            if (outOfMemory) {
              throw new OutOfMemoryError("unable to create native thread");
            }
            throw new RejectedExecutionException("stopping");
          }
          CompletableFuture<Void> _ = Aside.run(task);
        };
    try (Service service = Service.on(TestDatabase.H2)) {
      Lane lane = lane(service, crew);
      CompletionStage<Answer> refused = lane.submit(submission("A-1"));
      assertThat(refused.toCompletableFuture()).isCompletedExceptionally();
      assertThat(refused.toCompletableFuture().exceptionNow())
          .isInstanceOf(LaneFullException.class);
      assertThat(lane.hasRoom(100)).as("nothing waits").isTrue();
      assertThat(outcome(lane.submit(submission("A-2")))).isInstanceOf(Outcome.Posted.class);
      assertThat(calls).hasValue(2);
      Invariants.hold(service.database());
    }
  }

  private void interruptedOnce(Runnable task) {
    if (calls.incrementAndGet() == 1) {
      Thread.currentThread().interrupt();
    }
    task.run();
  }

  /** A thread that was interrupted on its way leaves what waits to the next look at the lane. */
  @Test
  void who_waits_when_a_thread_was_lost_is_taken_on_by_another() throws Exception {
    Executor crew =
        task -> {
          CompletableFuture<Void> _ = Aside.run(() -> interruptedOnce(task));
        };
    try (Service service = Service.on(TestDatabase.H2)) {
      Lane lane = lane(service, crew);
      CompletionStage<Answer> answer = lane.submit(submission("A-1"));
      Awaiting.until(
          "another thread",
          () -> {
            lane.giveUp();
            return calls.get() == 2;
          });
      assertThat(outcome(answer)).isInstanceOf(Outcome.Posted.class);
      Invariants.hold(service.database());
    }
  }
}
