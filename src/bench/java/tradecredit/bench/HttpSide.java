package tradecredit.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A service over HTTP. One thread drives all connections, so that the driver takes as little as it
 * can of the cores that it shares with what it measures.
 */
final class HttpSide implements Side {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BUFFER = 1 << 16;

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

  private record Connection(HttpChannel channel, Exchange exchange) {}

  /** All connections of one window. */
  private final class Loop {

    private final Stretch stretch;
    private final Latencies latencies = new Latencies();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final List<Connection> connections = new ArrayList<>();
    private int waiting;

    Loop(Stretch stretch) {
      this.stretch = stretch;
    }

    Latencies drive(int count) throws IOException {
      try (Selector selector = Selector.open()) {
        open(count, selector);
        for (Connection connection : connections) {
          connection.channel().send(connection.exchange().request());
          waiting++;
        }
        while (!stretch.isOver()) {
          turn(selector);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (waiting > 0) {
          turn(selector);
          if (System.nanoTime() > deadline) {
            throw new IllegalStateException(
                "%d requests are still unanswered after %s".formatted(waiting, PATIENCE));
          }
        }
        return latencies;
      } finally {
        stretch.end();
        for (Connection connection : connections) {
          connection.channel().close();
        }
      }
    }

    private void open(int count, Selector selector) throws IOException {
      for (int i = 0; i < count; i++) {
        Target target = targets.get(i % targets.size());
        HttpChannel channel = new HttpChannel(target.service().port(), selector);
        Connection connection = new Connection(channel, target.source().open());
        connections.add(connection);
        channel.belongsTo(connection);
      }
    }

    private void turn(Selector selector) throws IOException {
      selector.select(20);
      for (SelectionKey key : selector.selectedKeys()) {
        proceed((Connection) key.attachment());
      }
      selector.selectedKeys().clear();
    }

    private void proceed(Connection connection) throws IOException {
      HttpChannel channel = connection.channel();
      if (!channel.proceed(buffer)) {
        return;
      }
      long ended = System.nanoTime();
      waiting--;
      connection.exchange().answered(channel.answer());
      if (stretch.counts(ended)) {
        latencies.add(ended - channel.begun());
      }
      if (!stretch.isOver()) {
        channel.send(connection.exchange().request());
        waiting++;
      }
    }
  }
}
