package tradecredit.webhook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes claimed deliveries to their receivers: a queue for each endpoint, worked off in order by a
 * few virtual threads, so that who is slow keeps only his own waiting. Each is looked at once more
 * before it is begun ({@link Claims}).
 */
@Singleton
class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final Sender sender;
  private final Recorder recorder;
  private final Claims claims;
  private final Policy policy;
  private final Bell bell;

  /**
   * One for each endpoint that was sent to within the hour. What is under way in one that was not
   * looked at for so long goes on, without it being counted any more.
   */
  private final Cache<EndpointId, EndpointQueue> queues =
      Caffeine.newBuilder().executor(Runnable::run).expireAfterAccess(Duration.ofHours(1)).build();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore inFlight;

  /** What was claimed by workers that a stop has interrupted, and is not recorded. */
  private final Queue<Outbox.Claimed> cutOff = new ConcurrentLinkedQueue<>();

  /**
   * What it goes by.
   *
   * @param schedule when a failed attempt is made again
   * @param timeout how long an attempt may take
   * @param inFlight how many attempts are under way at once
   * @param clock the time
   */
  record Policy(RetrySchedule schedule, Duration timeout, int inFlight, InstantSource clock) {}

  Courier(Sender sender, Recorder recorder, Claims claims, Policy policy, Bell bell) {
    this.sender = sender;
    this.recorder = recorder;
    this.claims = claims;
    this.policy = policy;
    this.bell = bell;
    this.inFlight = new Semaphore(policy.inFlight(), true);
  }

  /** Begins to record what comes of attempts. */
  void start() {
    recorder.start();
  }

  /** How many deliveries to {@code endpoint} are claimed and not done. */
  int held(EndpointId endpoint) {
    EndpointQueue queue = queues.getIfPresent(endpoint);
    return queue == null ? 0 : queue.held();
  }

  /** How often the queue of {@code endpoint} was shut so far, for {@link #take}. */
  long shutSoFar(EndpointId endpoint) {
    EndpointQueue queue = queues.getIfPresent(endpoint);
    return queue == null ? 0 : queue.shutSoFar();
  }

  /**
   * Takes deliveries to one endpoint, to be sent {@code width} at a time, and gives back those that
   * it does not take.
   *
   * @param shutBefore {@link #shutSoFar} before they were claimed: if the queue was shut since,
   *     none is taken, since they would overtake what was given back meanwhile
   */
  void take(EndpointId endpoint, List<Outbox.Claimed> claimed, int width, long shutBefore) {
    claims.giveBack(notTaken(endpoint, claimed, width, shutBefore));
  }

  private List<Outbox.Claimed> notTaken(
      EndpointId endpoint, List<Outbox.Claimed> claimed, int width, long shutBefore) {
    EndpointQueue queue = queues.get(endpoint, first -> new EndpointQueue());
    if (!queue.add(claimed, shutBefore)) {
      return claimed;
    }
    int hired = queue.hire(width);
    for (int begun = 0; begun < hired; begun++) {
      try {
        threads.execute(() -> work(queue));
      } catch (RejectedExecutionException | OutOfMemoryError noThread) {
        LOG.warn("No thread for what is sent to {}: {}", endpoint, noThread.toString());
        return queue.dismiss(hired - begun);
      }
    }
    return List.of();
  }

  /** Whether this instance can sign what is sent to {@code endpoint}; others may. */
  boolean canSign(Endpoint endpoint) {
    return sender.canSign(endpoint);
  }

  private void work(EndpointQueue queue) {
    try {
      for (Outbox.Claimed next = queue.next(); next != null; next = queue.next()) {
        deliver(queue, next);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever goes wrong with one, the worker goes on to the next. */
  private void deliver(EndpointQueue queue, Outbox.Claimed claimed) throws InterruptedException {
    boolean handedOn = false;
    try {
      inFlight.acquire();
      try {
        handedOn = attempt(queue, claimed);
      } finally {
        inFlight.release();
      }
    } catch (InterruptedException stopped) {
      cutOff.add(claimed);
      throw stopped;
    } catch (RuntimeException | Error fault) {
      LOG.error("An attempt failed in an unforeseen way: {}", Outbox.nameOf(claimed, null), fault);
    } finally {
      if (!handedOn) {
        done(queue);
      }
    }
  }

  /**
   * Makes an attempt and hands what came of it to the recorder, or gives back what may not be
   * begun.
   *
   * @return whether the recorder has it
   * @throws InterruptedException where a stop cut it off: that says nothing of its receiver
   */
  private boolean attempt(EndpointQueue queue, Outbox.Claimed claimed) throws InterruptedException {
    if (!claims.mayBegin(claimed) || !queue.isOpen()) {
      giveBack(queue, claimed);
      return false;
    }
    Attempt attempt = sender.send(claimed.endpoint(), claimed.message());
    LOG.debug("Attempt: {}", Outbox.nameOf(claimed, attempt.failure()));
    if (!attempt.isSuccess() && Thread.currentThread().isInterrupted()) {
      throw new InterruptedException("an attempt was cut off");
    }
    record(queue, claimed, attempt);
    return true;
  }

  /**
   * Gives back a claim that may not be begun, and those that wait behind it, which most likely may
   * not either. The queue is shut until they are given back: what is claimed before that would
   * overtake them.
   */
  private void giveBack(EndpointQueue queue, Outbox.Claimed claimed) {
    List<Outbox.Claimed> rest = queue.shut();
    try {
      claims.giveBack(Stream.concat(Stream.of(claimed), rest.stream()).toList());
    } finally {
      queue.open();
    }
  }

  /**
   * Records what came of an attempt. If it failed, nothing that waits behind it is begun. That is
   * given back once the failure is recorded, and claimed again as the endpoint then stands: paused,
   * disabled or one at a time.
   */
  private void record(EndpointQueue queue, Outbox.Claimed claimed, Attempt attempt)
      throws InterruptedException {
    Delivery.Step step =
        Delivery.Step.after(
            attempt, claimed.tries() + 1, policy.schedule(), ThreadLocalRandom.current());
    Outbox.Attempted result = new Outbox.Attempted(claimed, attempt, step);
    if (attempt.isSuccess()) {
      recorder.put(result, () -> done(queue));
      return;
    }
    List<Outbox.Claimed> rest = queue.shut();
    try {
      recorder.put(
          result,
          () -> {
            try {
              claims.giveBack(rest);
            } finally {
              queue.open();
              done(queue);
            }
          });
    } catch (InterruptedException stopped) {
      cutOff.addAll(rest);
      queue.open();
      throw stopped;
    } catch (RuntimeException | Error fault) {
      claims.giveBack(rest);
      queue.open();
      throw fault;
    }
  }

  private void done(EndpointQueue queue) {
    queue.done();
    bell.ring();
  }

  /**
   * Lets what is under way end, cuts off what takes too long, records what came of it, and gives
   * back what was cut off or not begun.
   *
   * @param end when it waits no more, by {@link System#nanoTime}
   * @param recordingNanos how long before that what is still under way is cut off
   */
  void stop(long end, long recordingNanos) throws InterruptedException {
    List<Outbox.Claimed> left = new ArrayList<>();
    queues.asMap().values().forEach(queue -> left.addAll(queue.empty()));
    endAttempts(end - recordingNanos, end - recordingNanos / 2);
    left.addAll(cutOff);
    recorder.stop(end);
    claims.giveBack(left);
  }

  /**
   * Waits for what is under way, and ends it.
   *
   * @param patience when it is cut off, by {@link System#nanoTime}
   * @param until when it does not wait any more for that to end, by the same
   */
  private void endAttempts(long patience, long until) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(patience - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      threads.shutdownNow();
      if (!threads.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        LOG.warn("Attempts do not end; their deliveries wait for their leases to end");
      }
    }
    try {
      sender.close();
    } catch (IOException fault) {
      LOG.warn("The client of webhooks did not close", fault);
    }
  }
}
