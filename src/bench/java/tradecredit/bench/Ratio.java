package tradecredit.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Two figures of one run beside each other.
 *
 * @param measured of what is looked at, all rounds together
 * @param beside of what it is compared with
 * @param rounds the same ratio in each round: how much the machine let them differ
 */
record Ratio(double measured, double beside, List<Double> rounds) {

  /** The medians of two series of figures that took turns. */
  static Ratio ofMedians(List<Double> measured, List<Double> beside) {
    List<Double> rounds = new ArrayList<>();
    for (int i = 0; i < Math.min(measured.size(), beside.size()); i++) {
      rounds.add(measured.get(i) / beside.get(i));
    }
    return new Ratio(median(measured), median(beside), rounds);
  }

  /** The middle one; of an even number of them, the mean of the middle two. */
  static double median(List<Double> figures) {
    List<Double> ascending = figures.stream().sorted().toList();
    int size = ascending.size();
    return (ascending.get((size - 1) / 2) + ascending.get(size / 2)) / 2;
  }

  double value() {
    return measured / beside;
  }

  /** The lowest and the highest of the rounds, or nothing where there was one only. */
  String spread() {
    return rounds.size() < 2
        ? ""
        : "%s..%s"
            .formatted(
                Text.decimals(2, Collections.min(rounds)),
                Text.decimals(2, Collections.max(rounds)));
  }
}
