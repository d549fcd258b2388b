package tradecredit.webhook;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes claimed deliveries to their receivers: a lane for each endpoint, worked off in order by a
 * few virtual threads, so that who is slow keeps only his own waiting.
 */
@Singleton
class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Sender sender;
  private final Recorder recorder;
  private final Policy policy;
  private final Bell bell;
  private final Map<EndpointId, Lane> lanes = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore inFlight;

  /**
   * What it goes by.
   *
   * @param schedule when a failed attempt is made again
   * @param timeout how long an attempt may take
   * @param inFlight how many attempts are under way at once
   * @param clock the time
   */
  record Policy(RetrySchedule schedule, Duration timeout, int inFlight, InstantSource clock) {}

  Courier(Sender sender, Recorder recorder, Policy policy, Bell bell) {
    this.sender = sender;
    this.recorder = recorder;
    this.policy = policy;
    this.bell = bell;
    this.inFlight = new Semaphore(policy.inFlight(), true);
  }

  /** What waits for one endpoint. */
  private static final class Lane {
    private final Deque<Outbox.Claimed> queue = new ArrayDeque<>();
    private int held;
    private int workers;

    synchronized int held() {
      return held;
    }

    /** Takes more, and says how many workers are to be begun. */
    synchronized int add(List<Outbox.Claimed> claimed, int width) {
      queue.addAll(claimed);
      held += claimed.size();
      int more = Math.max(0, Math.min(width - workers, queue.size()));
      workers += more;
      return more;
    }

    /** The next, or null; then the worker that asked is done. */
    synchronized Outbox.@org.jspecify.annotations.Nullable Claimed next() {
      Outbox.Claimed next = queue.poll();
      if (next == null) {
        workers--;
      }
      return next;
    }

    synchronized void done() {
      held--;
    }

    synchronized List<Outbox.Claimed> empty() {
      List<Outbox.Claimed> left = new ArrayList<>(queue);
      queue.clear();
      held -= left.size();
      return left;
    }
  }

  /** How many deliveries to {@code endpoint} are claimed and not done. */
  int held(EndpointId endpoint) {
    Lane lane = lanes.get(endpoint);
    return lane == null ? 0 : lane.held();
  }

  /** Takes deliveries to one endpoint, to be sent {@code width} at a time. */
  void take(EndpointId endpoint, List<Outbox.Claimed> claimed, int width) {
    Lane lane = lanes.computeIfAbsent(endpoint, first -> new Lane());
    for (int more = lane.add(claimed, width); more > 0; more--) {
      threads.execute(() -> work(lane));
    }
  }

  private void work(Lane lane) {
    try {
      for (Outbox.Claimed next = lane.next(); next != null; next = lane.next()) {
        deliver(lane, next);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Lane lane, Outbox.Claimed claimed) throws InterruptedException {
    boolean handedOn = false;
    inFlight.acquire();
    try {
      // What has waited here too long may be another instance's by the time it is sent.
      if (policy.clock().instant().plus(policy.timeout()).isBefore(claimed.leasedUntil())) {
        Attempt attempt = sender.send(claimed.endpoint(), claimed.message());
        Delivery.Step step =
            Delivery.Step.after(
                attempt, claimed.tries() + 1, policy.schedule(), ThreadLocalRandom.current());
        LOG.debug("Attempt: {}", Outbox.nameOf(claimed, attempt.failure()));
        recorder.put(new Outbox.Recorded(claimed, attempt, step), () -> done(lane));
        handedOn = true;
      }
    } catch (RuntimeException fault) {
      LOG.error("An attempt failed in an unforeseen way: {}", Outbox.nameOf(claimed, null), fault);
    } finally {
      inFlight.release();
      if (!handedOn) {
        done(lane);
      }
    }
  }

  private void done(Lane lane) {
    lane.done();
    bell.ring();
  }

  /**
   * Begins nothing more, and waits for what is under way.
   *
   * @return what was claimed and not begun
   */
  List<Outbox.Claimed> stop(Duration atMost) throws InterruptedException {
    List<Outbox.Claimed> left = new ArrayList<>();
    lanes.values().forEach(lane -> left.addAll(lane.empty()));
    threads.shutdown();
    if (!threads.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow();
    }
    try {
      sender.close();
    } catch (IOException fault) {
      LOG.warn("The client of webhooks did not close", fault);
    }
    return left;
  }
}
