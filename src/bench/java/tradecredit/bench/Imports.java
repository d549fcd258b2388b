package tradecredit.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tradecredit.bench.Invoices.Account;

/**
 * CSV imports into a service with a small heap, beside bare inserts of as many postings in
 * transactions as large as those of the service's lanes; and the most memory that was ever
 * resident, after imports of one size and after one that is three times as large.
 */
final class Imports implements Section {

  private static final String HEAP = "256m";
  private static final int LARGE = 3;

  /** What a lane takes into one transaction: 2,000 postings and lines. */
  private static final int TRANSACTION = 1_000;

  private final Invoices invoices = new Invoices();
  private final AtomicLong sameNumbers = new AtomicLong();
  private final AtomicLong lightNumbers = new AtomicLong();
  private final List<List<String>> rows = new ArrayList<>();

  @Override
  public void measure(Desk desk) throws Exception {
    int size = desk.settings().importRows();
    Database database = desk.database("imports");
    try (Service service =
            desk.service(database)
                .heap(HEAP)
                .with("TRADECREDIT_HTTP_IMPORT_ROWS", Integer.toString(LARGE * size))
                .start();
        BareInsert same = new SameRows(database, sameNumbers, true);
        BareInsert light = new LightInsert(database, lightNumbers)) {
      BaselineTables.create(database);
      SameRows.createTables(database);
      Books.open(service);
      long idle = service.peakResidentMegabytes();
      CsvImport imports = new CsvImport(service, invoices);
      new Rates().round(imports, same, light, size);
      rows.add(List.of("import of", "rows/s", "same rows/s", "light rows/s", "peak RSS MB"));
      Rates rates = new Rates();
      for (int round = 0; round < desk.settings().rounds(); round++) {
        rates.round(imports, same, light, size);
        note(rates, size, service.peakResidentMegabytes());
      }
      long before = service.peakResidentMegabytes();
      Rates large = new Rates();
      large.round(imports, same, light, LARGE * size);
      long after = service.peakResidentMegabytes();
      note(large, LARGE * size, after);
      Books.check(service, invoices);
      desk.report().say("idle: %d MB at -Xmx%s".formatted(idle, HEAP));
      desk.report().table(rows);
      report(desk.report(), rates, size);
      report(desk.report(), large, LARGE * size);
      String memory = "peak RSS, %d rows, %d".formatted(LARGE * size, size);
      Ratio peaks = new Ratio(after, before, List.of());
      desk.report().add(memory, " MB", peaks, Aim.atMost(1.1));
    }
  }

  private void note(Rates rates, int size, long memory) {
    rows.add(
        List.of(
            Integer.toString(size),
            Text.decimals(0, rates.imports.getLast()),
            Text.decimals(0, rates.same.getLast()),
            Text.decimals(0, rates.light.getLast()),
            Long.toString(memory)));
  }

  private static void report(Report report, Rates rates, int size) {
    String what = "of " + size;
    report.add(
        "import %s, bare insert of the same rows".formatted(what),
        "/s",
        Ratio.ofMedians(rates.imports, rates.same),
        Aim.atLeast(0.4));
    report.add(
        "import %s, lightest insert (3 rows each)".formatted(what),
        "/s",
        Ratio.ofMedians(rates.imports, rates.light),
        Aim.NONE);
  }

  /** Rows a second of each. */
  private static final class Rates {

    private final List<Double> imports = new ArrayList<>();
    private final List<Double> same = new ArrayList<>();
    private final List<Double> light = new ArrayList<>();

    void round(CsvImport csv, BareInsert sameRows, BareInsert lightRows, int size)
        throws Exception {
      Account account = Account.of(imports.size());
      imports.add(csv.run(account, size));
      same.add(inTransactions(sameRows, account, size));
      light.add(inTransactions(lightRows, account, size));
    }

    private static double inTransactions(BareInsert bare, Account account, int size)
        throws SQLException {
      double seconds = 0;
      for (int done = 0; done < size; done += TRANSACTION) {
        int rows = Math.min(TRANSACTION, size - done);
        seconds += rows / bare.insert(account, rows);
      }
      return size / seconds;
    }
  }
}
