package tradecredit.posting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.posting.LaneRig.ACCOUNT;
import static tradecredit.posting.LaneRig.await;
import static tradecredit.posting.LaneRig.lanes;
import static tradecredit.posting.LaneRig.outcome;
import static tradecredit.posting.LaneRig.outcomes;
import static tradecredit.posting.LaneRig.settings;
import static tradecredit.posting.LaneRig.sleep;
import static tradecredit.posting.LaneRig.submission;
import static tradecredit.posting.LaneRig.submit;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.platform.UnavailableException;
import tradecredit.posting.LaneRig.NoFault;
import tradecredit.support.Awaiting;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Who rides in a batch: those who wait, those who come back, those who come while it waits. */
class LaneCompanyTest {

  private static final Duration SLOW_BATCH = Duration.ofMillis(1_500);

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

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void those_who_were_answered_together_are_waited_for_and_a_lonely_one_waits_for_nobody(
      TestDatabase kind) throws Exception {
    try (Service service = Service.on(kind)) {
      int tries = 1;
      while (!ridesAsItShould(service, 10 * tries)) {
        tries++;
        assertThat(tries).as("a slow machine comes too late now and then").isLessThan(4);
      }
      Invariants.hold(service.database());
    }
  }

  /** Whether two that came back rode in one batch, and a lonely one before it could be a third. */
  private static boolean ridesAsItShould(Service service, int number) throws Exception {
    PostingSettings patient = settings(Duration.ofMinutes(5), Duration.ofMinutes(5));
    CountDownLatch entered = new CountDownLatch(2);
    CountDownLatch open = new CountDownLatch(1);
    AtomicInteger writes = new AtomicInteger();
    try (Lanes lanes = lanes(service, patient, held(entered, open, writes))) {
      outcome(lanes.submit(submission("A-" + number)));
      CompletionStage<Answer> first = lanes.submit(submission("A-" + (number + 1)));
      await(entered);
      List<CompletionStage<Answer>> company = submit(lanes, number + 2, number + 5);
      open.countDown();
      outcome(first);
      outcomes(company);
      assertThat(writes).hasValue(3);
      CompletionStage<Answer> back = lanes.submit(submission("A-" + (number + 6)));
      sleep(Duration.ofMillis(200));
      outcomes(List.of(back, lanes.submit(submission("A-" + (number + 7)))));
      if (writes.get() > 4) {
        return false;
      }
      long asked = System.nanoTime();
      CompletionStage<Answer> lonely = lanes.submit(submission("A-" + (number + 8)));
      Awaiting.until("a batch of its own", () -> writes.get() == 5);
      long waited = System.nanoTime() - asked;
      outcome(lonely);
      return waited < SLOW_BATCH.toNanos();
    }
  }

  @Test
  void who_comes_while_another_replica_holds_the_account_rides_along() throws Exception {
    AtomicInteger writes = new AtomicInteger();
    try (Service service = Service.on(TestDatabase.POSTGRES);
        Lanes lanes = lanes(service, settings(100), counting(writes, () -> new NoFault()))) {
      // The second time the account is known to be shared.
      for (int time = 1; time <= 2; time++) {
        try (HeldAccount held = new HeldAccount(service.database(), ACCOUNT.value())) {
          CompletionStage<Answer> first = lanes.submit(submission("A-" + 10 * time));
          held.awaitWaiting();
          List<CompletionStage<Answer>> late = submit(lanes, 10 * time + 1, 10 * time + 3);
          assertThat(first.toCompletableFuture()).isNotDone();
          held.letGo();
          outcome(first);
          outcomes(late);
        }
        assertThat(writes).as("all in one").hasValue(time);
      }
      outcome(lanes.submit(submission("A-0")));
      assertThat(writes).as("nobody holds it").hasValue(3);
      Invariants.hold(service.database());
    }
  }

  @Test
  void nobody_joins_a_batch_that_is_tried_again() throws Exception {
    AtomicInteger writes = new AtomicInteger();
    BlockingQueue<HeldAccount> taken = new LinkedBlockingQueue<>();
    try (Service service = Service.on(TestDatabase.POSTGRES);
        Lanes lanes =
            lanes(
                service,
                settings(100),
                counting(writes, () -> writes.get() == 1 ? lost(service, taken) : new NoFault()))) {
      CompletionStage<Answer> first = lanes.submit(submission("A-0"));
      try (HeldAccount held = requireNonNull(taken.poll(20, TimeUnit.SECONDS))) {
        held.awaitWaiting();
        List<CompletionStage<Answer>> late = submit(lanes, 1, 3);
        held.letGo();
        outcome(first);
        outcomes(late);
      }
      assertThat(writes).as("two attempts, and those who came later").hasValue(3);
      Invariants.hold(service.database());
    }
  }

  private static Function<Runnable, RuntimeException> counting(
      AtomicInteger writes, Supplier<RuntimeException> fault) {
    return write -> {
      writes.incrementAndGet();
      write.run();
      return fault.get();
    };
  }

  /** The answer to a commit is lost, and another replica takes the account at once. */
  private static RuntimeException lost(Service service, BlockingQueue<HeldAccount> taken) {
    try {
      taken.add(new HeldAccount(service.database(), ACCOUNT.value()));
      return new UnavailableException("away", new IllegalStateException("after the commit"));
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
