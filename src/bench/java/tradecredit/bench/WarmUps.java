package tradecredit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tradecredit.bench.Invoices.Account;

/**
 * How many postings a service takes in the first seconds after its first answer, with and without
 * an AOT cache in turn, as the image starts it.
 */
final class WarmUps implements Section {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 16;
  private static final double AIM = 2;

  @Override
  public void measure(Desk desk) throws Exception {
    AotCache cache = desk.cache();
    for (Place place : Place.all(desk, "warmup")) {
      Invoices invoices = new Invoices();
      List<Double> without = new ArrayList<>();
      List<Double> with = new ArrayList<>();
      for (int round = 0; round < desk.settings().rounds(); round++) {
        without.add(firstSeconds(place.without(), invoices));
        with.add(firstSeconds(place.with(cache), invoices));
      }
      desk.report()
          .add(
              "%s: postings in the first %d s, with cache beside without"
                  .formatted(place.name(), FIRST.toSeconds()),
              "/s",
              Ratio.ofMedians(with, without),
              Aim.atLeast(AIM));
    }
  }

  private static double firstSeconds(Launch launch, Invoices invoices) throws Exception {
    try (Service service = launch.startUntil(Books.balance(Account.FIRST))) {
      Window window = InvoicePosts.side(service, invoices).runAtOnce(CONNECTIONS, FIRST);
      Books.check(service, invoices);
      return window.rate();
    }
  }
}
