package tradecredit.store.posting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * How long idempotency keys are remembered.
 *
 * @param retention at least this long; 72 hours or more
 * @param sweepInterval how often what can be forgotten is looked for
 * @param sweepStep how many are forgotten in one transaction
 */
@Context
@ConfigurationProperties("tradecredit.idempotency")
record KeyRetention(
    @Bindable(defaultValue = "72h") Duration retention,
    @Bindable(defaultValue = "10m") Duration sweepInterval,
    @Bindable(defaultValue = "5000") int sweepStep) {

  private static final Duration LEAST = Duration.ofDays(3);

  /** Refuses less than 72 hours, an interval and a step of nothing. */
  KeyRetention {
    if (retention.compareTo(LEAST) < 0 || sweepStep < 1) {
      throw new IllegalArgumentException(
          "tradecredit.idempotency: retention is at least 72h and sweep-step at least 1");
    }
    new Bounds("tradecredit.idempotency").positive("sweep-interval", sweepInterval);
  }
}
