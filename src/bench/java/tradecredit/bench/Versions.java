package tradecredit.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tradecredit.bench.Invoices.Account;

/**
 * Postings and polls of this version beside those of an earlier one, each on a database of its own:
 * what a change costs, or gains.
 */
final class Versions implements Section {

  private static final String EARLIER = ", earlier";
  private static final List<String> ACTS = List.of("postings", "polls 200");

  @Override
  public void measure(Desk desk) throws Exception {
    Path jar = desk.settings().earlier();
    if (jar == null) {
      throw new IllegalArgumentException("bench.earlier names no jar to compare with");
    }
    try (Service now = desk.service(desk.database("this")).start();
        Service before = desk.service(jar, desk.database("earlier")).start();
        Costs costs = new Costs(List.of(now, before), desk.server())) {
      Turns turns = new Turns(costs, desk.settings());
      Invoices postedBefore = with(turns, before, EARLIER);
      Invoices postedNow = with(turns, now, "");
      turns.warmUp(desk.settings().mostConnections());
      List<List<String>> rows = new ArrayList<>();
      rows.add(Turns.Result.heads());
      for (int connections : desk.settings().connections()) {
        Turns.Result result = turns.measure(connections);
        report(desk.report(), rows, result);
      }
      Books.check(before, postedBefore);
      Books.check(now, postedNow);
      desk.report().table(rows);
    }
  }

  /** Adds its sides; what will be posted to it. */
  private static Invoices with(Turns turns, Service service, String suffix) throws Exception {
    Books.open(service);
    Invoices invoices = new Invoices();
    byte[] poll = service.requests().get(Books.balance(Account.FIRST));
    turns
        .with(ACTS.getFirst() + suffix, InvoicePosts.side(service, invoices))
        .with(ACTS.getLast() + suffix, SameRequest.side(service, poll, 200));
    return invoices;
  }

  private static void report(Report report, List<List<String>> rows, Turns.Result result) {
    for (String act : ACTS) {
      for (String side : List.of(act, act + EARLIER)) {
        rows.add(result.row(side));
      }
      String what = "%d connections: %s, earlier".formatted(result.connections(), act);
      report.add(what, "/s", result.rates(act, act + EARLIER), Aim.NONE);
      report.add(what + ", p50", " ms", result.latencies(act, act + EARLIER, 50), Aim.NONE);
    }
  }
}
