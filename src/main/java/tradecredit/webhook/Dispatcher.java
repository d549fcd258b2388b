package tradecredit.webhook;

import io.github.bucket4j.Bucket;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
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

/**
 * Looks, when the bell rings and now and then, what is due: sends events round to the endpoints
 * that have nothing due, and hands what it can claim to the courier. No more is made of events than
 * is about to be sent, so what is not sent yet costs a cursor and no rows.
 *
 * <p>Any number of instances do so at once. A claim is of one instance; so is a cursor while it is
 * moved.
 */
@Context
public class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Outbox outbox;
  private final Courier courier;
  private final Recorder recorder;
  private final Plan plan;
  private final Bell bell;
  private final Bucket rate;
  private final Thread thread;
  private volatile boolean stopping;

  /** What it goes by. */
  record Plan(DispatchSettings settings, Courier.Policy policy) {}

  Dispatcher(Outbox outbox, Courier courier, Recorder recorder, Plan plan, Bell bell) {
    this.outbox = outbox;
    this.courier = courier;
    this.recorder = recorder;
    this.plan = plan;
    this.bell = bell;
    int sends = plan.settings().sendsPerSecond();
    this.rate =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(sends).refillGreedy(sends, Duration.ofSeconds(1)))
            .build();
    this.thread = Thread.ofPlatform().daemon().name("webhook-dispatcher").unstarted(this::run);
  }

  @PostConstruct
  void start() {
    if (plan.settings().enabled()) {
      recorder.start();
      thread.start();
    }
  }

  private void run() {
    try {
      while (!stopping) {
        boolean more = look();
        TimeUnit.MILLISECONDS.sleep(plan.settings().pace().toMillis());
        if (!more) {
          bell.await(plan.settings().pollInterval());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once, and says whether to look again at once. */
  private boolean look() {
    try {
      Instant now = plan.policy().clock().instant();
      List<Outbox.Work> work = new ArrayList<>(outbox.work(now));
      // Who comes first has the first share of the rate: let that be somebody else each time.
      Collections.shuffle(work, ThreadLocalRandom.current());
      boolean more = false;
      for (int i = 0; i < work.size() && !stopping; i++) {
        more |= workOn(work.get(i), now, work.size() - i);
      }
      return more;
    } catch (OutboxUnavailableException away) {
      LOG.warn("Webhooks wait: {}", away.getMessage());
      return false;
    } catch (RuntimeException fault) {
      LOG.error("Webhooks wait for an unforeseen reason", fault);
      return false;
    }
  }

  private boolean workOn(Outbox.Work work, Instant now, int sharers) {
    try {
      if (work.due()) {
        return claim(work, now, sharers);
      }
      Duration delay = plan.policy().schedule().beforeFirst(ThreadLocalRandom.current());
      boolean sentRound = outbox.fanOut(work.id(), now.plus(delay)) > 0;
      if (sentRound) {
        boolean _ = claim(work, now, sharers);
      }
      return sentRound;
    } catch (OutboxUnavailableException away) {
      throw away;
    } catch (RuntimeException fault) {
      LOG.error("Endpoint {} waits for an unforeseen reason", work.id(), fault);
      return false;
    }
  }

  /** Claims as many as there is room and rate for, and says whether there may be more. */
  private boolean claim(Outbox.Work work, Instant now, int sharers) {
    DispatchSettings settings = plan.settings();
    int room = (work.failing() ? 1 : settings.claim()) - courier.held(work.id());
    if (room <= 0) {
      return false;
    }
    long share = Math.max(1, rate.getAvailableTokens() / sharers);
    int granted = (int) rate.tryConsumeAsMuchAsPossible(Math.min(room, share));
    if (granted == 0) {
      return true;
    }
    List<Outbox.Claimed> claimed =
        outbox.claim(work.id(), granted, now, now.plus(settings.lease()));
    if (claimed.size() < granted) {
      rate.addTokens(granted - claimed.size());
    }
    courier.take(work.id(), claimed, work.failing() ? 1 : settings.inFlightPerEndpoint());
    return claimed.size() == granted;
  }

  /** Lets what is under way end, gives back what was not begun, and records the rest. */
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    bell.ring();
    Duration drain = plan.settings().drainTimeout();
    if (plan.settings().enabled()) {
      boolean _ = thread.join(drain);
    }
    List<Outbox.Claimed> left = courier.stop(drain);
    if (plan.settings().enabled()) {
      recorder.stop(drain);
      giveBack(left);
    }
  }

  private void giveBack(List<Outbox.Claimed> left) {
    try {
      outbox.release(left);
    } catch (OutboxUnavailableException away) {
      LOG.warn("{} deliveries wait for their leases to end: {}", left.size(), away.getMessage());
    }
  }
}
