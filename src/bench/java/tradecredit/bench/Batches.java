package tradecredit.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tradecredit.bench.Invoices.Account;

/**
 * Batch calls of one size beside bare inserts of as many postings, in turn: one call at a time, the
 * accounts taking turns; then two at once, one on each account.
 */
final class Batches implements Section {

  private static final int AIMED_AT = 1_000;
  private static final int[] SIZES = {10_000, AIMED_AT};
  private static final int WARM_UP = 8;

  private final Invoices invoices = new Invoices();
  private final AtomicLong sameNumbers = new AtomicLong();
  private final AtomicLong lightNumbers = new AtomicLong();

  @Override
  public void measure(Desk desk) throws Exception {
    Database database = desk.database("batches");
    try (Service service = desk.service(database).start()) {
      BaselineTables.create(database);
      SameRows.createTables(database);
      Books.open(service);
      List<List<String>> rows = new ArrayList<>();
      rows.add(
          List.of(
              "batch of",
              "slowest",
              "posts/s",
              "fastest",
              "same rows/s",
              "light rows/s",
              "two at once"));
      try (BareInsert same = new SameRows(database, sameNumbers, false);
          BareInsert light = new LightInsert(database, lightNumbers)) {
        BatchCall calls = new BatchCall(service, invoices);
        for (int size : SIZES) {
          run(calls, same, light, size, WARM_UP);
          Rates rates = run(calls, same, light, size, desk.settings().batches());
          rates.together.addAll(together(calls, size, desk.settings().batches()));
          rows.add(rates.row(size));
          rates.addTo(desk.report(), size);
        }
      }
      desk.report().table(rows);
      Books.check(service, invoices);
    }
  }

  private static Rates run(BatchCall calls, BareInsert same, BareInsert light, int size, int count)
      throws Exception {
    Rates rates = new Rates();
    for (int i = 0; i < count; i++) {
      rates.calls.add(calls.post(Account.of(i), size));
      rates.same.add(same.insert(Account.of(i), size));
      rates.light.add(light.insert(Account.of(i), size));
    }
    return rates;
  }

  private static List<Double> together(BatchCall calls, int size, int rounds) throws Exception {
    List<Double> rates = new ArrayList<>();
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < rounds; round++) {
        CyclicBarrier bothReady = new CyclicBarrier(2);
        List<Callable<Double>> two =
            IntStream.range(0, 2)
                .<Callable<Double>>mapToObj(
                    i -> () -> calls.post(Account.of(i), size, bothReady::await))
                .toList();
        double slowest = Double.MAX_VALUE;
        for (Future<Double> call : both.invokeAll(two)) {
          slowest = Math.min(slowest, call.get());
        }
        rates.add(2 * slowest);
      }
    }
    return rates;
  }

  /** Postings a second of each call. */
  private static final class Rates {

    private final List<Double> calls = new ArrayList<>();
    private final List<Double> same = new ArrayList<>();
    private final List<Double> light = new ArrayList<>();
    private final List<Double> together = new ArrayList<>();

    List<String> row(int size) {
      return List.of(
          Integer.toString(size),
          Text.decimals(0, Collections.min(calls)),
          Text.decimals(0, Ratio.median(calls)),
          Text.decimals(0, Collections.max(calls)),
          Text.decimals(0, Ratio.median(same)),
          Text.decimals(0, Ratio.median(light)),
          Text.decimals(0, Ratio.median(together)));
    }

    void addTo(Report report, int size) {
      Aim aim = size == AIMED_AT ? Aim.atLeast(0.5) : Aim.NONE;
      report.add(
          "batch of %d, bare insert of the same rows".formatted(size),
          "/s",
          Ratio.ofMedians(calls, same),
          aim);
      report.add(
          "batch of %d, lightest insert (3 rows each)".formatted(size),
          "/s",
          Ratio.ofMedians(calls, light),
          Aim.NONE);
    }
  }
}
