package tradecredit.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.Agreement;
import tradecredit.money.Money;
import tradecredit.note.NoteOutcome;
import tradecredit.note.NoteRequest;
import tradecredit.platform.UnavailableException;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The note's desk over a real database that is made to fail at chosen moments. */
class NoteDeskTest {

  private static final PostingSettings SETTINGS = LaneBounds.usual().settings();

  /** Of long delays and impatient callers. */
  private static final PostingSettings IMPATIENT =
      LaneBounds.usual()
          .tried(14, Duration.ofSeconds(6))
          .answeredWithin(Duration.ofMillis(200))
          .settings();

  private static final NoteSubmission SUBMISSION =
      new NoteSubmission(
          new Caller("seller", "auxer-telecom/key:test"),
          IdempotencyKey.ofAgreement("seller", "k"),
          "digest",
          new NoteRequest.Recording(Money.parse("60000.00")));

  /** The real store, whose transactions fail by number: before they begin, or after the commit. */
  private record Failing(NoteStore real, AtomicInteger runs, int before, int after)
      implements NoteStore {

    @Override
    public <T> T locked(Function<NoteSession, T> work) {
      int run = runs.incrementAndGet();
      if (run <= before) {
        throw new UnavailableException("away", new IllegalStateException("before"));
      }
      T result = real.locked(work);
      if (run <= after) {
        throw new UnavailableException("the answer was lost", new IllegalStateException());
      }
      return result;
    }
  }

  private static NoteDesk desk(Service service, int before, int after) {
    NoteStore store = service.context().getBean(NoteStore.class);
    return desk(service, new Failing(store, new AtomicInteger(), before, after), SETTINGS);
  }

  private static NoteDesk desk(Service service, Failing store, PostingSettings settings) {
    return new NoteDesk(service.context().getBean(Agreement.class), store, settings);
  }

  private static NoteOutcome outcome(NoteAnswer answer) {
    return ((NoteAnswer.Decided) answer).outcome();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_commit_whose_answer_is_lost_is_tried_again_and_records_once(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      NoteAnswer.Decided first = (NoteAnswer.Decided) desk(service, 0, 1).submit(SUBMISSION);
      NoteAnswer.Decided again = (NoteAnswer.Decided) desk(service, 0, 0).submit(SUBMISSION);
      NoteOutcome outcome = first.outcome();

      assertThat(first.replayed()).as("told for the first time").isFalse();
      assertThat(again.replayed()).isTrue();
      assertThat(outcome).isInstanceOf(NoteOutcome.Posted.class);
      assertThat(outcome.decision().sequence()).isEqualTo(1);
      assertThat(again.outcome()).isEqualTo(outcome);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_database_that_stays_away_fails_the_request_and_the_same_key_succeeds_when_it_is_back(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      assertThatThrownBy(() -> desk(service, 4, 0).submit(SUBMISSION))
          .isInstanceOf(UnavailableException.class);
      assertThat(outcome(desk(service, 3, 0).submit(SUBMISSION)))
          .isInstanceOf(NoteOutcome.Posted.class);
      Invariants.hold(service.database());
    }
  }

  @Test
  void a_request_is_tried_no_longer_than_its_caller_waits() {
    try (Service service = Service.on(TestDatabase.H2)) {
      AtomicInteger runs = new AtomicInteger();
      NoteStore real = service.context().getBean(NoteStore.class);
      NoteDesk desk = desk(service, new Failing(real, runs, Integer.MAX_VALUE, 0), IMPATIENT);
      long began = System.nanoTime();
      assertThatThrownBy(() -> desk.submit(SUBMISSION))
          .isInstanceOf(UnavailableException.class)
          .hasMessage("no outcome in time");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
      assertThat(runs).as("none begins when nobody waits any more").hasValue(1);
    }
  }
}
