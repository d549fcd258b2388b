package tradecredit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Service and baseline in turn, A B A B, on the same database: whatever slows the machine for a
 * while slows both, so their ratio says more than either rate.
 */
final class PairedRounds {

  private static final Duration WARM_UP_WINDOW = Duration.ofSeconds(2);

  /**
   * A rate counts as flat once this many windows brought less than this much more than the best.
   */
  private static final int FLAT_WINDOWS = 3;

  private static final double GAIN = 1.03;

  private final Poster.Source service;
  private final Poster.Source baseline;
  private final Costs costs;
  private final Settings settings;

  PairedRounds(Poster.Source service, Poster.Source baseline, Costs costs, Settings settings) {
    this.service = service;
    this.baseline = baseline;
    this.costs = costs;
    this.settings = settings;
  }

  /** Both sides at one number of connections; the ratios are those of the single rounds. */
  record Result(int connections, Window service, Window baseline, List<Double> ratios) {

    double ratio() {
      return service.rate() / baseline.rate();
    }
  }

  /**
   * Drives both sides until their rates are flat, within the bound. Returns the seconds it took.
   */
  long warmUp(int connections) throws Exception {
    long begun = System.nanoTime();
    warmUp(service, connections);
    warmUp(baseline, connections);
    return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
  }

  private void warmUp(Poster.Source source, int connections) throws Exception {
    long deadline = System.nanoTime() + settings.warmUp().toNanos();
    double best = 0;
    int flat = 0;
    while (flat < FLAT_WINDOWS && System.nanoTime() < deadline) {
      double rate = Load.run(source, connections, WARM_UP_WINDOW, costs).rate();
      flat = rate < best * GAIN ? flat + 1 : 0;
      best = Math.max(best, rate);
    }
  }

  /** Measures one block of rounds. */
  Result measure(int connections) throws Exception {
    List<Window> services = new ArrayList<>();
    List<Window> baselines = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < settings.rounds(); round++) {
      services.add(Load.run(service, connections, settings.window(), costs));
      baselines.add(Load.run(baseline, connections, settings.window(), costs));
      ratios.add(services.getLast().rate() / baselines.getLast().rate());
    }
    return new Result(connections, Window.together(services), Window.together(baselines), ratios);
  }
}
