package tradecredit.bench;

import java.util.List;
import tradecredit.bench.Invoices.Account;

/**
 * Two instances on one PostgreSQL, each with half of the connections, beside one of them with all:
 * the connections of both accounts on each of them, or those of one account.
 */
final class Instances implements Section {

  private static final String ONE = "one";
  private static final String TWO = "two";
  private static final String BY_ACCOUNT = "two by account";

  private final Invoices invoices = new Invoices();

  @Override
  public void measure(Desk desk) throws Exception {
    Database database = desk.database("instances");
    try (Service first = desk.service(database).start();
        Service second = desk.service(database).start();
        Costs costs = new Costs(List.of(first, second), desk.server())) {
      Books.open(first);
      HttpSide together = new HttpSide(List.of(target(first), target(second)));
      HttpSide byAccount =
          new HttpSide(List.of(target(first, Account.FIRST), target(second, Account.SECOND)));
      Turns turns =
          new Turns(costs, desk.settings())
              .with(ONE, InvoicePosts.side(first, invoices))
              .with(TWO, together)
              .with(BY_ACCOUNT, byAccount);
      int connections = desk.settings().mostConnections();
      turns.warmUp(connections);
      Turns.Result result = turns.measure(connections);
      Books.check(first, invoices);
      Books.check(second, invoices);
      report(desk.report(), result);
    }
  }

  private HttpSide.Target target(Service service) {
    return new HttpSide.Target(service, () -> new InvoicePosts(service.requests(), invoices));
  }

  private HttpSide.Target target(Service service, Account account) {
    return new HttpSide.Target(
        service, () -> new InvoicePosts(service.requests(), invoices, number -> account));
  }

  private static void report(Report report, Turns.Result result) {
    for (String side : List.of(ONE, TWO, BY_ACCOUNT)) {
      Window window = result.of(side);
      report.say(
          "%s: %s/s, p99 %s ms, %s postings a commit, CPU us %s"
              .formatted(
                  side,
                  Text.decimals(0, window.rate()),
                  Text.decimals(1, window.percentileMillis(99)),
                  Text.decimals(1, window.postingsPerCommit()),
                  window.processors()));
    }
    report.add(
        "%d connections: two instances, one".formatted(result.connections()),
        "/s",
        result.rates(TWO, ONE),
        Aim.atLeast(1));
    report.add(
        "%d connections: two instances with an account each, one".formatted(result.connections()),
        "/s",
        result.rates(BY_ACCOUNT, ONE),
        Aim.NONE);
  }
}
