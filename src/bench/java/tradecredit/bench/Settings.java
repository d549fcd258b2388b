package tradecredit.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long and how much is measured; each value is a system property of the same name.
 *
 * @param jar {@code bench.jar}: the service
 * @param agreement {@code bench.agreement}: the agreement it serves, with a limit no run can reach
 * @param window {@code bench.seconds}: how long one window of a round counts
 * @param rounds {@code bench.rounds}: how often service and baseline take turns
 * @param warmUp {@code bench.warmUpSeconds}: the longest that either side is driven before its rate
 *     counts as flat
 * @param connections {@code bench.connections}: how many connections, one block of rounds each; the
 *     most come first, since they warm the service up best
 * @param batches {@code bench.batches}: how many batch calls are timed per size
 * @param importRows {@code bench.importRows}: the rows of one import
 * @param serviceOptions {@code bench.serviceOptions}: further options of the service's own JVM,
 *     separated by spaces, a flight recording for instance
 * @param databaseSettings {@code bench.databaseSettings}: further settings of PostgreSQL, each
 *     {@code name=value}, separated by spaces, {@code shared_preload_libraries=pg_stat_statements}
 *     for instance
 * @param limit {@code bench.limitMinutes}: when a run that hangs is ended
 */
record Settings(
    Path jar,
    Path agreement,
    Duration window,
    int rounds,
    Duration warmUp,
    List<Integer> connections,
    int batches,
    int importRows,
    List<String> serviceOptions,
    List<String> databaseSettings,
    Duration limit) {

  static Settings ofSystemProperties() {
    return new Settings(
        existing(text("jar", "target/trade-credit-ledger.jar")),
        existing(text("agreement", "src/bench/resources/agreement.yml")),
        Duration.ofSeconds(number("seconds", "10")),
        number("rounds", "2"),
        Duration.ofSeconds(number("warmUpSeconds", "30")),
        Stream.of(text("connections", "100,16,1").split(",")).map(Integer::valueOf).toList(),
        number("batches", "12"),
        number("importRows", "100000"),
        words("serviceOptions"),
        words("databaseSettings"),
        Duration.ofMinutes(number("limitMinutes", "20")));
  }

  private static String text(String name, String usual) {
    String given = System.getProperty("bench." + name, "");
    return given.isBlank() ? usual : given;
  }

  private static List<String> words(String name) {
    return Stream.of(text(name, "").split(" ")).filter(word -> !word.isBlank()).toList();
  }

  private static int number(String name, String usual) {
    int value = Integer.parseInt(text(name, usual));
    if (value < 1) {
      throw new IllegalArgumentException("bench.%s must be at least 1".formatted(name));
    }
    return value;
  }

  private static Path existing(String path) {
    Path file = Path.of(path).toAbsolutePath();
    if (!file.toFile().isFile()) {
      throw new IllegalArgumentException(
          "there is no %s; start with ./mvnw -q -Pbench verify in the project's folder"
              .formatted(path));
    }
    return file;
  }
}
