package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** Deliveries that a test claims by hand, to an endpoint that nobody else sends to. */
final class ClaimedScene implements AutoCloseable {

  static final Duration LEASE = Duration.ofMinutes(2);

  final Service service;
  final Webhooks webhooks;
  final Webhooks.Made made;
  final EndpointId id;
  final Outbox outbox;
  final Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  final List<Outbox.Claimed> claimed;

  /** So many deliveries, which are due, and of which the first so many are claimed. */
  ClaimedScene(TestDatabase kind, int deliveries, int first) {
    service = Service.on(kind.fresh(), Webhooks.settings("dispatch.enabled", "false"));
    webhooks = Webhooks.of(service);
    made = webhooks.make("http://127.0.0.1:9/");
    id = new EndpointId(made.id());
    outbox = service.context().getBean(Outbox.class);
    for (int i = 1; i <= deliveries; i++) {
      String invoice = Json.kattoskoInvoice("K-" + i, "2001-05-16", "1.00");
      assertThat(service.client().post(Client.KATTOSKO + "/invoices", invoice).status())
          .isEqualTo(201);
    }
    assertThat(outbox.fanOut(id, began, any -> true)).isEqualTo(deliveries);
    claimed = claim(began, first);
    assertThat(claimed).hasSize(first);
  }

  List<Outbox.Claimed> claim(Instant now, int most) {
    return outbox.claim(id, most, now, now.plus(LEASE), any -> true);
  }

  /** That it took so long from {@code start} on, and was delivered. */
  static Outbox.Attempted delivered(Outbox.Claimed one, Instant start, int millis) {
    Attempt attempt = new Attempt(start, Duration.ofMillis(millis), 200, null, null);
    return new Outbox.Attempted(
        one, attempt, new Delivery.Step(Delivery.State.DELIVERED, attempt.endedAt()));
  }

  /** That one which was claimed at first was refused, and is due again after five seconds. */
  Outbox.Attempted refused(int which, int millis, @Nullable Duration retryAfter) {
    return new Outbox.Attempted(
        claimed.get(which),
        new Attempt(began, Duration.ofMillis(millis), 429, Failure.REFUSED, retryAfter),
        new Delivery.Step(Delivery.State.WAITING, began.plusSeconds(5)));
  }

  @Override
  public void close() {
    service.close();
    Invariants.hold(service.database());
  }
}
