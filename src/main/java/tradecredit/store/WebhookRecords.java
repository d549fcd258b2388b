package tradecredit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.webhook.Attempt;
import tradecredit.webhook.Delivery;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
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

  /** To the minute, so that a busy endpoint is not written for every message. */
  private static final String SUCCEEDED =
      """
      UPDATE webhook_endpoint SET failing_since = ?, last_success_at = ?, paused_until = NULL WHERE id = ?
        AND (failing_since IS NOT NULL OR CAST(? AS TIMESTAMP WITH TIME ZONE) IS NOT NULL OR last_success_at IS NULL
          OR last_success_at <= CAST(? AS TIMESTAMP WITH TIME ZONE) - INTERVAL '1' MINUTE)""";

  private static final String FAILED =
      "UPDATE webhook_endpoint SET failing_since = ? WHERE id = ? AND failing_since IS NULL";

  private static final String PAUSED =
      """
      UPDATE webhook_endpoint SET paused_until = ? WHERE id = ?
        AND (paused_until IS NULL OR paused_until < CAST(? AS TIMESTAMP WITH TIME ZONE))""";

  private static final String FAILING_SINCE =
      "SELECT id FROM webhook_endpoint WHERE id = ? AND state = 'enabled' AND failing_since <= ?";

  private final Duration disableAfter;

  /** An endpoint that fails for so long is to be disabled. */
  WebhookRecords(Duration disableAfter) {
    this.disableAfter = disableAfter;
  }

  /** Records in the order of the rows' numbers, so that nobody waits for another in a ring. */
  List<Outbox.Disabled> write(Connection connection, List<Outbox.Recorded> results)
      throws SQLException {
    List<Outbox.Recorded> held = new ArrayList<>();
    List<Outbox.Recorded> ordered =
        results.stream()
            .sorted(Comparator.comparingLong(result -> result.claimed().number()))
            .toList();
    int[] recorded =
        Sql.updateEach(connection, STEP, ordered.stream().map(WebhookRecords::step).toList());
    for (int i = 0; i < recorded.length; i++) {
      if (recorded[i] > 0) {
        held.add(ordered.get(i));
      }
    }
    attempts(connection, held);
    Map<String, List<Outbox.Recorded>> byEndpoint = new TreeMap<>();
    for (Outbox.Recorded result : held) {
      byEndpoint
          .computeIfAbsent(result.claimed().endpoint().id().value(), id -> new ArrayList<>())
          .add(result);
    }
    Map<EndpointId, Outbox.Disabled> disabled = new LinkedHashMap<>();
    for (List<Outbox.Recorded> ofOne : byEndpoint.values()) {
      EndpointId id = ofOne.getFirst().claimed().endpoint().id();
      Endpoint.Reason reason = health(connection, id, ofOne);
      if (reason != null) {
        disabled.put(id, new Outbox.Disabled(id, reason));
      }
    }
    return List.copyOf(disabled.values());
  }

  private static List<@Nullable Object> step(Outbox.Recorded result) {
    Delivery.Step step = result.step();
    boolean waits = step.state() == Delivery.State.WAITING;
    return Arrays.asList(
        step.state().wireName(),
        WebhookRows.at(step.at()),
        waits ? null : WebhookRows.at(step.at()),
        result.claimed().number(),
        result.claimed().lease());
  }

  private static void attempts(Connection connection, List<Outbox.Recorded> results)
      throws SQLException {
    Sql.updateEach(connection, ATTEMPT, results.stream().map(WebhookRecords::attempt).toList());
  }

  private static List<@Nullable Object> attempt(Outbox.Recorded result) {
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
      Connection connection, EndpointId id, List<Outbox.Recorded> results) throws SQLException {
    List<Attempt> attempts =
        results.stream()
            .map(Outbox.Recorded::attempt)
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
        paused = null;
      } else if (failed == null) {
        failed = end;
      }
      if (attempt.retryAfter() != null) {
        paused = end.plus(attempt.retryAfter());
      }
    }
    write(connection, id, succeeded, failed, paused);
    if (attempts.stream().anyMatch(Attempt::isGone)) {
      return Endpoint.Reason.GONE;
    }
    Instant last = attempts.getLast().endedAt();
    return failed != null && failsTooLong(connection, id, last) ? Endpoint.Reason.FAILING : null;
  }

  private static void write(
      Connection connection,
      EndpointId id,
      @Nullable Instant succeeded,
      @Nullable Instant failed,
      @Nullable Instant paused)
      throws SQLException {
    var failedAt = WebhookRows.atOrNull(failed);
    if (succeeded != null) {
      var at = WebhookRows.at(succeeded);
      Sql.update(connection, SUCCEEDED, failedAt, at, id.value(), failedAt, at);
    } else if (failed != null) {
      Sql.update(connection, FAILED, failedAt, id.value());
    }
    if (paused != null) {
      var until = WebhookRows.at(paused);
      Sql.update(connection, PAUSED, until, id.value(), until);
    }
  }

  private boolean failsTooLong(Connection connection, EndpointId id, Instant last)
      throws SQLException {
    var since = WebhookRows.at(last.minus(disableAfter));
    return !Sql.list(connection, FAILING_SINCE, row -> row.getString(1), id.value(), since)
        .isEmpty();
  }
}
