package tradecredit.store.webhook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditTrail;
import tradecredit.store.head.AuditTable;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;
import tradecredit.webhook.Bell;
import tradecredit.webhook.Deliveries;
import tradecredit.webhook.Delivery;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.Message;
import tradecredit.webhook.WebhookSettings;

/**
 * The deliveries in {@code webhook_delivery} and {@code webhook_attempt}, as the desk sees them.
 */
@Singleton
final class JdbcWebhookDeliveries implements Deliveries {

  /** So many are begun anew in one transaction. */
  private static final int STEP = 1_000;

  private static final String LIST = list("");
  private static final String LIST_OF_STATE = list("AND d.state = ?");

  private static String list(String filter) {
    return """
        %s WHERE d.endpoint_id = ? %s AND d.number > ? ORDER BY d.number FETCH FIRST ? ROWS ONLY"""
        .formatted(WebhookRows.DELIVERIES, filter);
  }

  private static final String GET =
      WebhookRows.DELIVERIES + " WHERE d.endpoint_id = ? AND d.message_id = ?";

  private static final String ATTEMPTS =
      """
      SELECT attempt, started_at, latency_millis, status, failure FROM webhook_attempt
      WHERE delivery_number = ? AND attempt > ? ORDER BY attempt FETCH FIRST ? ROWS ONLY""";

  private static final String TESTS_WAITING =
      """
      SELECT COUNT(*) FROM webhook_delivery
      WHERE endpoint_id = ? AND state = 'waiting' AND type = 'webhook.test'""";

  private static final String ADD_TEST =
      """
      INSERT INTO webhook_delivery (endpoint_id, message_id, type, event_at, state, tries, attempts, next_attempt_at)
      VALUES (?, ?, 'webhook.test', ?, 'waiting', 0, 0, ?)""";

  /** Without its lease: what is under way is not recorded, since it was begun before this. */
  private static final String BEGIN_ANEW =
      """
      UPDATE webhook_delivery SET state = 'waiting', tries = 0, next_attempt_at = ?, finished_at = NULL, lease = NULL,
        leased_until = NULL""";

  private static final String REDELIVER = BEGIN_ANEW + " WHERE endpoint_id = ? AND message_id = ?";

  private static final String FAILED =
      """
      SELECT number FROM webhook_delivery WHERE endpoint_id = ? AND state IN ('givenUp', 'waiting') AND number > ?
        AND event_at >= ? AND (state = 'givenUp' OR tries > 0)
      ORDER BY number FETCH FIRST ? ROWS ONLY""";

  private static final String RECOVER =
      BEGIN_ANEW + " WHERE number = ? AND (state = 'givenUp' OR (state = 'waiting' AND tries > 0))";

  private final Transactions transactions;
  private final WebhookSettings settings;
  private final InstantSource clock;
  private final Bell bell;

  JdbcWebhookDeliveries(
      Transactions transactions, WebhookSettings settings, InstantSource clock, Bell bell) {
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
    this.bell = bell;
  }

  @Override
  public List<Delivery> list(
      EndpointId endpoint, Delivery.@Nullable State state, long after, int most) {
    return transactions.read(
        connection ->
            state == null
                ? Sql.list(connection, LIST, WebhookRows::delivery, endpoint.value(), after, most)
                : Sql.list(
                    connection,
                    LIST_OF_STATE,
                    WebhookRows::delivery,
                    endpoint.value(),
                    state.wireName(),
                    after,
                    most));
  }

  @Override
  public Optional<Delivery> get(EndpointId endpoint, String messageId) {
    return transactions.withoutTransaction(
        connection ->
            Sql.list(connection, GET, WebhookRows::delivery, endpoint.value(), messageId).stream()
                .findFirst());
  }

  @Override
  public List<Numbered> attempts(long delivery, int after, int most) {
    return transactions.withoutTransaction(
        connection ->
            Sql.list(
                connection,
                ATTEMPTS,
                row -> new Numbered(row.getInt("attempt"), WebhookRows.attempt(row)),
                delivery,
                after,
                most));
  }

  @Override
  public Optional<Delivery> addTest(EndpointId endpoint, AuditEvent audit) {
    Optional<Delivery> added =
        transactions.write(
            connection -> {
              AuditTable.lock(connection, AuditTrail.REST);
              long waiting =
                  Sql.one(connection, TESTS_WAITING, row -> row.getLong(1), endpoint.value());
              if (waiting >= settings.testsWaiting()) {
                return Optional.empty();
              }
              String message = Message.newTestId();
              var now = WebhookRows.at(clock.instant());
              Sql.update(connection, ADD_TEST, endpoint.value(), message, now, now);
              AuditTable.append(connection, AuditTrail.REST, List.of(audit));
              return Optional.of(
                  Sql.one(connection, GET, WebhookRows::delivery, endpoint.value(), message));
            });
    bell.ring();
    return added;
  }

  @Override
  public Optional<Delivery> redeliver(EndpointId endpoint, String messageId, AuditEvent audit) {
    Optional<Delivery> begun =
        transactions.write(
            connection -> {
              AuditTable.lock(connection, AuditTrail.REST);
              var now = WebhookRows.at(clock.instant());
              if (Sql.update(connection, REDELIVER, now, endpoint.value(), messageId) == 0) {
                return Optional.empty();
              }
              AuditTable.append(connection, AuditTrail.REST, List.of(audit));
              return Optional.of(
                  Sql.one(connection, GET, WebhookRows::delivery, endpoint.value(), messageId));
            });
    bell.ring();
    return begun;
  }

  @Override
  public long recover(EndpointId endpoint, Instant since, AuditEvent audit) {
    Instant now = clock.instant();
    List<Long> step = failed(endpoint, since, 0);
    long recovered = beginAnew(step, now, audit);
    while (step.size() == STEP) {
      step = failed(endpoint, since, step.getLast());
      recovered += beginAnew(step, now, audit);
    }
    return recovered;
  }

  private int beginAnew(List<Long> numbers, Instant now, AuditEvent audit) {
    var at = WebhookRows.at(now);
    int begun =
        transactions.write(
            connection -> {
              // The audit chain's lock before all rows, as those take it who disable an endpoint.
              AuditTable.append(connection, AuditTrail.REST, List.of(audit));
              return IntStream.of(
                      Sql.updateEach(
                          connection,
                          RECOVER,
                          numbers.stream().map(number -> List.of(at, number)).toList()))
                  .sum();
            });
    bell.ring();
    return begun;
  }

  private List<Long> failed(EndpointId endpoint, Instant since, long after) {
    return transactions.withoutTransaction(
        connection ->
            Sql.list(
                connection,
                FAILED,
                row -> row.getLong(1),
                endpoint.value(),
                after,
                WebhookRows.at(since),
                STEP));
  }
}
