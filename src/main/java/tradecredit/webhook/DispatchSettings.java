package tradecredit.webhook;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import tradecredit.settings.Bounds;

/**
 * How an instance sends.
 *
 * @param enabled whether this instance sends at all; others may
 * @param pollInterval how often it looks for what is due, beside being woken by its own postings
 * @param pace the shortest time between two looks: what comes in between is looked at together
 * @param sendsPerSecond how many attempts it takes on in a second, shared by all endpoints, and as
 *     many again in the first second after a quiet one: so webhooks never take more than their part
 *     of the machine from postings
 * @param inFlight how many attempts are under way at once
 * @param inFlightPerEndpoint the same to one endpoint; to one that fails, a single one
 * @param claim how many deliveries of an endpoint are claimed at once
 * @param fanOut how many deliveries are made of the events of an account in one transaction
 * @param lease how long a claim lasts; after it, others take over what a killed instance had
 *     claimed
 * @param drainTimeout how long a stopping instance waits for what is under way and is recorded yet
 */
@ConfigurationProperties("tradecredit.webhooks.dispatch")
public record DispatchSettings(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "1s") Duration pollInterval,
    @Bindable(defaultValue = "250ms") Duration pace,
    @Bindable(defaultValue = "100") int sendsPerSecond,
    @Bindable(defaultValue = "256") int inFlight,
    @Bindable(defaultValue = "4") int inFlightPerEndpoint,
    @Bindable(defaultValue = "50") int claim,
    @Bindable(defaultValue = "500") int fanOut,
    @Bindable(defaultValue = "2m") Duration lease,
    @Bindable(defaultValue = "5s") Duration drainTimeout) {

  private static final int MOST = 5_000;

  private static final Bounds BOUNDS = new Bounds("tradecredit.webhooks");

  /**
   * Holds the bounds.
   *
   * @throws IllegalArgumentException if one is wrong
   */
  public DispatchSettings {
    BOUNDS.positive("dispatch.poll-interval", pollInterval);
    BOUNDS.positive("dispatch.pace", pace);
    BOUNDS.positive("dispatch.sends-per-second", sendsPerSecond);
    BOUNDS.positive("dispatch.in-flight", inFlight);
    BOUNDS.positive("dispatch.in-flight-per-endpoint", inFlightPerEndpoint);
    BOUNDS.positive("dispatch.claim", claim);
    BOUNDS.positive("dispatch.fan-out", fanOut);
    BOUNDS.positive("dispatch.lease", lease);
    BOUNDS.positive("dispatch.drain-timeout", drainTimeout);
    if (claim > MOST || fanOut > MOST) {
      throw new IllegalArgumentException(
          "tradecredit.webhooks.dispatch: claim and fan-out are at most " + MOST);
    }
  }
}
