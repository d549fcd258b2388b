package tradecredit.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tradecredit.access.AuditEvent;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.PartyId;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;
import tradecredit.webhook.Deliveries;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.Endpoints;

/** How many endpoints and tests there may be holds for those, too, who add them at once. */
class WebhookBoundsTest {

  private static final int ROUNDS = 20;

  private static AuditEvent audit() {
    return new AuditEvent(
        null,
        "kattosko",
        "kattosko/key:abcdefgh",
        "keep-webhooks",
        "-",
        AuditEvent.Outcome.DONE,
        "kattosko",
        "r-1",
        "in a test");
  }

  private static Optional<Endpoint> add(Endpoints endpoints) {
    return endpoints.add(
        new Endpoints.NewEndpoint(
            EndpointId.generate(),
            new PartyId("kattosko"),
            new Endpoint.Subscription(
                "https://example.com/hook",
                null,
                List.of(new AccountId("kattosko-to-seller")),
                null),
            "sealed"),
        audit());
  }

  /** How many of two that are added at once are taken. */
  private static <T> long taken(ExecutorService both, Callable<Optional<T>> add) throws Exception {
    List<Future<Optional<T>>> added = both.invokeAll(List.of(add, add));
    return List.of(added.get(0).get(), added.get(1).get()).stream()
        .filter(Optional::isPresent)
        .count();
  }

  @Test
  void of_two_endpoints_that_are_added_at_once_where_there_is_room_for_one_one_is_taken()
      throws Exception {
    try (Service service =
            Service.on(
                TestDatabase.POSTGRES.fresh(), Webhooks.settings("endpoints-per-party", "1"));
        ExecutorService both = Executors.newFixedThreadPool(2)) {
      Endpoints endpoints = service.context().getBean(Endpoints.class);
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(taken(both, () -> add(endpoints))).as("round %d", round).isOne();
        for (Endpoints.Seen seen : endpoints.list(new PartyId("kattosko"), "", 100)) {
          endpoints.set(seen.endpoint().id(), Endpoint.State.DELETED, null, audit());
        }
      }
    }
  }

  @Test
  void of_two_tests_that_are_sent_at_once_where_there_is_room_for_one_one_waits() throws Exception {
    try (Service service =
            Service.on(
                TestDatabase.POSTGRES.fresh(),
                Webhooks.settings(
                    "tests-waiting", "1", "endpoints-per-party", String.valueOf(ROUNDS)));
        ExecutorService both = Executors.newFixedThreadPool(2)) {
      Endpoints endpoints = service.context().getBean(Endpoints.class);
      Deliveries deliveries = service.context().getBean(Deliveries.class);
      for (int round = 0; round < ROUNDS; round++) {
        EndpointId id = add(endpoints).orElseThrow().id();
        // So that its test waits.
        endpoints.set(id, Endpoint.State.DISABLED, Endpoint.Reason.BY_REQUEST, audit());
        assertThat(taken(both, () -> deliveries.addTest(id, audit())))
            .as("round %d", round)
            .isOne();
      }
    }
  }
}
