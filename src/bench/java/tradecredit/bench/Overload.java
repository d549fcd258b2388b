package tradecredit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Several times as many postings as a service takes are offered to it, whether it keeps up or not:
 * what becomes of those that are too many, of its throughput, and how soon it is itself again.
 */
final class Overload {

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final int MOST_LOOKS = 40;
  private static final double NORMAL = 0.8;

  /** So much more is offered than is to be sent: the last are due when the window is over. */
  private static final double MORE = 1.02;

  private final Desk desk;
  private final String what;
  private final Bounds bounds;
  private final Invoices invoices = new Invoices();
  private final List<Double> best = new ArrayList<>();
  private final List<Double> sent = new ArrayList<>();
  private final List<Double> kept = new ArrayList<>();
  private final List<Double> recovered = new ArrayList<>();
  private long refused;
  private long silent;

  /**
   * How the service's two lanes are bounded, in postings and lines: so that the crowd's connections
   * can fill them, and the usual ones cannot.
   *
   * @param waiting may wait in each
   * @param batch are taken into a transaction
   * @param sent how many times as many as the service takes the driver is to send; 0 where it
   *     cannot, and what it sends is told for information
   */
  record Bounds(int waiting, int batch, int sent) {

    Aim ofSent() {
      return sent == 0 ? Aim.NONE : Aim.atLeast(sent);
    }
  }

  /**
   * Of one service.
   *
   * @param what which service that is, as the report has it
   */
  Overload(Desk desk, String what, Bounds bounds) {
    this.desk = desk;
    this.what = what;
    this.bounds = bounds;
  }

  /** Measures it on that database. */
  void measure(Database database) throws Exception {
    Settings settings = desk.settings();
    int connections = settings.mostConnections();
    try (Service service =
            desk.service(database)
                .with("TRADECREDIT_POSTING_QUEUE_CAPACITY", Integer.toString(bounds.waiting()))
                .with("TRADECREDIT_POSTING_MAXIMUM_BATCH", Integer.toString(bounds.batch()))
                .start();
        Costs costs = new Costs(List.of(service), desk.server())) {
      Books.open(service);
      HttpSide normal = InvoicePosts.side(service, invoices);
      new Turns(costs, settings).with("normal", normal).warmUp(connections);
      for (int round = 0; round < settings.rounds(); round++) {
        double rate = normal.run(connections, settings.window(), costs).rate();
        best.add(rate);
        overload(service, MORE * settings.overload() * rate);
        awaitNormal(normal, connections, NORMAL * rate);
      }
      Books.check(service, invoices);
    }
    report();
  }

  private void overload(Service service, double rate) throws Exception {
    Settings settings = desk.settings();
    OpenLoop.Outcome outcome =
        new OpenLoop(service, invoices, rate).run(settings.crowd(), settings.window());
    double seconds = settings.window().toMillis() / 1e3;
    desk.report()
        .say(
            "%s: offered %s/s, sent %s/s; 201: %s; 503: %s; last answer after %s s"
                .formatted(
                    what,
                    Text.decimals(0, rate),
                    Text.decimals(0, outcome.sent() / seconds),
                    inWords(outcome.accepted()),
                    inWords(outcome.refused()),
                    Text.decimals(2, outcome.drained())));
    sent.add(outcome.sent() / seconds);
    kept.add(outcome.accepted().rate());
    recovered.add(outcome.drained());
    refused += outcome.refused().count();
    silent += outcome.withoutRetryAfter();
  }

  private static String inWords(Window window) {
    return window.count() == 0
        ? "none"
        : "%s/s, p50 %s ms, p99 %s ms"
            .formatted(
                Text.decimals(0, window.rate()),
                Text.decimals(0, window.percentileMillis(50)),
                Text.decimals(0, window.percentileMillis(99)));
  }

  /**
   * Adds how long it takes, after the last answer, until the service is as fast as that again; if
   * it is not after the last look, how long was waited.
   */
  private void awaitNormal(HttpSide normal, int connections, double rate) throws Exception {
    long begun = System.nanoTime();
    double waited = 0;
    for (int look = 0; look < MOST_LOOKS; look++) {
      waited = (System.nanoTime() - begun) / 1e9;
      double now = normal.runAtOnce(connections, LOOK).rate();
      if (now >= rate) {
        break;
      }
      desk.report()
          .say(
              "%s: %s s after it, %s/s of %s/s"
                  .formatted(
                      what,
                      Text.decimals(2, waited),
                      Text.decimals(0, now),
                      Text.decimals(0, rate)));
    }
    recovered.set(recovered.size() - 1, recovered.getLast() + waited);
  }

  private void report() {
    int overload = desk.settings().overload();
    String at = "%s, %d x the load offered: ".formatted(what, overload);
    if (refused == 0) {
      desk.report().notMeasured(what + ": nothing was refused: the driver did not fill the lanes");
      return;
    }
    desk.report()
        .add(
            at + "answers 503 with Retry-After, all 503",
            "",
            new Ratio(refused - silent, refused, List.of()),
            Aim.atLeast(1));
    desk.report()
        .add(at + "requests sent, its best", "/s", Ratio.ofMedians(sent, best), bounds.ofSent());
    desk.report()
        .add(
            at + "postings kept, at its best", "/s", Ratio.ofMedians(kept, best), Aim.atLeast(0.8));
    List<Double> second = recovered.stream().map(one -> 1.0).toList();
    desk.report()
        .add(at + "recovery, one second", " s", Ratio.ofMedians(recovered, second), Aim.atMost(1));
  }
}
