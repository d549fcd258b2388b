package tradecredit.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Offers a service so many postings a second, whether it keeps up or not: a posting is sent when it
 * is its time, over whichever connection is free, and is dropped where none is.
 */
final class OpenLoop {

  private static final Duration LEAD_IN = Duration.ofSeconds(2);
  private static final int AT_ONCE = 64;

  private final Service service;
  private final Invoices invoices;
  private final double rate;
  private final Deque<Channels.Driven<InvoicePosts>> idle = new ArrayDeque<>();
  private final Latencies accepted = new Latencies();
  private final Latencies refused = new Latencies();
  private long from;
  private long to;
  private long offered;
  private long sent;
  private long withoutRetryAfter;

  OpenLoop(Service service, Invoices invoices, double rate) {
    this.service = service;
    this.invoices = invoices;
    this.rate = rate;
  }

  /**
   * What came of it.
   *
   * @param sent how many of those whose time it was had a free connection
   * @param accepted answered 201
   * @param refused answered 503
   * @param withoutRetryAfter how many answers of 503 did not say when to try again
   * @param drained seconds from the end of the offer to the last answer
   */
  record Outcome(
      long sent, Window accepted, Window refused, long withoutRetryAfter, double drained) {}

  /** Offers for so long, after a lead-in that does not count. */
  Outcome run(int most, Duration length) throws IOException {
    try (Channels<InvoicePosts> channels = new Channels<>(this::answered)) {
      for (int i = 0; i < most; i++) {
        channels.open(service.port(), new InvoicePosts(service.requests(), invoices));
      }
      idle.addAll(channels.all());
      long begun = System.nanoTime();
      from = begun + LEAD_IN.toNanos();
      to = from + length.toNanos();
      for (long now = begun; now < to; now = System.nanoTime()) {
        boolean behind = offer(now - begun);
        channels.turn(behind ? 0 : 1);
      }
      channels.drain(() -> idle.size() == most);
      double drained = (System.nanoTime() - to) / 1e9;
      return new Outcome(
          sent, window(accepted, length), window(refused, length), withoutRetryAfter, drained);
    }
  }

  private static Window window(Latencies latencies, Duration length) {
    return new Window(length.toNanos(), Latencies.merged(List.of(latencies)), Costs.Spent.NOTHING);
  }

  /**
   * Sends what is due, a few at a time, so that answers are read in between; whether more is due
   * and can be sent.
   */
  private boolean offer(long elapsedNanos) throws IOException {
    long due = (long) (elapsedNanos / 1e9 * rate);
    for (int i = 0; i < AT_ONCE && offered < due && !idle.isEmpty(); i++) {
      Channels.Driven<InvoicePosts> connection = idle.removeFirst();
      connection.channel().send(connection.exchange().request());
      offered++;
      sent += elapsedNanos >= LEAD_IN.toNanos() ? 1 : 0;
    }
    if (idle.isEmpty()) {
      offered = due;
    }
    return offered < due;
  }

  private void answered(Channels.Driven<InvoicePosts> connection, long ended) {
    boolean counts = ended >= from && ended < to;
    HttpMessage answer = connection.channel().answer();
    long took = ended - connection.channel().begun();
    if (answer.status() == 503) {
      withoutRetryAfter += answer.has("retry-after") ? 0 : 1;
      if (counts) {
        refused.add(took);
      }
    } else {
      connection.exchange().answered(answer);
      if (counts) {
        accepted.add(took);
      }
    }
    idle.addLast(connection);
  }
}
