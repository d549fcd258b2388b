package tradecredit.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A service over HTTP: each connection asks, waits for its answer, and asks again. */
final class HttpSide implements Side {

  private final List<Target> targets;

  /** A service, and what is asked of it. */
  record Target(Service service, Exchange.Source source) {}

  HttpSide(Service service, Exchange.Source source) {
    this(List.of(new Target(service, source)));
  }

  /** Several services; each has its share of the connections. */
  HttpSide(List<Target> targets) {
    this.targets = targets;
  }

  @Override
  public Window run(int connections, Duration length, Costs costs) throws Exception {
    return run(connections, length, costs, new Stretch(Stretch.LEAD_IN));
  }

  /** Drives it from its very first answer on, and does not ask what it costs. */
  Window runAtOnce(int connections, Duration length) throws Exception {
    return run(connections, length, Costs.none(), new Stretch(Duration.ZERO));
  }

  private Window run(int connections, Duration length, Costs costs, Stretch stretch)
      throws Exception {
    Loop loop = new Loop(stretch);
    try (ExecutorService driving = Executors.newSingleThreadExecutor()) {
      Callable<Latencies> work = () -> loop.drive(connections);
      Future<Latencies> driven = driving.submit(work);
      Costs.Spent spent = stretch.pass(length, costs);
      Latencies latencies = driven.get();
      return new Window(stretch.nanos(), Latencies.merged(List.of(latencies)), spent);
    }
  }

  /** All connections of one window. */
  private final class Loop {

    private final Stretch stretch;
    private final Latencies latencies = new Latencies();
    private int waiting;

    Loop(Stretch stretch) {
      this.stretch = stretch;
    }

    Latencies drive(int count) throws IOException {
      try (Channels<Exchange> channels = new Channels<>(this::answered)) {
        for (int i = 0; i < count; i++) {
          Target target = targets.get(i % targets.size());
          channels.open(target.service().port(), target.source().open());
        }
        for (Channels.Driven<Exchange> connection : channels.all()) {
          ask(connection);
        }
        channels.turnUntil(stretch::isOver);
        channels.drain(() -> waiting == 0);
        return latencies;
      } finally {
        stretch.end();
      }
    }

    private void ask(Channels.Driven<Exchange> connection) throws IOException {
      connection.channel().send(connection.exchange().request());
      waiting++;
    }

    private void answered(Channels.Driven<Exchange> connection, long ended) throws IOException {
      HttpChannel channel = connection.channel();
      waiting--;
      connection.exchange().answered(channel.answer());
      if (stretch.counts(ended)) {
        latencies.add(ended - channel.begun());
      }
      if (!stretch.isOver()) {
        ask(connection);
      }
    }
  }
}
