package tradecredit.store.webhook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditTrail;
import tradecredit.store.head.AuditTable;
import tradecredit.store.sql.Sql;
import tradecredit.webhook.Attempt;
import tradecredit.webhook.Delivery;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.Failure;
import tradecredit.webhook.Outbox;

/** Records attempts, of which each was made under a lease that must still be held. */
final class WebhookRecords {

  private static final String STEP =
      """
      UPDATE webhook_delivery SET state = ?, tries = tries + 1, attempts = attempts + 1, next_attempt_at = ?,
        finished_at = ?, lease = NULL, leased_until = NULL
      WHERE number = ? AND lease = ?""";

  private static final String ATTEMPT =
      """
      INSERT INTO webhook_attempt (delivery_number, attempt, started_at, latency_millis, status, failure)
      VALUES (?, ?, ?, ?, ?, ?)""";

  /**
   * To the minute, so that a busy endpoint is not written for every message. A pause that lasts
   * stays: nothing is begun in it, so what succeeded was begun before the receiver asked for it.
   */
  private static final String SUCCEEDED =
      """
      UPDATE webhook_endpoint SET failing_since = ?, last_success_at = ?,
        paused_until = CASE WHEN paused_until > CAST(? AS TIMESTAMP WITH TIME ZONE) THEN paused_until END
      WHERE id = ? AND version = ?
        AND (failing_since IS NOT NULL OR CAST(? AS TIMESTAMP WITH TIME ZONE) IS NOT NULL OR last_success_at IS NULL
          OR last_success_at <= CAST(? AS TIMESTAMP WITH TIME ZONE) - INTERVAL '1' MINUTE
          OR paused_until <= CAST(? AS TIMESTAMP WITH TIME ZONE))""";

  private static final String FAILED =
      "UPDATE webhook_endpoint SET failing_since = ? WHERE id = ? AND version = ? AND failing_since IS NULL";

  private static final String PAUSED =
      """
      UPDATE webhook_endpoint SET paused_until = ? WHERE id = ? AND version = ?
        AND (paused_until IS NULL OR paused_until < CAST(? AS TIMESTAMP WITH TIME ZONE))""";

  private static final String FAILING_SINCE =
      """
      SELECT id FROM webhook_endpoint WHERE id = ? AND version = ? AND state = 'enabled' AND failing_since <= ?""";

  private static final String ENABLED =
      "SELECT id FROM webhook_endpoint WHERE id = ? AND version = ? AND state = 'enabled'";

  private final Duration disableAfter;

  /** An endpoint that fails for so long is disabled. */
  WebhookRecords(Duration disableAfter) {
    this.disableAfter = disableAfter;
  }

  /**
   * Records in the order of the rows' numbers, so that nobody waits for another in a ring; whoever
   * may disable an endpoint takes the audit chain's lock before all rows, as those do who change
   * one.
   */
  List<Outbox.Disabled> write(Connection connection, List<Outbox.Attempted> results)
      throws SQLException {
    if (mayDisable(connection, results)) {
      AuditTable.lock(connection, AuditTrail.REST);
    }
    List<Outbox.Disabled> disabled = new ArrayList<>();
    for (List<Outbox.Attempted> ofOne : byEndpoint(held(connection, results))) {
      Endpoint endpoint = ofOne.getFirst().claimed().endpoint();
      Endpoint.Reason reason = health(connection, endpoint, ofOne);
      if (reason != null && disable(connection, endpoint, reason)) {
        disabled.add(new Outbox.Disabled(endpoint.id(), reason));
      }
    }
    return disabled;
  }

  private boolean mayDisable(Connection connection, List<Outbox.Attempted> results)
      throws SQLException {
    for (Outbox.Attempted result : results) {
      Attempt attempt = result.attempt();
      if (attempt.isGone()
          || (!attempt.isSuccess()
              && failsTooLong(connection, result.claimed().endpoint(), attempt.endedAt()))) {
        return true;
      }
    }
    return false;
  }

  /** Records the attempts whose lease is held, and leaves out the others. */
  private static List<Outbox.Attempted> held(Connection connection, List<Outbox.Attempted> results)
      throws SQLException {
    List<Outbox.Attempted> ordered =
        results.stream()
            .sorted(Comparator.comparingLong(result -> result.claimed().number()))
            .toList();
    int[] recorded =
        Sql.updateEach(connection, STEP, ordered.stream().map(WebhookRecords::step).toList());
    List<Outbox.Attempted> held = new ArrayList<>();
    for (int i = 0; i < recorded.length; i++) {
      if (recorded[i] > 0) {
        held.add(ordered.get(i));
      }
    }
    attempts(connection, held);
    return held;
  }

  /** The results of each endpoint as it was claimed, in the order of the endpoints' ids. */
  private static Collection<List<Outbox.Attempted>> byEndpoint(List<Outbox.Attempted> results) {
    Map<String, List<Outbox.Attempted>> all = new TreeMap<>();
    for (Outbox.Attempted result : results) {
      Endpoint endpoint = result.claimed().endpoint();
      all.computeIfAbsent(endpoint.id() + "/" + endpoint.version(), none -> new ArrayList<>())
          .add(result);
    }
    return all.values();
  }

  /** Disables an endpoint that is enabled still, as it was claimed. */
  private static boolean disable(Connection connection, Endpoint endpoint, Endpoint.Reason reason)
      throws SQLException {
    String id = endpoint.id().value();
    if (Sql.list(connection, ENABLED, row -> row.getString(1), id, endpoint.version()).isEmpty()) {
      return false;
    }
    JdbcWebhookEndpoints.setNow(connection, endpoint.id(), Endpoint.State.DISABLED, reason);
    AuditEvent audit =
        AuditEvent.byService(
            "disable-webhook-endpoint",
            "webhook-endpoints/" + endpoint.id(),
            AuditEvent.Outcome.DONE,
            endpoint.party().value(),
            reason.wireName());
    AuditTable.append(connection, AuditTrail.REST, List.of(audit));
    return true;
  }

  private static List<@Nullable Object> step(Outbox.Attempted result) {
    Delivery.Step step = result.step();
    boolean waits = step.state() == Delivery.State.WAITING;
    return Arrays.asList(
        step.state().wireName(),
        WebhookRows.at(step.at()),
        waits ? null : WebhookRows.at(step.at()),
        result.claimed().number(),
        result.claimed().lease());
  }

  private static void attempts(Connection connection, List<Outbox.Attempted> results)
      throws SQLException {
    Sql.updateEach(connection, ATTEMPT, results.stream().map(WebhookRecords::attempt).toList());
  }

  private static List<@Nullable Object> attempt(Outbox.Attempted result) {
    Attempt attempt = result.attempt();
    Failure failure = attempt.failure();
    return Arrays.asList(
        result.claimed().number(),
        result.claimed().attempts() + 1,
        WebhookRows.at(attempt.startedAt()),
        attempt.latency().toMillis(),
        attempt.status(),
        failure == null ? null : failure.wireName());
  }

  /** What the attempts say of the receiver; why it is to be disabled, or null. */
  private Endpoint.@Nullable Reason health(
      Connection connection, Endpoint endpoint, List<Outbox.Attempted> results)
      throws SQLException {
    List<Attempt> attempts =
        results.stream()
            .map(Outbox.Attempted::attempt)
            .sorted(Comparator.comparing(Attempt::endedAt))
            .toList();
    Instant succeeded = null;
    Instant failed = null;
    Instant paused = null;
    for (Attempt attempt : attempts) {
      Instant end = attempt.endedAt();
      if (attempt.isSuccess()) {
        succeeded = end;
        failed = null;
      } else if (failed == null) {
        failed = end;
      }
      if (attempt.retryAfter() != null) {
        paused = later(paused, end.plus(attempt.retryAfter()));
      }
    }
    write(connection, endpoint, succeeded, failed, paused);
    if (attempts.stream().anyMatch(Attempt::isGone)) {
      return Endpoint.Reason.GONE;
    }
    Instant last = attempts.getLast().endedAt();
    return failed != null && failsTooLong(connection, endpoint, last)
        ? Endpoint.Reason.FAILING
        : null;
  }

  /** Of several pauses the longest holds, as it does where they are recorded apart. */
  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }

  /** As long as the endpoint is as it was claimed; what another did says nothing of this one. */
  private static void write(
      Connection connection,
      Endpoint endpoint,
      @Nullable Instant succeeded,
      @Nullable Instant failed,
      @Nullable Instant paused)
      throws SQLException {
    String id = endpoint.id().value();
    long version = endpoint.version();
    var failedAt = WebhookRows.atOrNull(failed);
    if (succeeded != null) {
      var at = WebhookRows.at(succeeded);
      Sql.update(connection, SUCCEEDED, failedAt, at, at, id, version, failedAt, at, at);
    } else if (failed != null) {
      Sql.update(connection, FAILED, failedAt, id, version);
    }
    if (paused != null) {
      var until = WebhookRows.at(paused);
      Sql.update(connection, PAUSED, until, id, version, until);
    }
  }

  private boolean failsTooLong(Connection connection, Endpoint endpoint, Instant last)
      throws SQLException {
    var since = WebhookRows.at(last.minus(disableAfter));
    String id = endpoint.id().value();
    return !Sql.list(
            connection, FAILING_SINCE, row -> row.getString(1), id, endpoint.version(), since)
        .isEmpty();
  }
}
