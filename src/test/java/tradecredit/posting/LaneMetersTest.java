package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.LaneRig.await;
import static tradecredit.posting.LaneRig.lanes;
import static tradecredit.posting.LaneRig.settings;
import static tradecredit.posting.LaneRig.submission;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.posting.LaneRig.NoFault;
import tradecredit.support.Awaiting;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A lane tells how much waits in it, and whom it left without an answer. */
class LaneMetersTest {

  private static final int CAPACITY = 4;

  /** What a submission of one invoice of one line takes. */
  private static final int WEIGHT = 2;

  private final MeterRegistry registry = new SimpleMeterRegistry();

  private RequiredSearch meter(String name) {
    return registry.get(name).tag("account", LaneRig.ACCOUNT.value());
  }

  private double counted(String name) {
    return meter(name).counter().count();
  }

  private double waiting() {
    return meter("tradecredit.lane.waiting").gauge().value();
  }

  private void countsAsPosted(int submissions) {
    assertThat(waiting()).isZero();
    assertThat(meter("tradecredit.lane.batch.size").summary().totalAmount()).isEqualTo(submissions);
    assertThat(
            meter("tradecredit.decisions")
                .tags("act", "invoice", "outcome", "posted")
                .counter()
                .count())
        .isEqualTo(submissions);
    assertThat(counted("tradecredit.lane.unanswered")).isZero();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_waits_is_shown_and_what_is_turned_away_does_not_wait(TestDatabase kind)
      throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    try (Service service = Service.on(kind);
        Lanes lanes =
            lanes(
                service,
                settings(CAPACITY),
                write -> {
                  entered.countDown();
                  await(gate);
                  write.run();
                  return new NoFault();
                },
                registry)) {
      List<CompletionStage<Answer>> taken =
          new ArrayList<>(List.of(lanes.submit(submission("A-0"))));
      await(entered);
      for (int i = 1; i <= CAPACITY / WEIGHT; i++) {
        taken.add(lanes.submit(submission("A-" + i)));
        assertThat(waiting()).isEqualTo(i * WEIGHT);
      }
      for (int i = 1; i <= 3; i++) {
        assertThat(lanes.submit(submission("B-" + i)).toCompletableFuture())
            .isCompletedExceptionally();
        assertThat(waiting()).isEqualTo(CAPACITY);
      }
      gate.countDown();
      LaneRig.outcomes(taken);
      countsAsPosted(taken.size());
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_is_left_without_an_answer_is_counted_once(TestDatabase kind) throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (Service service = Service.on(kind);
        Lanes lanes =
            lanes(
                service,
                settings(Duration.ZERO, Duration.ofMillis(50)),
                write -> {
                  await(gate);
                  write.run();
                  return new NoFault();
                },
                registry)) {
      CompletionStage<Answer> late = lanes.submit(submission("A-1"));
      Awaiting.until("it is told", () -> late.toCompletableFuture().isDone());
      gate.countDown();
      Awaiting.until(
          "the batch is over", () -> meter("tradecredit.lane.batch").timer().count() == 1);
      assertThat(counted("tradecredit.lane.unanswered")).isEqualTo(1);
      Invariants.hold(service.database());
    }
  }
}
