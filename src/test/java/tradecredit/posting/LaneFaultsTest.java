package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.ProductId;
import tradecredit.agreement.TradingAccount;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.money.Discount;
import tradecredit.money.Money;
import tradecredit.support.Awaiting;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A lane over a real database that is made to fail at chosen moments. */
class LaneFaultsTest {

  private static final AccountId ACCOUNT = new AccountId("auxer-to-kattosko");
  private static final Caller CALLER = new Caller("anyone", "anyone");

  private static final Duration SLOW_BATCH = Duration.ofSeconds(3);

  private static PostingSettings settings(Duration gather, Duration answerTimeout) {
    return new PostingSettings(
        100, 100, gather, 4, Duration.ofMillis(5), answerTimeout, Duration.ofSeconds(10));
  }

  private static PostingSettings settings(int capacity) {
    return new PostingSettings(
        capacity,
        100,
        Duration.ZERO,
        4,
        Duration.ofMillis(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(10));
  }

  private static Submission submission(String number) {
    InvoiceLine line =
        new InvoiceLine(
            new ProductId("auxer-direct"), Money.parse("1.00"), 1, Discount.parse("0"), null);
    InvoicePosting invoice =
        InvoicePosting.of(
            new InvoiceNumber(number), LocalDate.of(2001, 5, 16), null, List.of(line));
    return new Submission(
        ACCOUNT,
        CALLER,
        new IdempotencyKey("anyone", number, ""),
        number,
        Submission.Mode.INDEPENDENT,
        List.of(invoice));
  }

  /** The real store, with something done around each write. */
  private record Around(BookStore real, Function<Runnable, RuntimeException> fault)
      implements BookStore {

    @Override
    public <T> T locked(AccountId account, Wanted wanted, Function<BookSession, T> work) {
      List<T> result = new ArrayList<>();
      RuntimeException failure = fault.apply(() -> result.add(real.locked(account, wanted, work)));
      if (failure instanceof NoFault) {
        return result.getFirst();
      }
      throw failure;
    }

    @Override
    public <T> T reading(AccountId account, Wanted wanted, Function<BookSession, T> work) {
      return real.reading(account, wanted, work);
    }
  }

  /** Nothing went wrong. */
  private static final class NoFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Lane lane(
      Service service, PostingSettings settings, Function<Runnable, RuntimeException> fault) {
    Agreement agreement = service.context().getBean(Agreement.class);
    TradingAccount account = agreement.account(ACCOUNT).orElseThrow();
    BookStore store = service.context().getBean(BookStore.class);
    Lane lane = new Lane(agreement, account, new Around(store, fault), settings);
    lane.start();
    return lane;
  }

  private static Outcome outcome(CompletionStage<Answer> answer) throws Exception {
    Answer.Outcomes outcomes =
        (Answer.Outcomes) answer.toCompletableFuture().get(20, TimeUnit.SECONDS);
    return outcomes.outcomes().getFirst();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_commit_whose_answer_is_lost_is_tried_again_and_posts_once(TestDatabase kind)
      throws Exception {
    AtomicInteger writes = new AtomicInteger();
    try (Service service = Service.on(kind);
        Lane lane =
            lane(
                service,
                settings(100),
                write -> {
                  write.run();
                  return writes.incrementAndGet() == 1
                      ? new BookUnavailableException(
                          "the answer was lost", new IllegalStateException("after commit"))
                      : new NoFault();
                })) {
      Outcome outcome = outcome(lane.submit(submission("A-1")));

      assertThat(outcome).isInstanceOf(Outcome.Posted.class);
      assertThat(outcome.decision().sequence()).isEqualTo(1);
      assertThat(writes).hasValue(2);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_database_that_stays_away_fails_the_batch_and_the_lane_goes_on_when_it_is_back(
      TestDatabase kind) throws Exception {
    AtomicInteger writes = new AtomicInteger();
    try (Service service = Service.on(kind);
        Lane lane =
            lane(
                service,
                settings(100),
                write -> {
                  if (writes.incrementAndGet() <= 4) {
                    return new BookUnavailableException(
                        "away", new IllegalStateException("before"));
                  }
                  write.run();
                  return new NoFault();
                })) {
      CompletionStage<Answer> first = lane.submit(submission("A-1"));
      assertThatThrownBy(() -> first.toCompletableFuture().get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(BookUnavailableException.class);

      assertThat(outcome(lane.submit(submission("A-1"))).decision().sequence()).isEqualTo(1);
      Invariants.hold(service.database());
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
        Lane lane =
            lane(
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
      CompletionStage<Answer> opener = lane.submit(submission("A-0"));
      await(entered);
      List<CompletionStage<Answer>> batch = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        batch.add(lane.submit(submission("A-" + i)));
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
        Lane lane =
            lane(
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
        CompletionStage<Answer> answer = lane.submit(submission("A-" + i));
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
      assertThat(outcome(lane.submit(submission("B-1")))).isInstanceOf(Outcome.Posted.class);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_lane_that_is_closed_answers_what_waits_and_takes_no_more(TestDatabase kind)
      throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (Service service = Service.on(kind)) {
      Lane lane =
          lane(
              service,
              settings(100),
              write -> {
                await(gate);
                write.run();
                return new NoFault();
              });
      CompletionStage<Answer> waiting = lane.submit(submission("A-1"));
      gate.countDown();
      lane.close();

      assertThat(outcome(waiting)).isInstanceOf(Outcome.Posted.class);
      assertThat(lane.submit(submission("A-2")).toCompletableFuture()).isCompletedExceptionally();
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /**
   * Counts writes; from the last one on that is to be entered they go on when the gate opens, and
   * those after it are slow: what follows a slow batch may wait for as long as it took.
   */
  private static Function<Runnable, RuntimeException> held(
      CountDownLatch entered, CountDownLatch open, AtomicInteger writes) {
    return write -> {
      entered.countDown();
      if (entered.getCount() == 0) {
        await(open);
      }
      if (writes.incrementAndGet() > 2) {
        sleep(SLOW_BATCH);
      }
      write.run();
      return new NoFault();
    };
  }

  private static List<CompletionStage<Answer>> submit(Lane lane, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> lane.submit(submission("A-" + number)))
        .toList();
  }

  private static void outcomes(List<CompletionStage<Answer>> answers) throws Exception {
    for (CompletionStage<Answer> answer : answers) {
      outcome(answer);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void those_who_were_answered_together_are_waited_for_and_a_lonely_one_waits_for_nobody(
      TestDatabase kind) throws Exception {
    PostingSettings patient = settings(Duration.ofMinutes(5), Duration.ofMinutes(5));
    CountDownLatch entered = new CountDownLatch(2);
    CountDownLatch open = new CountDownLatch(1);
    AtomicInteger writes = new AtomicInteger();
    try (Service service = Service.on(kind);
        Lane lane = lane(service, patient, held(entered, open, writes))) {
      outcome(lane.submit(submission("A-0")));
      CompletionStage<Answer> first = lane.submit(submission("A-1"));
      await(entered);
      List<CompletionStage<Answer>> company = submit(lane, 2, 5);
      open.countDown();
      outcome(first);
      outcomes(company);
      assertThat(writes).hasValue(3);
      CompletionStage<Answer> back = lane.submit(submission("A-6"));
      sleep(Duration.ofMillis(200));
      outcomes(List.of(back, lane.submit(submission("A-7"))));
      assertThat(writes).as("both in one").hasValue(4);
      long asked = System.nanoTime();
      CompletionStage<Answer> lonely = lane.submit(submission("A-8"));
      Awaiting.until("a batch of its own", () -> writes.get() == 5);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SLOW_BATCH);
      outcome(lonely);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_waits_too_long_is_told_and_finds_the_outcome_later(TestDatabase kind) throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    try (Service service = Service.on(kind);
        Lane lane =
            lane(
                service,
                settings(Duration.ZERO, Duration.ofMillis(50)),
                write -> {
                  entered.countDown();
                  await(open);
                  write.run();
                  return new NoFault();
                })) {
      CompletionStage<Answer> taken = lane.submit(submission("A-1"));
      await(entered);
      CompletionStage<Answer> queued = lane.submit(submission("A-2"));
      Awaiting.until(
          "both to be told",
          () -> {
            lane.giveUp();
            return taken.toCompletableFuture().isDone() && queued.toCompletableFuture().isDone();
          });
      for (CompletionStage<Answer> late : List.of(taken, queued)) {
        assertThatThrownBy(() -> outcome(late)).hasCauseInstanceOf(BookUnavailableException.class);
      }
      open.countDown();
      Answer again = lane.submit(submission("A-1")).toCompletableFuture().get(20, TimeUnit.SECONDS);
      assertThat(((Answer.Outcomes) again).replayed()).isTrue();
      Invariants.hold(service.database());
    }
  }
}
