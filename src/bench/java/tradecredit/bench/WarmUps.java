package tradecredit.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tradecredit.bench.Invoices.Account;

/**
 * How many postings a service takes in its first seconds with and without an AOT cache in turn, as
 * the image starts it: counted from its first answer, and counted from the process's start.
 */
final class WarmUps implements Section {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 16;
  private static final double AIM = 2;

  /** What the first seconds are counted from. */
  private enum Since {
    FIRST_ANSWER("after the first answer"),
    START("of the process");

    private final String words;

    Since(String words) {
      this.words = words;
    }

    /** What is left of the first seconds once the service has answered. */
    Duration left(Service service) {
      Duration gone =
          this == START ? Duration.ofMillis(Math.round(service.startMillis())) : Duration.ZERO;
      return FIRST.minus(gone);
    }
  }

  @Override
  public void measure(Desk desk) throws Exception {
    AotCache cache = desk.cache();
    for (Place place : Place.all(desk, "warmup")) {
      Invoices invoices = new Invoices();
      for (Since since : Since.values()) {
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int round = 0; round < desk.settings().rounds(); round++) {
          Alternately.run(
              round,
              () -> without.add(firstSeconds(place.without(), invoices, since)),
              () -> with.add(firstSeconds(place.with(cache), invoices, since)));
        }
        desk.report()
            .add(
                "%s: postings in the first %d s %s, with cache beside without"
                    .formatted(place.name(), FIRST.toSeconds(), since.words),
                "/s",
                Ratio.ofMedians(with, without),
                Aim.atLeast(AIM));
      }
    }
  }

  /** Postings a second of the first seconds. */
  private static double firstSeconds(Launch launch, Invoices invoices, Since since)
      throws Exception {
    try (Service service = launch.startUntil(Books.balance(Account.FIRST))) {
      Duration left = since.left(service);
      int posted =
          left.isPositive()
              ? InvoicePosts.side(service, invoices).runAtOnce(CONNECTIONS, left).count()
              : 0;
      Books.check(service, invoices);
      return posted / (double) FIRST.toSeconds();
    }
  }
}
