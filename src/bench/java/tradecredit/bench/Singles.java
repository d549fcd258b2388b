package tradecredit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One posting a request, at several numbers of connections: the service beside the same act in SQL,
 * hand-written with a row lock and as one statement, and beside the same route without its
 * database. What no service can do without is measured, too: the rows alone.
 */
final class Singles implements Section {

  private static final String SERVICE = "service";
  private static final String ROW_LOCK = "row lock";
  private static final String ONE_STATEMENT = "one statement";
  private static final String NO_DATABASE = "no database";
  private static final String SAME_ROWS = "same rows";
  private static final String BARE = "bare route";
  private static final int CROWD = 100;

  private final Invoices invoices = new Invoices();
  private final Invoices dropped = new Invoices();
  private final AtomicLong baselineNumbers = new AtomicLong();

  @Override
  public void measure(Desk desk) throws Exception {
    Database database = desk.database("singles");
    try (Service service =
            desk.service(database).withExtras().with("BENCH_EXTRAS", "true").start();
        Service memory =
            desk.service(database).withExtras().with("BENCH_NO_DATABASE", "true").start();
        JdbcSide rowLock = new JdbcSide(() -> new RowLockPoster(database, baselineNumbers));
        JdbcSide oneStatement =
            new JdbcSide(() -> new OneStatementPoster(database, baselineNumbers));
        SameRowsSide sameRows = new SameRowsSide(database);
        Costs costs = new Costs(List.of(service, memory), desk.server())) {
      // Not before the service has laid out its own: it expects an empty schema.
      BaselineTables.create(database);
      SameRows.createTables(database);
      Books.open(service);
      Turns turns =
          new Turns(costs, desk.settings())
              .with(SERVICE, InvoicePosts.side(service, invoices))
              .with(ROW_LOCK, rowLock)
              .with(ONE_STATEMENT, oneStatement)
              .with(NO_DATABASE, InvoicePosts.side(memory, dropped))
              .with(SAME_ROWS, sameRows)
              .with(BARE, Polls.bare(service));
      turns.warmUp(desk.settings().mostConnections());
      List<Turns.Result> results = new ArrayList<>();
      for (int connections : desk.settings().connections()) {
        results.add(turns.measure(connections));
      }
      Books.check(service, invoices);
      report(desk.report(), results);
    }
  }

  private static void report(Report report, List<Turns.Result> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("", "a second", "p50 ms", "p99 ms", "a commit", "CPU us: service+database+driver"));
    for (Turns.Result result : results) {
      for (String side : List.of(SERVICE, ROW_LOCK, ONE_STATEMENT, NO_DATABASE, SAME_ROWS, BARE)) {
        rows.add(row(result, side));
      }
      addRatios(report, result);
    }
    report.table(rows);
  }

  private static List<String> row(Turns.Result result, String side) {
    Window window = result.of(side);
    return List.of(
        "%3d connections, %s".formatted(result.connections(), side),
        Text.decimals(0, window.rate()),
        Text.decimals(2, window.percentileMillis(50)),
        Text.decimals(2, window.percentileMillis(99)),
        Text.decimals(1, window.postingsPerCommit()),
        window.processors());
  }

  private static void addRatios(Report report, Turns.Result result) {
    int connections = result.connections();
    boolean crowd = connections == CROWD;
    String at = connections + " connections: ";
    report.add(
        at + "postings, row lock",
        "/s",
        result.rates(SERVICE, ROW_LOCK),
        crowd ? Aim.atLeast(8) : Aim.NONE);
    report.add(
        at + "its p99, the row lock's",
        " ms",
        result.latencies(SERVICE, ROW_LOCK, 99),
        crowd ? Aim.atMost(1) : Aim.NONE);
    report.add(
        at + "postings, one statement", "/s", result.rates(SERVICE, ONE_STATEMENT), Aim.NONE);
    report.add(
        at + "postings, without database",
        "/s",
        result.rates(SERVICE, NO_DATABASE),
        crowd ? Aim.atLeast(0.5) : Aim.NONE);
    report.add(
        at + "both of no database and same rows, without database",
        "/s",
        result.both(NO_DATABASE, SAME_ROWS),
        Aim.NONE);
    if (connections == 1) {
      addLonely(report, at, result);
    }
  }

  private static void addLonely(Report report, String at, Turns.Result result) {
    List<String> least = List.of(ONE_STATEMENT, BARE);
    report.add(
        at + "p50, one statement's + bare route's",
        " ms",
        result.mediansInARow(List.of(SERVICE), least),
        Aim.atMost(2));
    report.add(
        at + "p50, same rows' + bare route's, the same",
        " ms",
        result.mediansInARow(List.of(SAME_ROWS, BARE), least),
        Aim.NONE);
  }
}
