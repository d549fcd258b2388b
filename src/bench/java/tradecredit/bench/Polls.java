package tradecredit.bench;

import java.util.ArrayList;
import java.util.List;
import tradecredit.bench.Invoices.Account;

/**
 * Balance polls, with and without {@code If-None-Match}, beside a bare route of the same server
 * that answers constant JSON of the same length.
 */
final class Polls implements Section {

  private static final String WHOLE = "200";
  private static final String UNCHANGED = "304";
  private static final String BARE = "bare route";
  private static final int SOME = 200;

  private final Invoices invoices = new Invoices();

  /** The bare route of a service that has it. */
  static Side bare(Service service) {
    return SameRequest.side(service, service.requests().getPublic("/bench/bare"), 200);
  }

  @Override
  public void measure(Desk desk) throws Exception {
    Database database = desk.database("polls");
    try (Service service =
            desk.service(database).withExtras().with("BENCH_EXTRAS", "true").start();
        Costs costs = new Costs(List.of(service), desk.server())) {
      Books.open(service);
      new BatchCall(service, invoices).post(Account.FIRST, SOME);
      String path = Books.balance(Account.FIRST);
      byte[] whole = service.requests().get(path);
      String tag = service.ask(whole).require(200).header("etag");
      byte[] unchanged = service.requests().get(path, "If-None-Match: " + tag);
      Turns turns =
          new Turns(costs, desk.settings())
              .with(BARE, bare(service))
              .with(WHOLE, SameRequest.side(service, whole, 200))
              .with(UNCHANGED, SameRequest.side(service, unchanged, 304));
      turns.warmUp(desk.settings().mostConnections());
      List<Turns.Result> results = new ArrayList<>();
      for (int connections : desk.settings().connections()) {
        results.add(turns.measure(connections));
      }
      report(desk.report(), results);
    }
  }

  private static void report(Report report, List<Turns.Result> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Turns.Result.heads());
    for (Turns.Result result : results) {
      for (String side : List.of(BARE, WHOLE, UNCHANGED)) {
        rows.add(result.row(side));
      }
      String at = result.connections() + " connections: ";
      report.add(at + "polls 200, bare route", "/s", result.rates(WHOLE, BARE), Aim.atLeast(0.6));
      report.add(
          at + "polls 304, bare route", "/s", result.rates(UNCHANGED, BARE), Aim.atLeast(0.8));
    }
    report.table(rows);
  }
}
