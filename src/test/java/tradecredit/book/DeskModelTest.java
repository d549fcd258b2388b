package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.store.figure.KnownDays;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * Thousands of random acts of every kind, each played over HTTP on both databases and on a plain
 * model beside them: every answer, every figure after every act, figures of the past for ever, and
 * at the end everything that must hold. A failure names its seed and the shortest list of steps
 * that was found to fail.
 */
@Order(1)
class DeskModelTest {

  private static final int SEEDS = 4;
  private static final int STEPS = 300;

  private static final List<String> MUST_BE_MET =
      List.of(
          "POST /payments/{}/return accepted",
          "POST /payments/{}/return payment-already-returned",
          "POST /payments/{}/return returned-before-received",
          "POST /payments/{}/allocations accepted",
          "POST /payments/{}/allocations allocation-exceeds-open-amount",
          "POST /credit-notes accepted",
          "POST /credit-notes/{}/allocations accepted",
          "POST /credit-notes/{}/allocations allocation-exceeds-open-amount",
          "POST /credit-notes/{}/allocations allocations-exceed-payment",
          "POST /write-offs/{}/approval accepted",
          "POST /write-offs/{}/approval approval-by-proposer",
          "POST /invoices/{}/disputes accepted",
          "POST /invoices/{}/disputes cards-in-dispute",
          "POST /disputes/{}/resolution accepted",
          "POST /disputes/{}/resolution dispute-already-resolved",
          "POST /hold accepted",
          "DELETE /hold accepted",
          "POST /invoices account-on-hold",
          "POST /invoices account-not-in-good-standing",
          "POST /invoices credit-limit-exceeded",
          "POST /breaches/{}/acknowledgement accepted",
          "POST /terms-amendments/{}/approval accepted",
          "POST /terms-amendments/{}/approval approval-by-proposing-side",
          "POST " + SetOffTest.SET_OFFS + " accepted",
          "POST " + SetOffTest.SET_OFFS + " allocation-exceeds-open-amount",
          "POST " + SetOffTest.SET_OFFS + "/{}/approval accepted",
          "POST " + SetOffTest.SET_OFFS + "/{}/approval set-off-already-decided",
          "POST " + SetOffTest.SET_OFFS + "/{}/approval approval-by-proposing-side");

  /** How often a failing list is played again to make it shorter. */
  private static final int SHRINKING_PLAYS = 60;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_service_and_the_model_agree_after_every_act(TestDatabase kind) {
    Map<String, Integer> met = new TreeMap<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      List<DeskStep> steps = DeskStep.random(seed, STEPS);
      Throwable failure = failure(kind, seed, steps, met);
      if (failure != null) {
        List<DeskStep> shortest = shrunk(kind, seed, steps);
        throw new AssertionError(inWords(seed, shortest), failure);
      }
    }
    assertThat(met.keySet())
        .as("answers met, or the test is weaker than it seems: %s", met)
        .containsAll(MUST_BE_MET);
  }

  /**
   * Of the first payment nothing is applied, and nothing applied anew; the second pays an invoice
   * of a day after the one on which it is returned. Nothing delays either return.
   */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_return_that_nothing_delays_counts_from_its_returned_date_in_both(TestDatabase kind) {
    List<DeskStep> steps =
        List.of(
            new DeskStep(DeskStep.Kind.NEXT_DAY, 0, 0, 0, 8),
            new DeskStep(DeskStep.Kind.NEXT_DAY, 0, 0, 0, 8),
            new DeskStep(DeskStep.Kind.NEXT_DAY, 0, 0, 0, 6),
            new DeskStep(DeskStep.Kind.PAYMENT, 0, 9, 5_000, 1),
            new DeskStep(DeskStep.Kind.REALLOCATION, 0, 0, 0, 1),
            new DeskStep(DeskStep.Kind.RETURN, 0, 2, 0, 1),
            asked(6),
            new DeskStep(DeskStep.Kind.INVOICE, 0, 5, 10_000, 1),
            new DeskStep(DeskStep.Kind.PAYMENT, 0, 9, 10_000, 1),
            new DeskStep(DeskStep.Kind.RETURN, 0, 2, 0, 1),
            asked(6),
            asked(5));
    assertThat(failure(kind, 0, steps, new TreeMap<>())).isNull();
  }

  /** Acknowledges none of no breaches, and then the day that long ago is asked of. */
  private static DeskStep asked(int daysAgo) {
    return new DeskStep(DeskStep.Kind.ACKNOWLEDGEMENT, daysAgo, 0, 0, 12);
  }

  private static @Nullable Throwable failure(
      TestDatabase kind, long seed, List<DeskStep> steps, Map<String, Integer> met) {
    try (Service service = Service.on(kind)) {
      DeskRun run = new DeskRun(service.client(), seed % 2 == 0);
      for (DeskStep step : steps) {
        run.play(step);
      }
      // What was asked while the movements alone told it reads the same from the rolled up days.
      service.context().getBean(KnownDays.class).rollUp();
      run.end();
      Invariants.hold(service.database());
      run.met().forEach((answer, times) -> met.merge(answer, times, Integer::sum));
      return null;
    } catch (AssertionError | RuntimeException failed) {
      return failed;
    }
  }

  /** Leaves out halves, then quarters and so on, as long as what is left fails. */
  private static List<DeskStep> shrunk(TestDatabase kind, long seed, List<DeskStep> failing) {
    List<DeskStep> shortest = failing;
    int plays = 0;
    for (int part = failing.size() / 2; part > 0 && plays < SHRINKING_PLAYS; part /= 2) {
      int from = 0;
      while (from < shortest.size() && plays < SHRINKING_PLAYS) {
        List<DeskStep> shorter = new ArrayList<>(shortest);
        shorter.subList(from, Math.min(shortest.size(), from + part)).clear();
        plays++;
        if (failure(kind, seed, shorter, new TreeMap<>()) == null) {
          from += part;
        } else {
          shortest = shorter;
        }
      }
    }
    return shortest;
  }

  private static String inWords(long seed, List<DeskStep> steps) {
    return "seed %d fails in these steps:%n%s"
        .formatted(
            seed,
            steps.stream()
                .map(DeskStep::toString)
                .collect(Collectors.joining(System.lineSeparator())));
  }
}
