package tradecredit.webhook;

import io.github.bucket4j.Bucket;
import io.micronaut.context.annotation.Context;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.platform.UnavailableException;

/**
 * Looks for what is due, when the bell rings and now and then: makes deliveries of the next events
 * for endpoints that have nothing due, and hands what it can claim to the courier. Deliveries are
 * made only of what is about to be sent, so an event that is not costs no row, but a cursor's
 * place.
 *
 * <p>Any number of instances do so at once. A claim is of one instance; so is a cursor while it is
 * moved.
 */
@Context
public class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** The last fifth of the drain timeout is for recording what was sent until then. */
  private static final int SHARE_OF_RECORDING = 5;

  private final Outbox outbox;
  private final Courier courier;
  private final DispatchSettings settings;
  private final Courier.Policy policy;
  private final Bell bell;
  private final Bucket rate;
  private final Thread thread;
  private volatile int waiting;
  private volatile boolean started;
  private volatile boolean stopping;

  Dispatcher(
      Outbox outbox, Courier courier, DispatchSettings settings, Courier.Policy policy, Bell bell) {
    this.outbox = outbox;
    this.courier = courier;
    this.settings = settings;
    this.policy = policy;
    this.bell = bell;
    int sends = settings.sendsPerSecond();
    this.rate =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(sends).refillGreedy(sends, Duration.ofSeconds(1)))
            .build();
    this.thread = Thread.ofPlatform().daemon().name("webhook-dispatcher").unstarted(this::run);
  }

  /** Not before the server is up: a start that fails would leave the threads at work. */
  @EventListener
  void start(ServerStartupEvent up) {
    if (settings.enabled()) {
      started = true;
      courier.start();
      thread.start();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        boolean more = look();
        TimeUnit.MILLISECONDS.sleep(settings.pace().toMillis());
        if (!more) {
          bell.await(settings.pollInterval());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once, and says whether to look again at once. */
  private boolean look() {
    try {
      Instant now = policy.clock().instant();
      List<Outbox.Work> work = new ArrayList<>(outbox.work(now));
      waiting = work.size();
      // Who comes first has the first share of the rate: let that be somebody else each time.
      Collections.shuffle(work, ThreadLocalRandom.current());
      boolean more = false;
      for (int i = 0; i < work.size() && !stopping; i++) {
        more |= workOn(work.get(i), now, work.size() - i);
      }
      return more;
    } catch (UnavailableException away) {
      LOG.warn("Webhooks wait: {}", away.getMessage());
      return false;
    } catch (RuntimeException | Error fault) {
      LOG.error("Webhooks wait for an unforeseen reason", fault);
      return false;
    }
  }

  private boolean workOn(Outbox.Work work, Instant now, int sharers) {
    try {
      if (work.due()) {
        Share share = claim(work, now, sharers);
        if (share != Share.NONE || !work.behind()) {
          return share == Share.WHOLE;
        }
        // What is due is claimed by others.
      }
      Duration delay = policy.schedule().beforeFirst();
      boolean sentRound = outbox.fanOut(work.id(), now.plus(delay), courier::canSign) > 0;
      if (sentRound) {
        Share _ = claim(work, now, sharers);
      }
      return sentRound;
    } catch (UnavailableException away) {
      throw away;
    } catch (RuntimeException | Error fault) {
      LOG.error("Endpoint {} waits for an unforeseen reason", work.id(), fault);
      return false;
    }
  }

  /** What came of what there was room and rate for. */
  private enum Share {
    /** All of it was claimed, or the rate is used up: there may be more. */
    WHOLE,
    /** A part of it was, or there was no room. */
    PART,
    /** Nothing was. */
    NONE
  }

  /** Claims as many as there is room and rate for. */
  private Share claim(Outbox.Work work, Instant now, int sharers) {
    long shutBefore = courier.shutSoFar(work.id());
    int room = (work.failing() ? 1 : settings.claim()) - courier.held(work.id());
    if (room <= 0) {
      return Share.PART;
    }
    long share = Math.max(1, rate.getAvailableTokens() / sharers);
    int granted = (int) rate.tryConsumeAsMuchAsPossible(Math.min(room, share));
    if (granted == 0) {
      return Share.WHOLE;
    }
    List<Outbox.Claimed> claimed =
        outbox.claim(work.id(), granted, now, now.plus(settings.lease()), courier::canSign);
    if (claimed.size() < granted) {
      rate.addTokens(granted - claimed.size());
    }
    if (claimed.isEmpty()) {
      return Share.NONE;
    }
    boolean failing = claimed.getFirst().endpoint().health().failingSince() != null;
    int width = failing ? 1 : settings.inFlightPerEndpoint();
    courier.take(work.id(), claimed, width, shutBefore);
    return claimed.size() == granted ? Share.WHOLE : Share.PART;
  }

  /** For how many endpoints something was due, or not sent round yet, at the last look. */
  int waiting() {
    return waiting;
  }

  /** Claims nothing more, and lets the courier come to an end. */
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    bell.ring();
    long drain = settings.drainTimeout().toNanos();
    long end = System.nanoTime() + drain;
    if (started) {
      boolean _ = thread.join(Duration.ofNanos(drain));
    }
    courier.stop(end, drain / SHARE_OF_RECORDING);
  }
}
