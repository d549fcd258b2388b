package tradecredit.access;

import io.github.bucket4j.Bucket;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what was denied, without making anyone wait: attempts that come together are written
 * together, and of more than {@code tradecredit.access.denied-attempts} in a period only their
 * number is. A stopping service writes what it still holds.
 */
@Context
public class DeniedAttempts {

  private static final Logger LOG = LoggerFactory.getLogger(DeniedAttempts.class);
  private static final int MOST_AT_ONCE = 500;

  /** While the store is away, what is noted waits; of more than this, the number does. */
  private static final int MOST_WAITING = 10_000;

  private final AuditTrail trail;
  private final ExecutorService executor;
  private final Bucket rate;
  private final Queue<AuditEvent> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final AtomicInteger unrecorded = new AtomicInteger();
  private final ReentrantLock writing = new ReentrantLock();

  DeniedAttempts(
      AuditTrail trail,
      AccessSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.trail = trail;
    this.executor = executor;
    this.rate =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(settings.deniedAttempts())
                        .refillGreedy(settings.deniedAttempts(), settings.deniedPeriod()))
            .build();
  }

  /** Notes an attempt; it is recorded soon. */
  void note(AuditEvent attempt) {
    if (waitingCount.get() < MOST_WAITING && rate.tryConsume(1)) {
      waiting.add(attempt);
      waitingCount.incrementAndGet();
      if (!writing.isLocked()) {
        executor.execute(this::write);
      }
    } else {
      unrecorded.incrementAndGet();
    }
  }

  /** Records all that was noted before this call, and how many were too many. */
  @PreDestroy
  @Scheduled(fixedDelay = "1s")
  public void write() {
    writing.lock();
    try {
      for (List<AuditEvent> some = take(); !some.isEmpty(); some = take()) {
        if (!append(some)) {
          return;
        }
      }
    } finally {
      writing.unlock();
    }
  }

  private boolean append(List<AuditEvent> some) {
    try {
      trail.append(some);
      return true;
    } catch (AccessUnavailableException away) {
      LOG.warn("Denied attempts are not recorded now: {}", away.getMessage());
      waiting.addAll(some);
      waitingCount.addAndGet(some.size());
      return false;
    } catch (RuntimeException fault) {
      LOG.error("{} denied attempts cannot be recorded; their number will be", some.size(), fault);
      unrecorded.addAndGet(some.size());
      return false;
    }
  }

  private List<AuditEvent> take() {
    List<AuditEvent> some = new ArrayList<>();
    AuditEvent next = waiting.poll();
    while (next != null) {
      some.add(next);
      next = some.size() < MOST_AT_ONCE ? waiting.poll() : null;
    }
    waitingCount.addAndGet(-some.size());
    int more = unrecorded.getAndSet(0);
    if (more > 0) {
      some.add(
          AuditEvent.byService(
              "count-denied-attempts",
              "more attempts than are recorded one by one",
              AuditEvent.Outcome.DENIED,
              more + " attempts"));
    }
    return some;
  }
}
