package tradecredit.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.AccountId;
import tradecredit.platform.UnavailableException;

/**
 * One account's lane: a bounded queue and, while anything waits in it, one thread of the {@link
 * Crew}. The thread takes all that waits as one batch and one database transaction, so that many
 * clerks share one disk flush. Any number of replicas may run a lane of the same account: the
 * head's row lock orders their batches. {@link BatchWriter} writes them. A batch that fails for one
 * submission's sake is rerun one by one.
 */
final class Lane {

  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /**
   * The share of those around that a batch waits for. Waiting for all leaves the processors idle,
   * waiting for fewer makes more commits; {@code src/bench/README.md} has the figures.
   */
  private static final float ENOUGH = 0.6f;

  private final AccountId account;
  private final BatchWriter writer;
  private final PostingSettings settings;
  private final LaneMeters meters;
  private final LinkedBlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Executor crew;
  private final AtomicBoolean manned = new AtomicBoolean();
  private volatile @Nullable Thread consumer;
  private volatile List<Pending> underWay = List.of();
  private volatile boolean closed;
  private volatile int awaited = Integer.MAX_VALUE;
  private int around;
  private long lastBatchNanos;

  /** A submission, who waits for it, and since when, by {@link System#nanoTime}. */
  private record Pending(Submission submission, CompletableFuture<Answer> answer, long since) {

    boolean waitsSince(long instant) {
      return since - instant <= 0;
    }

    int weight() {
      return submission.weight();
    }
  }

  Lane(
      AccountId account,
      BatchWriter writer,
      PostingSettings settings,
      Executor crew,
      LaneMeters meters) {
    this.account = account;
    this.writer = writer;
    this.settings = settings;
    this.crew = crew;
    this.meters = meters;
    meters.show(waiting, settings.queueCapacity());
  }

  /**
   * Queues a submission.
   *
   * @return its answer, once its batch is committed; fails with {@link LaneFullException} at once,
   *     or with {@link UnavailableException} when the database stays away or the outcome does not
   *     come in time
   */
  CompletionStage<Answer> submit(Submission submission) {
    Pending pending = new Pending(submission, new CompletableFuture<>(), System.nanoTime());
    int weight = pending.weight();
    int before = waiting.getAndAdd(weight);
    if (closed || isFull(before, weight)) {
      waiting.addAndGet(-weight);
      return CompletableFuture.failedFuture(new LaneFullException(account, closed));
    }
    queue.add(pending);
    man();
    if (queue.size() >= awaited) {
      LockSupport.unpark(consumer);
    }
    return pending.answer();
  }

  /** Where nothing else waits, a submission of any weight is taken. */
  private boolean isFull(int before, int weight) {
    return before > 0 && before + weight > settings.queueCapacity();
  }

  /** Whether there is room for a submission of that weight now. */
  boolean hasRoom(int weight) {
    return !isFull(waiting.get(), weight);
  }

  /** Sees to it that somebody works off the queue; refuses those who wait if nobody can. */
  private void man() {
    if (manned.compareAndSet(false, true)) {
      try {
        crew.execute(this::consume);
      } catch (RejectedExecutionException | OutOfMemoryError noThread) {
        manned.set(false);
        failTheRest();
        LOG.warn("Account {}: no thread for its lane: {}", account, noThread.toString());
      }
    }
  }

  /** Works off the queue, and looks again once it is free for others to do so. */
  private void consume() {
    Thread self = Thread.currentThread();
    do {
      consumer = self;
      try {
        while (!queue.isEmpty() && !self.isInterrupted()) {
          consumeOne();
        }
      } catch (InterruptedException stopped) {
        self.interrupt();
      } finally {
        manned.set(false);
      }
    } while (!queue.isEmpty() && !self.isInterrupted() && manned.compareAndSet(false, true));
  }

  /** One turn. Whatever goes wrong in it, those who wait are told, and the lane goes on. */
  private void consumeOne() throws InterruptedException {
    List<Pending> batch = new ArrayList<>();
    try {
      takeBatch(batch);
      if (!batch.isEmpty()) {
        underWay = List.copyOf(batch);
        long began = System.nanoTime();
        process(batch, () -> letIn(batch));
        lastBatchNanos = System.nanoTime() - began;
        underWay = List.of();
      }
    } catch (InterruptedException | RuntimeException | Error fault) {
      Throwable told =
          fault instanceof InterruptedException
              ? new UnavailableException("stopped before the outcome was known", fault)
              : fault;
      batch.forEach(pending -> pending.answer().completeExceptionally(told));
      if (fault instanceof InterruptedException stopped) {
        throw stopped;
      }
      LOG.error("Account {}: a batch failed in an unforeseen way", account, fault);
    }
  }

  private void takeBatch(List<Pending> batch) {
    Pending next = queue.poll();
    if (next != null) {
      take(next, batch);
      if (!next.submission().goesAlone() && !fills(next.weight())) {
        gather();
      }
      join(batch);
    }
  }

  private void letIn(List<Pending> batch) {
    join(batch);
    underWay = List.copyOf(batch);
  }

  /** Takes all that waits and fits. */
  private void join(List<Pending> batch) {
    int weight = batch.stream().mapToInt(Pending::weight).sum();
    boolean alone = batch.getFirst().submission().goesAlone();
    Pending next = queue.peek();
    while (next != null && !alone && !next.submission().goesAlone()) {
      weight += next.weight();
      Pending taken = weight <= settings.maximumBatch() ? queue.poll() : null;
      if (taken == null) {
        return;
      }
      take(taken, batch);
      next = queue.peek();
    }
  }

  private void take(Pending next, List<Pending> batch) {
    batch.add(next);
    waiting.addAndGet(-next.weight());
  }

  /** Whether a batch that begins with so much is full with what waits: one more would not fit. */
  private boolean fills(int weight) {
    return 2L * weight + waiting.get() > settings.maximumBatch();
  }

  /**
   * Waits a moment for most of those who were around when the last batch was answered, in it or
   * behind it: they tend to come back, and a batch costs much more than one more submission in it
   * (see {@code src/bench/README.md}). It never waits longer than that batch took, since then the
   * wait would cost more than it saves. After a submission that came alone it does not wait.
   */
  private void gather() {
    long most = Math.min(settings.gather().toNanos(), lastBatchNanos);
    long end = System.nanoTime() + most;
    awaited = Math.round(around * ENOUGH) - 1;
    for (long left = most; left > 0 && queue.size() < awaited && !closed; ) {
      LockSupport.parkNanos(this, left);
      left = Thread.currentThread().isInterrupted() ? 0 : end - System.nanoTime();
    }
    awaited = Integer.MAX_VALUE;
  }

  /**
   * Tells all who have waited for the answer timeout that no outcome came in time. Called now and
   * then for all of them: a timer for each posting took a twelfth of the processor ({@code
   * src/bench/README.md}). Where a fault took away the thread of those who wait, it calls another.
   */
  void giveUp() {
    if (!queue.isEmpty()) {
      man();
    }
    long instant = System.nanoTime() - settings.answerTimeout().toNanos();
    Stream.concat(underWay.stream(), queue.stream().takeWhile(one -> one.waitsSince(instant)))
        .filter(one -> one.waitsSince(instant) && !one.answer().isDone())
        .forEach(late -> leave(late, new UnavailableException("no outcome in time")));
  }

  private void leave(Pending pending, UnavailableException unanswered) {
    if (pending.answer().completeExceptionally(unanswered)) {
      meters.leftUnanswered();
    }
  }

  /**
   * Answers a batch.
   *
   * @param whileWaiting lets in who came while another replica held the account
   */
  private void process(List<Pending> batch, Runnable whileWaiting) throws InterruptedException {
    try {
      long began = System.nanoTime();
      List<Answer> answers = writer.write(() -> submissions(batch), whileWaiting);
      meters.committed(answers, System.nanoTime() - began);
      around = batch.size() + queue.size();
      for (int i = 0; i < answers.size(); i++) {
        batch.get(i).answer().complete(answers.get(i));
      }
    } catch (UnavailableException unavailable) {
      LOG.error(
          "Account {}: {} submissions unanswered: {}",
          account,
          batch.size(),
          unavailable.getMessage());
      batch.forEach(pending -> leave(pending, unavailable));
    } catch (RuntimeException | Error fault) {
      oneByOne(batch, fault);
    }
  }

  private void oneByOne(List<Pending> batch, Throwable fault) throws InterruptedException {
    if (batch.size() > 1) {
      LOG.warn(
          "Account {}: a batch of {} is rerun one by one: {}",
          account,
          batch.size(),
          fault.toString());
      for (Pending pending : batch) {
        process(List.of(pending), () -> {});
      }
      return;
    }
    LOG.error("Account {}: a submission failed", account, fault);
    batch.getFirst().answer().completeExceptionally(fault);
  }

  private static List<Submission> submissions(List<Pending> batch) {
    return batch.stream().map(Pending::submission).toList();
  }

  /** Takes no more submissions. Those that wait are still answered as long as the crew stays. */
  void close() {
    closed = true;
  }

  /** Refuses what still waits, since nobody is left to work it off. */
  void failTheRest() {
    for (Pending pending = queue.poll(); pending != null; pending = queue.poll()) {
      waiting.addAndGet(-pending.weight());
      pending.answer().completeExceptionally(new LaneFullException(account, closed));
    }
  }
}
