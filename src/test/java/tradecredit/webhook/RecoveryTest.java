package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Aside;
import tradecredit.support.Client;
import tradecredit.support.TestDatabase;

/** What is sent anew while others work on the same deliveries. */
class RecoveryTest {

  private static final String TOUCH =
      "UPDATE webhook_delivery SET next_attempt_at = next_attempt_at WHERE number = ?";

  /** Somebody else, who works on the same deliveries. */
  private static Connection other(ClaimedScene scene) throws SQLException {
    Connection other = scene.service.database().connect();
    other.setAutoCommit(false);
    return other;
  }

  /** The other takes a delivery, as a recovery does, and keeps it. */
  private static void touch(Connection other, Outbox.Claimed one) throws SQLException {
    try (PreparedStatement statement = other.prepareStatement(TOUCH)) {
      statement.setLong(1, one.number());
      assertThat(statement.executeUpdate()).isOne();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_given_back_waits_in_no_ring_with_a_recovery(TestDatabase kind) throws SQLException {
    try (ClaimedScene scene = new ClaimedScene(kind, 2, 2);
        Connection other = other(scene)) {
      Outbox.Claimed first = scene.claimed.getFirst();
      Outbox.Claimed second = scene.claimed.getLast();
      assertThat(first.number()).isLessThan(second.number());
      touch(other, first);
      // Claims come in the order in which they are due, which may be any.
      CompletableFuture<Void> released =
          Aside.run(() -> scene.outbox.release(List.of(second, first)));
      scene.service.database().awaitWaiting();
      touch(other, second);
      other.commit();
      released.join();
      assertThat(scene.claim(Instant.now(), 2)).hasSize(2);
    }
  }

  @Test
  void a_recovery_that_fails_leaves_no_record_that_it_was_done() throws SQLException {
    try (ClaimedScene scene = new ClaimedScene(TestDatabase.POSTGRES, 2, 2);
        Connection other = other(scene)) {
      scene.outbox.record(scene.claimed.stream().map(RecoveryTest::refused).toList());
      touch(other, scene.claimed.getLast());
      CompletableFuture<Client.Answer> answer =
          Aside.ask(() -> scene.webhooks.recover(scene.made, Instant.EPOCH));
      scene.service.database().awaitWaiting();
      assertThat(scene.service.database().breakWaiting()).isOne();
      assertThat(answer.join().status()).isEqualTo(503);
      other.rollback();
      assertThat(scene.webhooks.backlog(scene.made, "failing")).isEqualTo(2);
      assertThat(audited(scene)).doesNotContain("recover-webhooks");

      assertThat(scene.webhooks.recover(scene.made, Instant.EPOCH).json().get("recovered").asInt())
          .isEqualTo(2);
      assertThat(audited(scene)).containsOnlyOnce("recover-webhooks");
      assertThat(scene.webhooks.recover(scene.made, Instant.EPOCH).json().get("recovered").asInt())
          .isZero();
    }
  }

  private static Outbox.Attempted refused(Outbox.Claimed claimed) {
    Instant now = Instant.now();
    return new Outbox.Attempted(
        claimed,
        new Attempt(now, Duration.ofMillis(1), 500, Failure.REFUSED, null),
        new Delivery.Step(Delivery.State.WAITING, now.plusSeconds(3_600)));
  }

  private static String audited(ClaimedScene scene) {
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
