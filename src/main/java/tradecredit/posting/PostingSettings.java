package tradecredit.posting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * The bounds of the write path.
 *
 * @param queueCapacity how many postings and lines of them may wait in one lane; beyond it the
 *     answer is 503
 * @param maximumBatch how many postings and lines are taken into one transaction; one larger
 *     submission goes alone
 * @param gather the longest that a batch waits for submissions to join it. It waits if there were
 *     several around the batch before, until most of as many are there again, and never longer than
 *     that batch took. After a single submission it waits for nobody
 * @param attempts how often a batch is tried while the database is away; what fails after the
 *     answer timeout is not tried again
 * @param retryDelay how long to wait before the second attempt; doubled before each further one,
 *     and never longer than what is left of the answer timeout
 * @param answerTimeout how long a caller waits for its outcome before it is sent a 503 and may
 *     retry with its key
 * @param drainTimeout how long a stopping service goes on to answer what waits
 * @param dayEndInterval how often days are looked for that are over and that nobody posts on
 * @param asLeft so long after the last reading of the database's clock a head may be remembered,
 *     and a batch be written on it instead of on one that is read anew; zero: every head is read
 *     anew. No answer is staler for it: the statement that writes compares the head and the clock,
 *     and writes nothing if they differ
 */
@ConfigurationProperties("tradecredit.posting")
public record PostingSettings(
    @Bindable(defaultValue = "100000") int queueCapacity,
    @Bindable(defaultValue = "2000") int maximumBatch,
    @Bindable(defaultValue = "10ms") Duration gather,
    @Bindable(defaultValue = "6") int attempts,
    @Bindable(defaultValue = "100ms") Duration retryDelay,
    @Bindable(defaultValue = "30s") Duration answerTimeout,
    @Bindable(defaultValue = "10s") Duration drainTimeout,
    @Bindable(defaultValue = "1m") Duration dayEndInterval,
    @Bindable(defaultValue = "1s") Duration asLeft) {

  private static final Bounds BOUNDS = new Bounds("tradecredit.posting");

  /**
   * Holds the bounds.
   *
   * @throws IllegalArgumentException if one would stop the lanes or leave callers without answers
   */
  public PostingSettings {
    BOUNDS.positive("queue-capacity", queueCapacity);
    BOUNDS.positive("maximum-batch", maximumBatch);
    BOUNDS.notNegative("gather", gather);
    BOUNDS.positive("attempts", attempts);
    BOUNDS.positive("retry-delay", retryDelay);
    BOUNDS.positive("answer-timeout", answerTimeout);
    BOUNDS.notNegative("drain-timeout", drainTimeout);
    BOUNDS.positive("day-end-interval", dayEndInterval);
    BOUNDS.notNegative("as-left", asLeft);
  }
}
