package tradecredit.store.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tradecredit.settings.Bounds;

/**
 * How long what was sent can be read.
 *
 * @param retention so long after a delivery was delivered; at least a day. So long after an
 *     endpoint was deleted all of its deliveries; of others what waits is never swept
 * @param givenUpRetention so long after a delivery was given up, and no shorter; then its endpoint
 *     counts it still. Null: it is kept as long as its endpoint, since it never arrived
 * @param sweepInterval how often what can be swept is looked for
 * @param sweepStep how many are swept in one transaction
 */
@Context
@ConfigurationProperties("tradecredit.webhooks")
record WebhookRetention(
    @Bindable(defaultValue = "30d") Duration retention,
    @Nullable Duration givenUpRetention,
    @Bindable(defaultValue = "10m") Duration sweepInterval,
    @Bindable(defaultValue = "1000") int sweepStep) {

  private static final int MOST = 50_000;

  /**
   * Holds the bounds.
   *
   * @throws IllegalArgumentException for less than a day, for what was given up kept shorter than
   *     what was delivered, for an interval of nothing, and for steps of nothing or of more than an
   *     array takes
   */
  WebhookRetention {
    if (retention.toDays() < 1 || sweepStep < 1 || sweepStep > MOST) {
      throw new IllegalArgumentException(
          "tradecredit.webhooks: retention is at least 1d and sweep-step from 1 to " + MOST);
    }
    new Bounds("tradecredit.webhooks").positive("sweep-interval", sweepInterval);
    if (givenUpRetention != null && givenUpRetention.compareTo(retention) < 0) {
      throw new IllegalArgumentException(
          "tradecredit.webhooks.given-up-retention is at least retention, %s, not %s"
              .formatted(retention, givenUpRetention));
    }
  }
}
