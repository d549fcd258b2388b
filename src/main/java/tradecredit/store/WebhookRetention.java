package tradecredit.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long it can be read what was sent.
 *
 * @param retention so long after a delivery was delivered, or its endpoint was deleted; at least a
 *     day. What waits is never swept
 * @param givenUpRetention so long after a delivery was given up, and no shorter; then its endpoint
 *     counts it still
 * @param sweepStep how many are swept in one transaction
 */
@ConfigurationProperties("tradecredit.webhooks")
record WebhookRetention(
    @Bindable(defaultValue = "30d") Duration retention,
    @Bindable(defaultValue = "365d") Duration givenUpRetention,
    @Bindable(defaultValue = "1000") int sweepStep) {

  private static final int MOST = 50_000;

  /** Refuses less than a day, and steps of nothing or of more than an array takes. */
  WebhookRetention {
    if (retention.toDays() < 1 || sweepStep < 1 || sweepStep > MOST) {
      throw new IllegalArgumentException(
          "tradecredit.webhooks: retention is at least 1d and sweep-step from 1 to " + MOST);
    }
    if (givenUpRetention.compareTo(retention) < 0) {
      throw new IllegalArgumentException(
          "tradecredit.webhooks: given-up-retention is at least retention");
    }
  }
}
