package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tradecredit.posting.LaneRig.answer;
import static tradecredit.posting.LaneRig.await;
import static tradecredit.posting.LaneRig.lanes;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.settings;
import static tradecredit.posting.LaneRig.sleep;
import static tradecredit.posting.LaneRig.submission;
import static tradecredit.posting.LaneRig.submit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.ledger.Outcome;
import tradecredit.platform.UnavailableException;
import tradecredit.posting.LaneRig.NoFault;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A lane over a real database that is made to fail at chosen moments. */
class LaneFaultsTest {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_commit_whose_answer_is_lost_is_tried_again_and_posts_once(TestDatabase kind)
      throws Exception {
    AtomicInteger writes = new AtomicInteger();
    try (Service service = Service.on(kind);
        Lanes lanes =
            lanes(
                service,
                settings(100),
                write -> {
                  write.run();
                  return writes.incrementAndGet() == 1
                      ? new UnavailableException(
                          "the answer was lost", new IllegalStateException("after commit"))
                      : new NoFault();
                })) {
      Answer.Outcomes first = answer(lanes.submit(submission("A-1")));
      Answer.Outcomes again = answer(lanes.submit(submission("A-1")));

      assertThat(first.outcomes().getFirst()).isInstanceOf(Outcome.Posted.class);
      assertThat(first.outcomes().getFirst().decision().sequence()).isEqualTo(1);
      assertThat(first.replayed()).as("told for the first time").isFalse();
      assertThat(again.replayed()).isTrue();
      assertThat(again.outcomes()).isEqualTo(first.outcomes());
      assertThat(writes).hasValue(3);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_database_that_stays_away_fails_the_batch_and_the_lane_goes_on_when_it_is_back(
      TestDatabase kind) throws Exception {
    AtomicInteger writes = new AtomicInteger();
    try (Service service = Service.on(kind);
        Lanes lanes =
            lanes(
                service,
                settings(100),
                write -> {
                  if (writes.incrementAndGet() <= 4) {
                    return new UnavailableException("away", new IllegalStateException("before"));
                  }
                  write.run();
                  return new NoFault();
                })) {
      CompletionStage<Answer> first = lanes.submit(submission("A-1"));
      assertThatThrownBy(() -> first.toCompletableFuture().get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnavailableException.class);

      assertThat(outcome(lanes.submit(submission("A-1"))).decision().sequence()).isEqualTo(1);
      Invariants.hold(service.database());
    }
  }

  @Test
  void a_batch_is_tried_no_longer_than_its_callers_wait() {
    AtomicInteger writes = new AtomicInteger();
    PostingSettings patient =
        LaneBounds.usual()
            .tried(80, Duration.ofMinutes(1))
            .answeredWithin(Duration.ofMillis(200))
            .settings();
    try (Service service = Service.on(TestDatabase.H2);
        Lanes lanes =
            lanes(
                service,
                patient,
                write -> {
                  writes.incrementAndGet();
                  return new UnavailableException("away");
                })) {
      CompletionStage<Answer> _ = lanes.submit(submission("A-1"));
      Awaiting.until("the last attempt", () -> writes.get() >= 2);
      sleep(Duration.ofSeconds(1));
      assertThat(writes.get()).as("attempts").isLessThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_batch_that_fails_for_one_submissions_sake_is_rerun_one_by_one(TestDatabase kind)
      throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger writes = new AtomicInteger();
    try (Service service = Service.on(kind);
        Lanes lanes =
            lanes(
                service,
                settings(100),
                write -> {
                  entered.countDown();
                  await(gate);
                  int number = writes.incrementAndGet();
                  if (number == 2 || number == 4) {
                    return new IllegalStateException("poison");
                  }
                  write.run();
                  return new NoFault();
                })) {
      CompletionStage<Answer> opener = lanes.submit(submission("A-0"));
      await(entered);
      List<CompletionStage<Answer>> batch = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        batch.add(lanes.submit(submission("A-" + i)));
      }
      gate.countDown();

      assertThat(outcome(opener)).isInstanceOf(Outcome.Posted.class);
      assertThat(outcome(batch.get(0))).isInstanceOf(Outcome.Posted.class);
      assertThatThrownBy(() -> outcome(batch.get(1))).hasRootCauseMessage("poison");
      assertThat(outcome(batch.get(2)).decision().sequence()).isEqualTo(3);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_full_lane_says_so_at_once_and_takes_more_when_it_has_room(TestDatabase kind)
      throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (Service service = Service.on(kind);
        Lanes lanes =
            lanes(
                service,
                settings(3),
                write -> {
                  await(gate);
                  write.run();
                  return new NoFault();
                })) {
      List<CompletionStage<Answer>> taken = new ArrayList<>();
      int refused = 0;
      for (int i = 0; i < 20; i++) {
        CompletionStage<Answer> answer = lanes.submit(submission("A-" + i));
        if (answer.toCompletableFuture().isCompletedExceptionally()) {
          assertThat(answer.toCompletableFuture().exceptionNow())
              .isInstanceOf(LaneFullException.class);
          refused++;
        } else {
          taken.add(answer);
        }
      }
      gate.countDown();
      for (CompletionStage<Answer> answer : taken) {
        assertThat(outcome(answer)).isInstanceOf(Outcome.Posted.class);
      }

      assertThat(refused).isGreaterThanOrEqualTo(14);
      assertThat(outcome(lanes.submit(submission("B-1")))).isInstanceOf(Outcome.Posted.class);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_lane_that_is_closed_answers_what_waits_and_takes_no_more(TestDatabase kind)
      throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    try (Service service = Service.on(kind)) {
      Lanes lanes =
          lanes(
              service,
              settings(100),
              write -> {
                entered.countDown();
                await(gate);
                write.run();
                return new NoFault();
              });
      List<CompletionStage<Answer>> taken = new ArrayList<>();
      taken.add(lanes.submit(submission("A-1")));
      await(entered);
      taken.addAll(submit(lanes, 2, 3));
      CompletableFuture<Void> closed = Aside.run(lanes::close);
      Awaiting.until("it takes no more", () -> isRefused(lanes.submit(submission("A-4"))));
      assertThat(taken).noneMatch(answer -> answer.toCompletableFuture().isDone());
      gate.countDown();
      closed.get(20, TimeUnit.SECONDS);
      for (CompletionStage<Answer> answer : taken) {
        assertThat(outcome(answer)).isInstanceOf(Outcome.Posted.class);
      }
      Invariants.hold(service.database());
    }
  }

  private static boolean isRefused(CompletionStage<Answer> answer) {
    CompletableFuture<Answer> future = answer.toCompletableFuture();
    return future.isCompletedExceptionally() && future.exceptionNow() instanceof LaneFullException;
  }

  /** What is under way when the time is over ends as it may; what waits behind it is refused. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_still_waits_when_the_drain_timeout_is_over_is_told(TestDatabase kind) throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    try (Service service = Service.on(kind)) {
      PostingSettings impatient =
          LaneBounds.usual().together(1).drainedWithin(Duration.ofMillis(100)).settings();
      Lanes lanes =
          lanes(
              service,
              impatient,
              write -> {
                entered.countDown();
                sleep(Duration.ofMinutes(1));
                return new NoFault();
              });
      List<CompletionStage<Answer>> answers =
          List.of(lanes.submit(submission("A-1")), lanes.submit(submission("A-2")));
      await(entered);
      lanes.close();

      for (CompletionStage<Answer> answer : answers) {
        assertThatThrownBy(() -> outcome(answer)).isInstanceOf(ExecutionException.class);
      }
      assertThat(answers.getLast().toCompletableFuture().exceptionNow())
          .isInstanceOf(LaneFullException.class);
      Invariants.hold(service.database());
    }
  }

  private static List<Answer> inTime(CompletionStage<Answer> answer) {
    return answer
        .handle((found, late) -> late == null ? List.of(found) : List.<Answer>of())
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_waits_too_long_is_told_and_finds_the_outcome_later(TestDatabase kind) throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    try (Service service = Service.on(kind);
        Lanes lanes =
            lanes(
                service,
                settings(Duration.ZERO, Duration.ofMillis(50)),
                write -> {
                  entered.countDown();
                  await(open);
                  write.run();
                  return new NoFault();
                })) {
      CompletionStage<Answer> taken = lanes.submit(submission("A-1"));
      await(entered);
      CompletionStage<Answer> queued = lanes.submit(submission("A-2"));
      Awaiting.until(
          "both to be told",
          () -> taken.toCompletableFuture().isDone() && queued.toCompletableFuture().isDone());
      for (CompletionStage<Answer> late : List.of(taken, queued)) {
        assertThatThrownBy(() -> outcome(late)).hasCauseInstanceOf(UnavailableException.class);
      }
      open.countDown();
      // Where the machine is slow they are told once more that no outcome came in time.
      List<Answer> again = new ArrayList<>();
      Awaiting.until("the outcome", () -> again.addAll(inTime(lanes.submit(submission("A-1")))));
      assertThat(((Answer.Outcomes) again.getFirst()).replayed()).isTrue();
      Invariants.hold(service.database());
    }
  }
}
