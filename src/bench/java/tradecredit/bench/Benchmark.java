package tradecredit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tradecredit.bench.Invoices.Account;

/**
 * Measures the service over HTTP beside the same act hand-written in SQL, on one PostgreSQL, and
 * prints one report. Everything it starts listens on loopback and is stopped at the end, however it
 * ends.
 */
public final class Benchmark {

  private static final String HEAP = "1g";
  private static final String IMPORT_HEAP = "256m";
  private static final int WARM_UP_CONNECTIONS = 100;
  private static final int[] BATCH_SIZES = {10_000, 1_000};
  private static final int WARM_UP_BATCHES = 8;
  private static final int IMPORTS = 3;

  private final Settings settings;
  private final Database database;
  private final Invoices invoices = new Invoices();
  private final AtomicLong baselineNumbers = new AtomicLong();
  private final Report report = new Report();

  private Benchmark(Settings settings, Database database) {
    this.settings = settings;
    this.database = database;
  }

  /** Runs it; fails, with a status other than 0, where a posting does or the books do not agree. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.ofSystemProperties();
    Thread.ofPlatform().daemon().start(() -> endAfter(settings.limit()));
    try (Database database = Database.start(settings.databaseSettings())) {
      Benchmark benchmark = new Benchmark(settings, database);
      benchmark.measurePostings();
      benchmark.measureImports();
      print(benchmark.report.toString());
    }
  }

  private static void endAfter(Duration limit) {
    try {
      Thread.sleep(limit);
      print("not finished after " + limit + "; giving up");
      System.exit(3);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void print(String text) {
    System.out.println(text);
    System.out.flush();
  }

  private void measurePostings() throws Exception {
    try (Service service = Service.start(settings, database, HEAP);
        Costs costs = new Costs(service, database)) {
      // Not before the service has laid out its own: it expects an empty schema.
      BaselineTables.create(database);
      Books.open(service);
      report.add(machine());
      measureRates(service, costs);
      measureBatches(service);
      Books.check(service, invoices);
    }
  }

  private String machine() throws Exception {
    return "%d cores, JDK %s, PostgreSQL %s, fsync and synchronous_commit on; service at -Xmx%s, imports at -Xmx%s%n"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            database.text("SHOW server_version"),
            HEAP,
            IMPORT_HEAP);
  }

  private void measureRates(Service service, Costs costs) throws Exception {
    PairedRounds rounds =
        new PairedRounds(
            () -> new HttpPoster(service, invoices),
            () -> new RowLockPoster(database, baselineNumbers),
            costs,
            settings);
    print("warmed up in %d s".formatted(rounds.warmUp(WARM_UP_CONNECTIONS)));
    List<PairedRounds.Result> results = new ArrayList<>();
    for (int connections : settings.connections()) {
      results.add(rounds.measure(connections));
      print("%d connections measured".formatted(connections));
    }
    report.addRates(results);
  }

  private void measureBatches(Service service) throws Exception {
    BatchCalls calls = new BatchCalls(service, database, invoices, baselineNumbers);
    List<BatchCalls.Result> results = new ArrayList<>();
    for (int size : BATCH_SIZES) {
      results.add(calls.measure(size, WARM_UP_BATCHES, settings.batches()));
      print("batches of %d measured".formatted(size));
    }
    report.addBatches(results);
  }

  private void measureImports() throws Exception {
    try (Service service = Service.start(settings, database, IMPORT_HEAP)) {
      long idle = service.peakResidentMegabytes();
      CsvImport imports = new CsvImport(service, invoices);
      List<CsvImport.Result> results = new ArrayList<>();
      for (int i = 0; i < IMPORTS; i++) {
        CsvImport.Result result = imports.run(Account.of(i), settings.importRows());
        if (result == null) {
          break;
        }
        results.add(result);
      }
      Books.check(service, invoices);
      report.addImports(idle, results);
      report.add("");
      report.add("Books agree: %d entries.".formatted(entries()));
    }
  }

  private long entries() {
    return invoices.accepted(Account.FIRST) + invoices.accepted(Account.SECOND);
  }
}
