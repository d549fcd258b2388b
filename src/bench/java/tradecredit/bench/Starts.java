package tradecredit.bench;

import java.util.ArrayList;
import java.util.List;
import tradecredit.bench.Invoices.Account;

/**
 * From the start of the process to its first answer, a balance, with and without an AOT cache in
 * turn, as the image starts it; and what is resident once nothing has been asked for a while.
 */
final class Starts implements Section {

  private static final double AIM = 0.45;
  private static final double IDLE_MEGABYTES = 200;

  @Override
  public void measure(Desk desk) throws Exception {
    AotCache cache = desk.cache();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "without ms", "with cache ms", "idle MB without", "idle MB with"));
    for (Place place : Place.all(desk, "start")) {
      List<Double> without = new ArrayList<>();
      List<Double> with = new ArrayList<>();
      for (int i = 0; i < desk.settings().starts(); i++) {
        Alternately.run(
            i, () -> without.add(start(place.without())), () -> with.add(start(place.with(cache))));
      }
      Ratio starts = Ratio.ofMedians(with, without);
      long idle = idle(desk, place.with(cache));
      rows.add(
          List.of(
              place.name(),
              Text.decimals(0, starts.beside()),
              Text.decimals(0, starts.measured()),
              Long.toString(idle(desk, place.without())),
              Long.toString(idle)));
      report(desk.report(), place.name(), starts, idle);
    }
    desk.report().table(rows);
  }

  private static void report(Report report, String place, Ratio starts, long idle) {
    report.add(
        place + ": start to first answer, with cache beside without",
        " ms",
        starts,
        Aim.atMost(AIM));
    report.add(
        place + ": idle RSS with cache, 200 MB",
        " MB",
        new Ratio(idle, IDLE_MEGABYTES, List.of()),
        Aim.atMost(1));
  }

  private static double start(Launch launch) throws Exception {
    try (Service service = launch.startUntil(Books.balance(Account.FIRST))) {
      return service.startMillis();
    }
  }

  private static long idle(Desk desk, Launch launch) throws Exception {
    try (Service service = launch.startUntil(Books.balance(Account.FIRST))) {
      Thread.sleep(desk.settings().idle());
      return service.residentMegabytes();
    }
  }
}
