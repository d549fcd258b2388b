package tradecredit.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Drives one side at full speed over a number of connections: each posts, waits, posts again. */
final class Load {

  private static final Duration LEAD_IN = Duration.ofMillis(500);
  private static final Duration STOP = Duration.ofSeconds(150);

  private final Poster.Source source;
  private final Costs costs;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile long from = Long.MAX_VALUE;
  private volatile long to = Long.MAX_VALUE;
  private volatile boolean stopped;

  private Load(Poster.Source source, Costs costs) {
    this.source = source;
    this.costs = costs;
  }

  /**
   * Measures one window, after a lead-in that does not count. Fails on the first posting that does.
   */
  static Window run(Poster.Source source, int connections, Duration length, Costs costs)
      throws Exception {
    return new Load(source, costs).run(connections, length);
  }

  private Window run(int connections, Duration length) throws Exception {
    List<Poster> posters = new ArrayList<>();
    List<Latencies> latencies = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    try {
      for (int i = 0; i < connections; i++) {
        posters.add(source.open());
        latencies.add(new Latencies());
      }
      for (int i = 0; i < connections; i++) {
        Poster poster = posters.get(i);
        Latencies own = latencies.get(i);
        threads.add(Thread.ofVirtual().start(() -> post(poster, own)));
      }
      Costs.Spent spent = measure(length);
      stop(threads);
      return new Window(to - from, Latencies.merged(latencies), spent);
    } finally {
      stopped = true;
      for (Poster poster : posters) {
        poster.close();
      }
    }
  }

  private Costs.Spent measure(Duration length) throws Exception {
    Thread.sleep(LEAD_IN);
    Costs.Reading before = costs.read();
    from = System.nanoTime();
    Thread.sleep(length);
    to = System.nanoTime();
    return costs.since(before);
  }

  private void stop(List<Thread> threads) throws Exception {
    stopped = true;
    for (Thread thread : threads) {
      if (!thread.join(STOP)) {
        throw new IllegalStateException("a posting is still unanswered after " + STOP);
      }
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new IllegalStateException("a posting failed", thrown);
    }
  }

  private void post(Poster poster, Latencies latencies) {
    try {
      while (!stopped) {
        long begun = System.nanoTime();
        poster.post();
        long ended = System.nanoTime();
        if (ended >= from && ended < to) {
          latencies.add(ended - begun);
        }
      }
    } catch (IOException | SQLException | RuntimeException fault) {
      failure.compareAndSet(null, fault);
      stopped = true;
    }
  }
}
