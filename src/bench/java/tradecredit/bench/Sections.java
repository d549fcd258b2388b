package tradecredit.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** All sections by name, in the order in which they run. */
final class Sections {

  private static final String VERSIONS = "versions";
  private static final Map<String, Supplier<Section>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("singles", Singles::new);
    ALL.put("batches", Batches::new);
    ALL.put("imports", Imports::new);
    ALL.put("polls", Polls::new);
    ALL.put("agings", Agings::new);
    ALL.put("pages", ListPages::new);
    ALL.put("start", Starts::new);
    ALL.put("backpressure", Backpressure::new);
    ALL.put("instances", Instances::new);
    ALL.put("webhooks", Webhooks::new);
    ALL.put("warmup", WarmUps::new);
    ALL.put(VERSIONS, Versions::new);
  }

  private Sections() {}

  /** Those of these names; where there is none, all that need no jar but this version's. */
  static Map<String, Supplier<Section>> named(List<String> names) {
    if (!ALL.keySet().containsAll(names)) {
      throw new IllegalArgumentException(
          "bench.only: %s are not all sections; there are %s".formatted(names, ALL.keySet()));
    }
    Map<String, Supplier<Section>> chosen = new LinkedHashMap<>(ALL);
    if (names.isEmpty()) {
      chosen.remove(VERSIONS);
    } else {
      chosen.keySet().retainAll(names);
    }
    return chosen;
  }
}
