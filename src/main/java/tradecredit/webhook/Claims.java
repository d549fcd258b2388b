package tradecredit.webhook;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.platform.UnavailableException;

/**
 * Looks at a claim once more, right before its attempt is begun: whether the lease is still held,
 * and the endpoint stands as it was claimed, enabled and not paused. Claims that come while a look
 * is under way wait for the next one, which is a single statement for all of them, whatever their
 * endpoints.
 *
 * <p>Guarantee: from the answer to a change on, nothing is begun on this instance for the endpoint
 * as it was before. Another instance may still begin what it was looking at when the change came:
 * no more than it sends to an endpoint at once.
 */
@Singleton
class Claims {

  private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Outbox outbox;
  private final Courier.Policy policy;
  private final Bell bell;
  private final Queue<Asked> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock(true);

  /** A claim that is to be looked for, and what was found, which only who has the turn touches. */
  private static final class Asked {
    private final Outbox.Claimed claimed;
    private @Nullable Boolean stands;

    Asked(Outbox.Claimed claimed) {
      this.claimed = claimed;
    }
  }

  Claims(Outbox outbox, Courier.Policy policy, Bell bell) {
    this.outbox = outbox;
    this.policy = policy;
    this.bell = bell;
  }

  /** Whether the attempt may be begun. Waits for a database that is away while the lease lasts. */
  boolean mayBegin(Outbox.Claimed claimed) throws InterruptedException {
    while (leavesTime(claimed)) {
      long changes = bell.changes();
      try {
        boolean stands = look(claimed);
        if (!stands || bell.changes() == changes) {
          return stands && leavesTime(claimed);
        }
      } catch (UnavailableException away) {
        LOG.debug("Nothing is begun: {}", away.getMessage());
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    }
    return false;
  }

  /** What has waited here too long may be another instance's by the time it is sent. */
  private boolean leavesTime(Outbox.Claimed claimed) {
    return policy.clock().instant().plus(policy.timeout()).isBefore(claimed.leasedUntil());
  }

  private boolean look(Outbox.Claimed claimed) throws InterruptedException {
    Asked asked = new Asked(claimed);
    waiting.add(asked);
    try {
      turn.lockInterruptibly();
      try {
        if (asked.stands == null) {
          lookForAll();
        }
        return Boolean.TRUE.equals(asked.stands);
      } finally {
        turn.unlock();
      }
    } finally {
      boolean _ = waiting.remove(asked);
    }
  }

  /** For all who wait, who stay where they are if nothing is found out. */
  private void lookForAll() {
    List<Asked> all = new ArrayList<>(waiting);
    List<Boolean> stand =
        outbox.stand(all.stream().map(each -> each.claimed).toList(), policy.clock().instant());
    for (int i = 0; i < all.size(); i++) {
      all.get(i).stands = stand.get(i);
    }
    waiting.removeAll(all);
  }

  /** Gives back what is not sent: its tries are not spent, and whoever comes first claims it. */
  void giveBack(List<Outbox.Claimed> claims) {
    if (claims.isEmpty()) {
      return;
    }
    try {
      outbox.release(claims);
    } catch (UnavailableException away) {
      LOG.warn("{} deliveries wait for their leases to end: {}", claims.size(), away.getMessage());
    }
  }
}
