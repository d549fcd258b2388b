package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Aside;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** What is sent anew while others work on the same deliveries. */
class RecoveryTest {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final String TOUCH =
      "UPDATE webhook_delivery SET next_attempt_at = next_attempt_at WHERE number = ?";

  /** Deliveries that are claimed, and somebody else who works on them. */
  private static final class Scene implements AutoCloseable {
    private final Service service;
    private final Webhooks webhooks;
    private final Webhooks.Made made;
    private final Outbox outbox;
    private final List<Outbox.Claimed> claimed;
    private final Connection other;

    Scene(TestDatabase kind) throws SQLException {
      service = Service.on(kind.fresh(), Webhooks.settings("dispatch.enabled", "false"));
      webhooks = Webhooks.of(service);
      made = webhooks.make("http://127.0.0.1:9/");
      outbox = service.context().getBean(Outbox.class);
      for (String number : List.of("K-1", "K-2")) {
        String invoice = Json.kattoskoInvoice(number, "2001-05-16", "1.00");
        assertThat(service.client().post(Client.KATTOSKO + "/invoices", invoice).status())
            .isEqualTo(201);
      }
      Instant now = Instant.now();
      EndpointId id = new EndpointId(made.id());
      outbox.fanOut(id, now, any -> true);
      claimed = outbox.claim(id, 2, now, now.plus(LEASE), any -> true);
      other = service.database().connect();
      other.setAutoCommit(false);
    }

    /** The other takes a delivery, as a recovery does, and keeps it. */
    void touch(Outbox.Claimed one) throws SQLException {
      try (PreparedStatement statement = other.prepareStatement(TOUCH)) {
        statement.setLong(1, one.number());
        assertThat(statement.executeUpdate()).isOne();
      }
    }

    private long number(String query) {
      try (Connection connection = service.database().connect();
          Statement statement = connection.createStatement();
          var rows = statement.executeQuery(query)) {
        assertThat(rows.next()).isTrue();
        return rows.getLong(1);
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
    }

    @Override
    public void close() throws SQLException {
      other.close();
      service.close();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_given_back_waits_in_no_ring_with_a_recovery(TestDatabase kind) throws SQLException {
    try (Scene scene = new Scene(kind)) {
      Outbox.Claimed first = scene.claimed.getFirst();
      Outbox.Claimed second = scene.claimed.getLast();
      assertThat(first.number()).isLessThan(second.number());
      scene.touch(first);
      // Claims come in the order in which they are due, which may be any.
      CompletableFuture<Void> released =
          Aside.run(() -> scene.outbox.release(List.of(second, first)));
      scene.service.database().awaitWaiting();
      scene.touch(second);
      scene.other.commit();
      released.join();
      Instant now = Instant.now();
      EndpointId id = new EndpointId(scene.made.id());
      assertThat(scene.outbox.claim(id, 2, now, now.plus(LEASE), any -> true)).hasSize(2);
    }
  }

  @Test
  void a_recovery_that_fails_leaves_no_record_that_it_was_done() throws SQLException {
    try (Scene scene = new Scene(TestDatabase.POSTGRES)) {
      scene.outbox.record(scene.claimed.stream().map(RecoveryTest::refused).toList());
      scene.touch(scene.claimed.getLast());
      CompletableFuture<Client.Answer> answer =
          Aside.ask(() -> scene.webhooks.recover(scene.made, Instant.EPOCH));
      scene.service.database().awaitWaiting();
      assertThat(
              scene.number(
                  """
                  SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
                  WHERE datname = current_database() AND wait_event_type = 'Lock'"""))
          .isOne();
      assertThat(answer.join().status()).isEqualTo(503);
      scene.other.rollback();
      assertThat(scene.webhooks.backlog(scene.made, "failing")).isEqualTo(2);
      assertThat(audited(scene)).doesNotContain("recover-webhooks");

      assertThat(scene.webhooks.recover(scene.made, Instant.EPOCH).json().get("recovered").asInt())
          .isEqualTo(2);
      assertThat(audited(scene)).containsOnlyOnce("recover-webhooks");
      assertThat(scene.webhooks.recover(scene.made, Instant.EPOCH).json().get("recovered").asInt())
          .isZero();
      Invariants.hold(scene.service.database());
    }
  }

  private static Outbox.Attempted refused(Outbox.Claimed claimed) {
    Instant now = Instant.now();
    return new Outbox.Attempted(
        claimed,
        new Attempt(now, Duration.ofMillis(1), 500, Failure.REFUSED, null),
        new Delivery.Step(Delivery.State.WAITING, now.plusSeconds(3_600)));
  }

  private static String audited(Scene scene) {
    return scene
        .service
        .client()
        .as("kattosko-auditor")
        .get("/v1/audit-records?limit=200")
        .json()
        .get("items")
        .toString();
  }
}
