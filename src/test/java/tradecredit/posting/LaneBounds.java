package tradecredit.posting;

import java.time.Duration;

/** The bounds of a test's lane: small and quick, but for what the test is about. */
record LaneBounds(
    int queueCapacity,
    int maximumBatch,
    Duration gather,
    int attempts,
    Duration retryDelay,
    Duration answerTimeout,
    Duration drainTimeout) {

  static LaneBounds usual() {
    return new LaneBounds(
        100,
        100,
        Duration.ZERO,
        4,
        Duration.ofMillis(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(10));
  }

  LaneBounds waitingAtMost(int postings) {
    return new LaneBounds(
        postings, maximumBatch, gather, attempts, retryDelay, answerTimeout, drainTimeout);
  }

  LaneBounds together(int postings) {
    return new LaneBounds(
        queueCapacity, postings, gather, attempts, retryDelay, answerTimeout, drainTimeout);
  }

  LaneBounds gathering(Duration atMost) {
    return new LaneBounds(
        queueCapacity, maximumBatch, atMost, attempts, retryDelay, answerTimeout, drainTimeout);
  }

  LaneBounds tried(int times, Duration firstDelay) {
    return new LaneBounds(
        queueCapacity, maximumBatch, gather, times, firstDelay, answerTimeout, drainTimeout);
  }

  LaneBounds answeredWithin(Duration timeout) {
    return new LaneBounds(
        queueCapacity, maximumBatch, gather, attempts, retryDelay, timeout, drainTimeout);
  }

  LaneBounds drainedWithin(Duration timeout) {
    return new LaneBounds(
        queueCapacity, maximumBatch, gather, attempts, retryDelay, answerTimeout, timeout);
  }

  PostingSettings settings() {
    return new PostingSettings(
        queueCapacity,
        maximumBatch,
        gather,
        attempts,
        retryDelay,
        answerTimeout,
        drainTimeout,
        Duration.ofMinutes(1),
        Duration.ofSeconds(1));
  }
}
