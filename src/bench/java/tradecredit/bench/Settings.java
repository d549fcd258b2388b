package tradecredit.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long and how much is measured; each value is a system property of the same name.
 *
 * @param jar {@code bench.jar}: the service
 * @param earlier {@code bench.earlier}: an earlier version of it, for the section {@code versions}
 * @param agreement {@code bench.agreement}: the agreement it serves, with a limit no run can reach
 * @param dockerfile {@code bench.dockerfile}: where the options of a start with a trained cache are
 * @param only {@code bench.only}: the sections to run, by name; all where it is empty
 * @param window {@code bench.seconds}: how long one window of a round counts
 * @param rounds {@code bench.rounds}: how often the sides of a comparison take turns
 * @param warmUp {@code bench.warmUpSeconds}: the longest that a side is driven before its rate
 *     counts as flat
 * @param connections {@code bench.connections}: how many connections, one block of rounds each; the
 *     most come first, since they warm the service up best
 * @param batches {@code bench.batches}: how many batch calls are timed per size
 * @param importRows {@code bench.importRows}: the rows of one import; a large one has three times
 *     as many
 * @param sizes {@code bench.sizes}: how many invoices the accounts of the agings have
 * @param days {@code bench.days}: over how many days; the first for every size, the further ones
 *     for {@code bench.daysSize} invoices
 * @param daysSize {@code bench.daysSize}: see {@code days}
 * @param pagesSize {@code bench.pagesSize}: how many invoices the account of the pages has
 * @param starts {@code bench.starts}: how often each way of starting is timed
 * @param idle {@code bench.idleSeconds}: how long a service does nothing before its memory is read
 * @param training {@code bench.trainSeconds}: how long the AOT cache's training drives postings and
 *     polls, beyond the session that the image is trained with
 * @param overload {@code bench.overload}: how many times what the service takes is offered to it
 * @param crowd {@code bench.crowd}: over how many connections it is offered
 * @param serviceOptions {@code bench.serviceOptions}: further options of the service's own JVM,
 *     separated by spaces, a flight recording for instance
 * @param databaseSettings {@code bench.databaseSettings}: further settings of PostgreSQL, each
 *     {@code name=value}, separated by spaces, {@code shared_preload_libraries=pg_stat_statements}
 *     for instance
 * @param limit {@code bench.limitMinutes}: when a run that hangs is ended
 */
record Settings(
    Path jar,
    @Nullable Path earlier,
    Path agreement,
    Path dockerfile,
    List<String> only,
    Duration window,
    int rounds,
    Duration warmUp,
    List<Integer> connections,
    int batches,
    int importRows,
    List<Integer> sizes,
    List<Integer> days,
    int daysSize,
    int pagesSize,
    int starts,
    Duration idle,
    Duration training,
    int overload,
    int crowd,
    List<String> serviceOptions,
    List<String> databaseSettings,
    Duration limit) {

  static Settings ofSystemProperties() {
    return new Settings(
        existing(text("jar", "target/trade-credit-ledger.jar")),
        text("earlier", "").isEmpty() ? null : existing(text("earlier", "")),
        existing(text("agreement", "src/bench/resources/agreement.yml")),
        existing(text("dockerfile", "Dockerfile")),
        list("only", ""),
        Duration.ofSeconds(number("seconds", "5")),
        number("rounds", "2"),
        Duration.ofSeconds(number("warmUpSeconds", "120")),
        numbers("connections", "100,16,1"),
        number("batches", "12"),
        number("importRows", "100000"),
        numbers("sizes", "10000,100000,1000000,3000000"),
        numbers("days", "90,365,1826"),
        number("daysSize", "100000"),
        number("pagesSize", "1000000"),
        number("starts", "5"),
        Duration.ofSeconds(number("idleSeconds", "30")),
        Duration.ofSeconds(whole("trainSeconds", "5", 0)),
        number("overload", "5"),
        number("crowd", "4000"),
        words("serviceOptions"),
        words("databaseSettings"),
        Duration.ofMinutes(number("limitMinutes", "60")));
  }

  /** The most connections that are measured. */
  int mostConnections() {
    return connections.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  private static String text(String name, String usual) {
    String given = System.getProperty("bench." + name, "");
    return given.isBlank() ? usual : given.strip();
  }

  private static List<String> words(String name) {
    return Stream.of(text(name, "").split(" ")).filter(word -> !word.isBlank()).toList();
  }

  private static List<String> list(String name, String usual) {
    return Stream.of(text(name, usual).split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static List<Integer> numbers(String name, String usual) {
    return list(name, usual).stream()
        .map(item -> atLeast(name, 1, Integer.parseInt(item)))
        .toList();
  }

  private static int number(String name, String usual) {
    return whole(name, usual, 1);
  }

  private static int whole(String name, String usual, int least) {
    return atLeast(name, least, Integer.parseInt(text(name, usual)));
  }

  private static int atLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException("bench.%s must be at least %d".formatted(name, least));
    }
    return value;
  }

  private static Path existing(String path) {
    Path file = Path.of(path).toAbsolutePath();
    if (!file.toFile().isFile()) {
      throw new IllegalArgumentException(
          "there is no %s; start with ./mvnw -q -B -Pbench verify in the project's folder"
              .formatted(path));
    }
    return file;
  }
}
