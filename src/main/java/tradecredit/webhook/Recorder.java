package tradecredit.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.platform.UnavailableException;

/**
 * Records what came of attempts, those that end together in one transaction. While the database is
 * away it goes on trying until the leases are over; then others send again, and record.
 */
@Singleton
class Recorder {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_AT_ONCE = 200;
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** So long the first result waits for others, to be recorded with them in one transaction. */
  private static final Duration GATHER = Duration.ofMillis(100);

  private final Outbox outbox;
  private final InstantSource clock;
  private final WebhookMeters meters;
  private final BlockingQueue<Pending> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private volatile boolean stopping;

  /** A result, and who wants to know that it is recorded or lost. */
  private record Pending(Outbox.Attempted result, Runnable afterwards) {}

  Recorder(Outbox outbox, InstantSource clock, WebhookMeters meters) {
    this.outbox = outbox;
    this.clock = clock;
    this.meters = meters;
    this.thread = Thread.ofPlatform().daemon().name("webhook-recorder").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /**
   * Takes a result; {@code afterwards} runs when it is recorded, or when that was given up. Where
   * there is room it is taken of an interrupted thread too: what has succeeded as the instance
   * stops is recorded.
   */
  void put(Outbox.Attempted result, Runnable afterwards) throws InterruptedException {
    meters.attempted(result.claimed(), result.attempt());
    Pending pending = new Pending(result, afterwards);
    if (!waiting.offer(pending)) {
      waiting.put(pending);
    }
  }

  private void run() {
    try {
      while (!stopping || !waiting.isEmpty()) {
        turn();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever goes wrong in one turn, the next one comes. */
  private void turn() throws InterruptedException {
    try {
      Pending first = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        if (!stopping) {
          TimeUnit.MILLISECONDS.sleep(GATHER.toMillis());
        }
        List<Pending> some = new ArrayList<>(List.of(first));
        waiting.drainTo(some, MOST_AT_ONCE - 1);
        write(some);
      }
    } catch (RuntimeException | Error fault) {
      LOG.error("Attempts were not recorded for an unforeseen reason", fault);
    }
  }

  private void write(List<Pending> some) throws InterruptedException {
    try {
      record(some.stream().map(Pending::result).toList());
    } catch (RuntimeException | Error fault) {
      // One that cannot be recorded must not take its neighbours with it.
      LOG.warn("{} attempts are recorded one by one", some.size(), fault);
      for (Pending pending : some) {
        alone(pending.result());
      }
    } finally {
      some.forEach(Recorder::tell);
    }
  }

  /** One that cannot be told must not keep it from the others. */
  private static void tell(Pending pending) {
    try {
      pending.afterwards().run();
    } catch (RuntimeException | Error fault) {
      LOG.error("After an attempt something went wrong in an unforeseen way", fault);
    }
  }

  private void alone(Outbox.Attempted result) throws InterruptedException {
    try {
      record(List.of(result));
    } catch (RuntimeException | Error fault) {
      LOG.error(
          "An attempt cannot be recorded, and will be made again: {}",
          Outbox.nameOf(result.claimed(), result.attempt().failure()),
          fault);
    }
  }

  private void record(List<Outbox.Attempted> results) throws InterruptedException {
    while (true) {
      try {
        for (Outbox.Disabled disabled : outbox.record(results)) {
          LOG.warn("Endpoint {} is disabled: {}", disabled.id(), disabled.reason().wireName());
        }
        return;
      } catch (UnavailableException away) {
        boolean held =
            results.stream()
                .anyMatch(result -> clock.instant().isBefore(result.claimed().leasedUntil()));
        if (!held || stopping) {
          LOG.warn("{} attempts will be made again: {}", results.size(), away.getMessage());
          return;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    }
  }

  /**
   * Records what waits, and ends; at once where it was never begun.
   *
   * @param until when it waits no more, by {@link System#nanoTime}
   */
  void stop(long until) throws InterruptedException {
    stopping = true;
    if (thread.isAlive() && !thread.join(Duration.ofNanos(until - System.nanoTime()))) {
      thread.interrupt();
    }
  }
}
