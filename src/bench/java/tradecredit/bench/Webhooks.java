package tradecredit.bench;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import tradecredit.ledger.LedgerEvent;

/**
 * Postings of a service whose every event goes to three endpoints, beside those of one without any,
 * each on a database of its own. Whichever is not measured stands still, so that what it still has
 * to deliver takes nothing from the other.
 */
final class Webhooks implements Section {

  private static final String WITH = "with endpoints";
  private static final String WITHOUT = "without";
  private static final String PATH = "/v1/webhook-endpoints";
  private static final int ENDPOINTS = 3;
  private static final int KEY_BYTES = 32;
  private static final Duration ARRIVAL = Duration.ofSeconds(20);

  private final Invoices told = new Invoices();
  private final Invoices untold = new Invoices();
  private final List<Receiver> receivers = new ArrayList<>();

  @Override
  public void measure(Desk desk) throws Exception {
    try (Service with = start(desk, "webhooks");
        Service without = start(desk, "no_webhooks");
        Costs costs = new Costs(List.of(with, without), desk.server())) {
      Books.open(with);
      Books.open(without);
      if (!subscribe(desk, with)) {
        return;
      }
      without.pause();
      with.pause();
      Turns turns =
          new Turns(costs, desk.settings())
              .with(WITH, alone(with, InvoicePosts.side(with, told)))
              .with(WITHOUT, alone(without, InvoicePosts.side(without, untold)));
      int connections = desk.settings().mostConnections();
      turns.warmUp(connections);
      Turns.Result result = turns.measure(connections);
      with.resume();
      without.resume();
      awaitArrival();
      Books.check(with, told);
      Books.check(without, untold);
      report(desk.report(), result);
    } finally {
      for (Receiver receiver : receivers) {
        receiver.close();
      }
    }
  }

  private static Service start(Desk desk, String name) throws Exception {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return desk.service(desk.database(name))
        .with("TRADECREDIT_WEBHOOKS_ALLOW_HTTP", "true")
        .with(
            "TRADECREDIT_ACCESS_ENCRYPTION_KEYS",
            "bench:" + Base64.getEncoder().encodeToString(key))
        .start();
  }

  /** A side whose service stands still but for its own windows. */
  private static Side alone(Service service, Side side) {
    return (connections, length, costs) -> {
      service.resume();
      try {
        return side.run(connections, length, costs);
      } finally {
        service.pause();
      }
    };
  }

  /** Makes the endpoints; false where the service has none to make. */
  private boolean subscribe(Desk desk, Service service) throws IOException {
    String types =
        Arrays.stream(LedgerEvent.Type.values())
            .map(type -> "\"" + type.wireName() + "\"")
            .collect(Collectors.joining(","));
    for (int i = 0; i < ENDPOINTS; i++) {
      Receiver receiver = Receiver.start();
      receivers.add(receiver);
      String body = "{\"url\":\"%s\",\"eventTypes\":[%s]}".formatted(receiver.url(), types);
      HttpAnswer answer = service.ask(service.requests().json("POST", PATH, body));
      if (answer.status() == 404 || answer.status() == 405) {
        desk.report()
            .notMeasured("the service answers %d to POST %s".formatted(answer.status(), PATH));
        return false;
      }
      answer.require(201);
    }
    return true;
  }

  /** Waits until something has arrived everywhere: a bench that nobody hears measures nothing. */
  private void awaitArrival() throws InterruptedException {
    long deadline = System.nanoTime() + ARRIVAL.toNanos();
    while (receivers.stream().anyMatch(receiver -> receiver.received() == 0)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("an endpoint was told nothing within " + ARRIVAL);
      }
      Thread.sleep(100);
    }
  }

  private void report(Report report, Turns.Result result) {
    for (String side : List.of(WITH, WITHOUT)) {
      Window window = result.of(side);
      report.say(
          "%s: %s postings/s, p99 %s ms, CPU us %s"
              .formatted(
                  side,
                  Text.decimals(0, window.rate()),
                  Text.decimals(1, window.percentileMillis(99)),
                  window.processors()));
    }
    report.say(
        "events posted: %d; requests received by then: %s"
            .formatted(
                told.accepted(Invoices.Account.FIRST) + told.accepted(Invoices.Account.SECOND),
                receivers.stream().map(Receiver::received).toList()));
    report.add(
        "postings with %d endpoints, without".formatted(ENDPOINTS),
        "/s",
        result.rates(WITH, WITHOUT),
        Aim.atLeast(0.9));
  }
}
