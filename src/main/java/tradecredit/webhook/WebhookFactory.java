package tradecredit.webhook;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.InstantSource;

/** What webhooks go by, and what they take from the machine. */
@Factory
final class WebhookFactory {

  /**
   * What attempts go by.
   *
   * @throws IllegalArgumentException if a lease is so short that an attempt could outlast it
   */
  @Singleton
  Courier.Policy policy(WebhookSettings settings, DispatchSettings dispatch, InstantSource clock) {
    if (dispatch.lease().compareTo(settings.timeout().multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "tradecredit.webhooks.dispatch.lease must be at least twice tradecredit.webhooks.timeout");
    }
    return new Courier.Policy(settings.schedule(), settings.timeout(), dispatch.inFlight(), clock);
  }

  @Singleton
  NameLookup names() {
    return InetAddress::getAllByName;
  }
}
