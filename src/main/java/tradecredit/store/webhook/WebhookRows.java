package tradecredit.store.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.PartyId;
import tradecredit.store.sql.Sql;
import tradecredit.webhook.Attempt;
import tradecredit.webhook.Delivery;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.Failure;

/** The rows of the webhooks' tables, and what they are read as. */
final class WebhookRows {

  static final String ENDPOINT_COLUMNS =
      """
      e.id, e.party, e.url, e.event_types, e.description, e.state, e.state_reason, e.state_since, e.secret,
        e.previous_secret, e.previous_secret_until, e.created_by, e.created_at, e.failing_since, e.last_success_at,
        e.paused_until, e.version""";

  static final String DELIVERY_COLUMNS =
      """
      d.number, d.endpoint_id, d.message_id, d.account_id, d.sequence, d.type, d.event_at, d.state, d.attempts,
        d.next_attempt_at, d.finished_at, a.started_at, a.latency_millis, a.status, a.failure""";

  /** A delivery and its last attempt, if there was one. */
  static final String DELIVERIES =
      """
      SELECT %s FROM webhook_delivery d
      LEFT JOIN webhook_attempt a ON a.delivery_number = d.number AND a.attempt = d.attempts"""
          .formatted(DELIVERY_COLUMNS);

  private WebhookRows() {}

  static OffsetDateTime at(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
    return instant == null ? null : at(instant);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  static @Nullable String types(@Nullable Set<String> types) {
    return types == null ? null : String.join(" ", types);
  }

  private static @Nullable Set<String> typesOf(@Nullable String text) {
    return text == null ? null : new LinkedHashSet<>(words(text));
  }

  static List<String> words(String text) {
    return Arrays.asList(text.split(" ", -1));
  }

  static Endpoint endpoint(ResultSet row, Collection<String> accounts) throws SQLException {
    String reason = row.getString("state_reason");
    return new Endpoint(
        new EndpointId(row.getString("id")),
        new PartyId(row.getString("party")),
        new Endpoint.Subscription(
            row.getString("url"),
            typesOf(row.getString("event_types")),
            accounts.stream().map(AccountId::new).toList(),
            row.getString("description")),
        Endpoint.State.of(row.getString("state")),
        reason == null ? null : Endpoint.Reason.of(reason),
        Sql.instant(row, "state_since"),
        new Endpoint.Sealed(
            row.getString("secret"),
            row.getString("previous_secret"),
            instant(row, "previous_secret_until")),
        row.getString("created_by"),
        Sql.instant(row, "created_at"),
        new Endpoint.Health(
            instant(row, "failing_since"),
            instant(row, "last_success_at"),
            instant(row, "paused_until")),
        row.getLong("version"));
  }

  static Delivery delivery(ResultSet row) throws SQLException {
    String account = row.getString("account_id");
    Delivery.State state = Delivery.State.of(row.getString("state"));
    return new Delivery(
        row.getLong("number"),
        new EndpointId(row.getString("endpoint_id")),
        row.getString("message_id"),
        account == null ? null : new AccountId(account),
        Sql.longOrNull(row, "sequence"),
        row.getString("type"),
        Sql.instant(row, "event_at"),
        state,
        row.getInt("attempts"),
        state == Delivery.State.WAITING ? Sql.instant(row, "next_attempt_at") : null,
        instant(row, "finished_at"),
        row.getObject("started_at", OffsetDateTime.class) == null ? null : attempt(row));
  }

  static Attempt attempt(ResultSet row) throws SQLException {
    Long status = Sql.longOrNull(row, "status");
    String failure = row.getString("failure");
    return new Attempt(
        Sql.instant(row, "started_at"),
        Duration.ofMillis(row.getLong("latency_millis")),
        status == null ? null : status.intValue(),
        failure == null ? null : Failure.of(failure),
        null);
  }
}
