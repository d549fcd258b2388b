package tradecredit.access;

import io.github.bucket4j.Bucket;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.platform.UnavailableException;
import tradecredit.upkeep.Upkeep;

/**
 * Records what was denied, without making anyone wait: attempts that come together are written
 * together, and of more than {@code tradecredit.access.denied-attempts} of a party in a period only
 * their number is. A stopping service writes what it still holds. Where it is not certain that a
 * write was committed it is repeated, so an attempt may be recorded twice, but not never.
 */
@Context
public class DeniedAttempts implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(DeniedAttempts.class);
  private static final int MOST_AT_ONCE = 500;

  /** While the store is away, what is noted waits; of more than this, the number does. */
  private static final int MOST_WAITING = 10_000;

  /** How often the number of the rest is recorded; a reader, and the end, see it at once. */
  private static final Duration COUNT_EVERY = Duration.ofMinutes(1);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final AuditTrail trail;
  private final Agreement agreement;
  private final ExecutorService executor;
  private final AccessSettings settings;
  private final Map<String, Bucket> rates = new ConcurrentHashMap<>();
  private final Queue<AuditEvent> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final AtomicInteger unrecorded = new AtomicInteger();
  private final ReentrantLock writing = new ReentrantLock();
  private volatile long counted = System.nanoTime();

  DeniedAttempts(
      AuditTrail trail,
      Agreement agreement,
      AccessSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.trail = trail;
    this.agreement = agreement;
    this.executor = executor;
    this.settings = settings;
  }

  /** Notes an attempt; it is recorded soon. */
  public void note(AuditEvent attempt) {
    if (waitingCount.get() < MOST_WAITING && rate(attempt).tryConsume(1)) {
      waiting.add(attempt);
      waitingCount.incrementAndGet();
      if (!writing.isLocked()) {
        writeSoon();
      }
    } else {
      unrecorded.incrementAndGet();
    }
  }

  private void writeSoon() {
    try {
      executor.execute(() -> write(What.ATTEMPTS));
    } catch (RejectedExecutionException stopping) {
      // Nobody else does it any more.
      write(What.ATTEMPTS);
    }
  }

  /** A party's own rate, so that nobody's noise hides what another party's principals try. */
  private Bucket rate(AuditEvent attempt) {
    String party = attempt.party();
    return party == null || !Operator.knows(agreement, new PartyId(party))
        ? rates.computeIfAbsent("", nobody -> full(settings.anonymousAttempts()))
        : rates.computeIfAbsent(party, known -> full(settings.deniedAttempts()));
  }

  private Bucket full(int attempts) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, settings.deniedPeriod()))
        .build();
  }

  /** Records all that was noted before this call, and how many were too many. */
  @PreDestroy
  public void flush() {
    write(What.ATTEMPTS_AND_COUNT);
  }

  @Override
  public Duration interval() {
    return LOOK_EVERY;
  }

  @Override
  public void run() {
    boolean isCountDue = System.nanoTime() - counted >= COUNT_EVERY.toNanos();
    write(isCountDue ? What.ATTEMPTS_AND_COUNT : What.ATTEMPTS);
  }

  /** What is recorded now. */
  private enum What {
    /** Those that are recorded one by one. */
    ATTEMPTS,
    /** And how many were too many for that. */
    ATTEMPTS_AND_COUNT
  }

  private void write(What what) {
    writing.lock();
    try {
      for (Taken some = take(what); !some.isEmpty(); some = take(what)) {
        if (!append(some)) {
          return;
        }
      }
    } finally {
      writing.unlock();
    }
  }

  private boolean append(Taken some) {
    List<AuditEvent> attempts = some.attempts();
    try {
      trail.append(some.events());
      return true;
    } catch (UnavailableException away) {
      LOG.warn("Denied attempts are not recorded now: {}", away.getMessage());
      waiting.addAll(attempts);
      waitingCount.addAndGet(attempts.size());
      unrecorded.addAndGet(some.more());
      return false;
    } catch (RuntimeException fault) {
      LOG.error(
          "{} denied attempts cannot be recorded; their number will be", attempts.size(), fault);
      unrecorded.addAndGet(attempts.size() + some.more());
      return false;
    }
  }

  /**
   * What is recorded together.
   *
   * @param attempts one by one
   * @param more how many of which only the number is
   */
  private record Taken(List<AuditEvent> attempts, int more) {

    boolean isEmpty() {
      return attempts.isEmpty() && more == 0;
    }

    List<AuditEvent> events() {
      List<AuditEvent> events = new ArrayList<>(attempts);
      if (more > 0) {
        events.add(
            AuditEvent.byService(
                "count-denied-attempts",
                "more attempts than are recorded one by one",
                AuditEvent.Outcome.DENIED,
                more + " attempts"));
      }
      return events;
    }
  }

  private Taken take(What what) {
    List<AuditEvent> some = new ArrayList<>();
    AuditEvent next = waiting.poll();
    while (next != null) {
      some.add(next);
      next = some.size() < MOST_AT_ONCE ? waiting.poll() : null;
    }
    waitingCount.addAndGet(-some.size());
    int more = what == What.ATTEMPTS_AND_COUNT ? unrecorded.getAndSet(0) : 0;
    if (more > 0) {
      counted = System.nanoTime();
    }
    return new Taken(some, more);
  }
}
