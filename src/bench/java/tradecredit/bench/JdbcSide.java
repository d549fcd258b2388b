package tradecredit.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A baseline in SQL: each connection is a thread that posts, waits, and posts again. Its sessions
 * stay open from window to window, as a service's do: a session that is new knows neither tables
 * nor plans.
 */
final class JdbcSide implements Side, AutoCloseable {

  private static final Duration STOP = Duration.ofSeconds(60);

  private final Poster.Source source;
  private final List<Poster> posters = new ArrayList<>();

  JdbcSide(Poster.Source source) {
    this.source = source;
  }

  @Override
  public Window run(int connections, Duration length, Costs costs) throws Exception {
    while (posters.size() < connections) {
      posters.add(source.open());
    }
    Crowd crowd = new Crowd(new Stretch(Stretch.LEAD_IN));
    try {
      posters.subList(0, connections).forEach(crowd::add);
      Costs.Spent spent = crowd.stretch.pass(length, costs);
      crowd.join();
      return new Window(crowd.stretch.nanos(), Latencies.merged(crowd.latencies), spent);
    } finally {
      crowd.stretch.end();
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    for (Poster poster : posters) {
      poster.close();
    }
  }

  /** The threads of one window. */
  private static final class Crowd {

    private final Stretch stretch;
    private final List<Latencies> latencies = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Crowd(Stretch stretch) {
      this.stretch = stretch;
    }

    void add(Poster poster) {
      Latencies own = new Latencies();
      latencies.add(own);
      threads.add(Thread.ofVirtual().start(() -> post(poster, own)));
    }

    private void post(Poster poster, Latencies own) {
      try {
        while (!stretch.isOver()) {
          long begun = System.nanoTime();
          int posted = poster.post();
          long ended = System.nanoTime();
          for (int i = 0; i < posted && stretch.counts(ended); i++) {
            own.add(ended - begun);
          }
        }
      } catch (Throwable fault) {
        failure.compareAndSet(null, fault);
        stretch.end();
      }
    }

    void join() throws InterruptedException {
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
  }
}
