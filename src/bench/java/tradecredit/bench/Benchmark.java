package tradecredit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Runs the sections of the measuring desk one after the other, on one PostgreSQL, and prints what
 * each found and one table of ratios. Everything it starts listens on loopback and is stopped at
 * the end, however it ends.
 */
public final class Benchmark {

  private static final int FAILED = 1;
  private static final int HANGING = 3;

  private Benchmark() {}

  /** Runs it; ends with a status other than 0 where a section failed, after all had their turn. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.ofSystemProperties();
    Map<String, Supplier<Section>> sections = Sections.named(settings.only());
    Report report = new Report();
    Thread.ofPlatform().daemon().start(() -> endAfter(settings.limit(), report));
    List<String> failed = new ArrayList<>();
    try (PostgresServer server = PostgresServer.start(settings.databaseSettings())) {
      report.say(
          "%d cores, JDK %s, PostgreSQL %s, fsync and synchronous_commit on"
              .formatted(
                  Runtime.getRuntime().availableProcessors(),
                  Runtime.version().feature(),
                  server.version()));
      Desk desk = new Desk(settings, server, report);
      for (Map.Entry<String, Supplier<Section>> section : sections.entrySet()) {
        if (!run(section.getKey(), section.getValue(), desk)) {
          failed.add(section.getKey());
        }
      }
    }
    report.printRatios();
    if (!failed.isEmpty()) {
      report.say("failed: " + String.join(", ", failed));
      System.exit(FAILED);
    }
  }

  private static boolean run(String name, Supplier<Section> section, Desk desk) {
    long begun = System.nanoTime();
    desk.report().begin(name);
    try {
      section.get().measure(desk);
      return true;
    } catch (Exception | Error fault) {
      desk.report().fail(fault);
      return false;
    } finally {
      desk.report().say("(%d s)".formatted((System.nanoTime() - begun) / 1_000_000_000));
    }
  }

  private static void endAfter(Duration limit, Report report) {
    try {
      Thread.sleep(limit);
      report.printRatios();
      report.say("not finished after " + limit + "; giving up");
      System.exit(HANGING);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
