package tradecredit.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditTrail;
import tradecredit.posting.BookUnavailableException;
import tradecredit.webhook.DispatchSettings;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.Message;
import tradecredit.webhook.Outbox;
import tradecredit.webhook.OutboxUnavailableException;
import tradecredit.webhook.WebhookSettings;

/** What is to be told, worked off in short transactions; none lasts while something is sent. */
@Singleton
final class JdbcOutbox implements Outbox {

  private static final String WORK =
      """
      SELECT id, failing_since, due, behind FROM (
        SELECT e.id, e.failing_since,
          EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'waiting'
            AND d.next_attempt_at <= ? AND (d.leased_until IS NULL OR d.leased_until <= ?)) AS due,
          EXISTS (SELECT 1 FROM webhook_cursor c JOIN account_head h ON h.account_id = c.account_id
            WHERE c.endpoint_id = e.id AND h.last_event > c.sequence) AS behind
        FROM webhook_endpoint e WHERE e.state = 'enabled' AND (e.paused_until IS NULL OR e.paused_until <= ?)) w
      WHERE due OR behind""";

  /**
   * Whoever has a row claims it; the others pass it by. Ordered as its index is, which H2 needs.
   */
  private static final String DUE =
      """
      SELECT number, message_id, account_id, sequence, type, event_at, tries, attempts FROM webhook_delivery
      WHERE endpoint_id = ? AND state = 'waiting' AND next_attempt_at <= ?
        AND (leased_until IS NULL OR leased_until <= ?)
      ORDER BY endpoint_id, state, next_attempt_at, number FETCH FIRST ? ROWS ONLY FOR UPDATE SKIP LOCKED""";

  private static final String LEASE =
      "UPDATE webhook_delivery SET lease = ?, leased_until = ? WHERE number = ?";

  private static final String RELEASE =
      "UPDATE webhook_delivery SET lease = NULL, leased_until = NULL WHERE number = ? AND lease = ?";

  private static final String ENDPOINT =
      "SELECT %s FROM webhook_endpoint e WHERE e.id = ? AND e.state = 'enabled'"
          .formatted(WebhookRows.ENDPOINT_COLUMNS);

  private static final String DISABLE =
      "SELECT party FROM webhook_endpoint WHERE id = ? AND state = 'enabled'";

  private final Transactions transactions;
  private final WebhookFanOut fanOut;
  private final WebhookRecords records;

  JdbcOutbox(
      Transactions transactions,
      Opening opening,
      WebhookSettings settings,
      DispatchSettings dispatch) {
    this.transactions = transactions;
    this.fanOut = new WebhookFanOut(dispatch.fanOut());
    this.records = new WebhookRecords(settings.disableAfter());
  }

  private static <T> T available(Supplier<T> work) {
    try {
      return work.get();
    } catch (BookUnavailableException away) {
      throw new OutboxUnavailableException(String.valueOf(away.getMessage()), away);
    }
  }

  @Override
  public List<Work> work(Instant now) {
    var at = WebhookRows.at(now);
    return available(
        () ->
            transactions.withoutTransaction(
                connection -> Sql.list(connection, WORK, JdbcOutbox::work, at, at, at)));
  }

  private static Work work(ResultSet row) throws SQLException {
    return new Work(
        new EndpointId(row.getString("id")),
        row.getBoolean("due"),
        row.getBoolean("behind"),
        row.getObject("failing_since") != null);
  }

  @Override
  public int fanOut(EndpointId endpoint, Instant firstAttempt) {
    return available(
        () ->
            transactions.write(
                connection -> {
                  Optional<Endpoint> found = enabled(connection, endpoint);
                  return found.isEmpty()
                      ? 0
                      : fanOut.run(connection, found.get(), WebhookRows.at(firstAttempt));
                }));
  }

  private static Optional<Endpoint> enabled(Connection connection, EndpointId id)
      throws SQLException {
    return Sql.list(
            connection,
            ENDPOINT,
            row -> WebhookRows.endpoint(row, JdbcWebhookEndpoints.heard(connection, id.value())),
            id.value())
        .stream()
        .findFirst();
  }

  /** A row that is due. */
  private record Due(
      long number,
      String messageId,
      @Nullable String account,
      @Nullable Long sequence,
      Instant at,
      int tries,
      int attempts) {}

  @Override
  public List<Claimed> claim(EndpointId endpoint, int most, Instant now, Instant until) {
    return available(
        () ->
            transactions.write(
                connection -> {
                  Optional<Endpoint> found = enabled(connection, endpoint);
                  return found.isEmpty()
                      ? List.of()
                      : claim(connection, found.get(), most, now, until);
                }));
  }

  private static List<Claimed> claim(
      Connection connection, Endpoint endpoint, int most, Instant now, Instant until)
      throws SQLException {
    var at = WebhookRows.at(now);
    List<Due> due = Sql.list(connection, DUE, JdbcOutbox::due, endpoint.id().value(), at, at, most);
    if (due.isEmpty()) {
      return List.of();
    }
    String lease = UUID.randomUUID().toString();
    var end = WebhookRows.at(until);
    Sql.updateEach(
        connection, LEASE, due.stream().map(row -> List.of(lease, end, row.number())).toList());
    return messages(connection, endpoint, due, new Lease(lease, until));
  }

  private record Lease(String token, Instant until) {}

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getLong("number"),
        row.getString("message_id"),
        row.getString("account_id"),
        Sql.longOrNull(row, "sequence"),
        Sql.instant(row, "event_at"),
        row.getInt("tries"),
        row.getInt("attempts"));
  }

  private static List<Claimed> messages(
      Connection connection, Endpoint endpoint, List<Due> due, Lease lease) throws SQLException {
    Map<String, List<Long>> wanted = new HashMap<>();
    for (Due each : due) {
      if (each.account() != null && each.sequence() != null) {
        wanted.computeIfAbsent(each.account(), none -> new ArrayList<>()).add(each.sequence());
      }
    }
    WebhookMessages messages = WebhookMessages.load(connection, wanted);
    List<Claimed> claimed = new ArrayList<>();
    for (Due each : due) {
      Message message =
          each.account() == null || each.sequence() == null
              ? WebhookMessages.test(each.messageId(), each.at(), endpoint.id())
              : messages.of(each.messageId(), each.account(), each.sequence());
      claimed.add(
          new Claimed(
              each.number(),
              endpoint,
              lease.token(),
              lease.until(),
              each.tries(),
              each.attempts(),
              message));
    }
    return claimed;
  }

  @Override
  public void release(List<Claimed> claims) {
    available(
        () ->
            transactions.write(
                connection ->
                    Sql.updateEach(
                        connection,
                        RELEASE,
                        claims.stream()
                            .map(claim -> List.of(claim.number(), claim.lease()))
                            .toList())));
  }

  @Override
  public List<Disabled> record(List<Recorded> results) {
    return available(() -> transactions.write(connection -> records.write(connection, results)));
  }

  @Override
  public void disable(Disabled disabled, Instant now) {
    available(
        () ->
            transactions.write(
                connection -> {
                  AuditTable.lock(connection, AuditTrail.REST);
                  for (String party :
                      Sql.list(
                          connection, DISABLE, row -> row.getString(1), disabled.id().value())) {
                    JdbcWebhookEndpoints.setNow(
                        connection, disabled.id(), Endpoint.State.DISABLED, disabled.reason());
                    AuditTable.append(connection, AuditTrail.REST, List.of(audit(disabled, party)));
                  }
                  return disabled;
                }));
  }

  private static AuditEvent audit(Disabled disabled, String party) {
    return new AuditEvent(
        null,
        null,
        AuditEvent.SERVICE,
        "disable-webhook-endpoint",
        "webhook-endpoints/" + disabled.id(),
        AuditEvent.Outcome.DONE,
        party,
        "",
        disabled.reason().wireName());
  }
}
