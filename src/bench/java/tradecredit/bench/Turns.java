package tradecredit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Several sides in turn, A B C C B A, on the same machine: whatever slows it for a while slows all
 * of them, so their ratios say more than any rate. Every other round goes backwards, so that what
 * one side leaves to do for the machine does not always fall to the same one.
 */
final class Turns {

  private static final Duration WARM_UP_WINDOW = Duration.ofSeconds(2);

  /**
   * A rate counts as flat once this many windows brought less than this much more than the best.
   */
  private static final int FLAT_WINDOWS = 3;

  private static final double GAIN = 1.03;

  /** And only while the services' compilers take no more of a processor than this. */
  private static final double RESTING = 0.05;

  private final SequencedMap<String, Side> sides = new LinkedHashMap<>();
  private final Costs costs;
  private final Settings settings;

  Turns(Costs costs, Settings settings) {
    this.costs = costs;
    this.settings = settings;
  }

  /** Adds a side under its name. */
  Turns with(String name, Side side) {
    sides.put(name, side);
    return this;
  }

  /** The windows of each side, by name, in the order of the rounds. */
  record Result(int connections, Map<String, List<Window>> windows) {

    /** All windows of a side as one. */
    Window of(String side) {
      return Window.together(rounds(side));
    }

    /** The heads of {@link #row}. */
    static List<String> heads() {
      return List.of("", "a second", "p50 ms", "p99 ms", "CPU us: service+database+driver");
    }

    /** A side's own figures. */
    List<String> row(String side) {
      Window window = of(side);
      return List.of(
          "%3d connections, %s".formatted(connections, side),
          Text.decimals(0, window.rate()),
          Text.decimals(2, window.percentileMillis(50)),
          Text.decimals(2, window.percentileMillis(99)),
          window.processors());
    }

    private List<Window> rounds(String side) {
      return Objects.requireNonNull(windows.get(side), side);
    }

    /** How the rates of two sides compare, altogether and in each round. */
    Ratio rates(String one, String other) {
      return compare(one, other, Window::rate);
    }

    /** How a percentile of the latencies of two sides compares. */
    Ratio latencies(String one, String other, double percent) {
      return compare(one, other, window -> window.percentileMillis(percent));
    }

    /**
     * The median latencies of some sides, one after the other, beside those of others: of what
     * cannot be avoided.
     */
    Ratio mediansInARow(List<String> some, List<String> others) {
      List<Double> each = new ArrayList<>();
      for (int i = 0; i < rounds(some.getFirst()).size(); i++) {
        int round = i;
        each.add(
            sum(some, side -> rounds(side).get(round))
                / sum(others, side -> rounds(side).get(round)));
      }
      return new Ratio(sum(some, this::of), sum(others, this::of), each);
    }

    private static double sum(List<String> sides, Function<String, Window> window) {
      return sides.stream().mapToDouble(side -> window.apply(side).percentileMillis(50)).sum();
    }

    /**
     * The rate that is left if the same processors do the work of both sides, beside that of the
     * first alone.
     */
    Ratio both(String first, String second) {
      List<Double> each = new ArrayList<>();
      for (int i = 0; i < rounds(first).size(); i++) {
        double alone = rounds(first).get(i).rate();
        each.add(together(alone, rounds(second).get(i).rate()) / alone);
      }
      double alone = of(first).rate();
      return new Ratio(together(alone, of(second).rate()), alone, each);
    }

    private static double together(double rate, double other) {
      return 1 / (1 / rate + 1 / other);
    }

    private Ratio compare(String one, String other, ToDoubleFunction<Window> figure) {
      List<Double> each = new ArrayList<>();
      for (int i = 0; i < rounds(one).size(); i++) {
        each.add(
            figure.applyAsDouble(rounds(one).get(i)) / figure.applyAsDouble(rounds(other).get(i)));
      }
      return new Ratio(figure.applyAsDouble(of(one)), figure.applyAsDouble(of(other)), each);
    }
  }

  /** Drives each side until its rate is flat and its compilers rest, within the bound. */
  void warmUp(int connections) throws Exception {
    for (Side side : sides.values()) {
      warmUp(side, connections);
    }
  }

  private void warmUp(Side side, int connections) throws Exception {
    long deadline = System.nanoTime() + settings.warmUp().toNanos();
    double best = 0;
    int flat = 0;
    while (flat < FLAT_WINDOWS && System.nanoTime() < deadline) {
      long compiled = costs.compilerNanos();
      long began = System.nanoTime();
      double rate = side.run(connections, WARM_UP_WINDOW, costs).rate();
      double compiling = (costs.compilerNanos() - compiled) / (double) (System.nanoTime() - began);
      flat = rate < best * GAIN && compiling < RESTING ? flat + 1 : 0;
      best = Math.max(best, rate);
    }
  }

  /** Measures one block of rounds. */
  Result measure(int connections) throws Exception {
    Map<String, List<Window>> windows = new LinkedHashMap<>();
    sides.keySet().forEach(name -> windows.put(name, new ArrayList<>()));
    for (int round = 0; round < settings.rounds(); round++) {
      for (String name :
          round % 2 == 0 ? sides.sequencedKeySet() : sides.sequencedKeySet().reversed()) {
        Window window =
            Objects.requireNonNull(sides.get(name)).run(connections, settings.window(), costs);
        Objects.requireNonNull(windows.get(name)).add(window);
      }
    }
    return new Result(connections, windows);
  }
}
