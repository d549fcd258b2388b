package tradecredit.store.webhook;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditTrail;
import tradecredit.agreement.PartyId;
import tradecredit.store.head.AuditTable;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.Transactions;
import tradecredit.webhook.Bell;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.Endpoints;
import tradecredit.webhook.WebhookSettings;

/**
 * The endpoints in {@code webhook_endpoint}; which accounts one hears, its cursors say. Who changes
 * them holds the lock of the rest's audit chain, which orders all changes.
 */
@Singleton
final class JdbcWebhookEndpoints implements Endpoints {

  private static final String COUNT =
      "SELECT COUNT(*) FROM webhook_endpoint WHERE party = ? AND state <> 'deleted'";

  private static final String ADD =
      """
      INSERT INTO webhook_endpoint (id, party, url, event_types, description, state, state_since, secret, created_by,
        created_at)
      SELECT ?, ?, ?, ?, ?, 'enabled', instant, ?, ?, instant FROM database_clock""";

  private static final String GET =
      "SELECT %s FROM webhook_endpoint e WHERE e.id = ?".formatted(WebhookRows.ENDPOINT_COLUMNS);

  private static final String LIST =
      """
      SELECT %s FROM webhook_endpoint e WHERE e.party = ? AND e.id > ?
      ORDER BY e.id FETCH FIRST ? ROWS ONLY"""
          .formatted(WebhookRows.ENDPOINT_COLUMNS);

  /** At another URL it begins anew: answers from the earlier URL do not count any more. */
  private static final String REPLACE =
      """
      UPDATE webhook_endpoint SET version = version + 1,
        failing_since = CASE WHEN url = CAST(? AS VARCHAR) THEN failing_since END,
        paused_until = CASE WHEN url = CAST(? AS VARCHAR) THEN paused_until END,
        url = ?, event_types = ?, description = ? WHERE id = ?""";

  private static final String ROTATE =
      """
      UPDATE webhook_endpoint SET version = version + 1,
        previous_secret = CASE WHEN CAST(? AS TIMESTAMP WITH TIME ZONE) IS NOT NULL THEN secret END,
        previous_secret_until = ?, secret = ?
      WHERE id = ? AND state <> 'deleted'""";

  private static final String STATE =
      "SELECT state FROM webhook_endpoint WHERE id = ? AND state <> 'deleted'";

  /** When it is enabled it begins anew: what its receiver did before does not count any more. */
  private static final String SET =
      """
      UPDATE webhook_endpoint SET version = version + 1, state = ?, state_reason = ?, state_since = (SELECT instant FROM database_clock),
        failing_since = CASE WHEN CAST(? AS VARCHAR) = 'enabled' THEN NULL ELSE failing_since END,
        paused_until = NULL WHERE id = ?""";

  private final Transactions transactions;
  private final WebhookCursors cursors;
  private final WebhookBacklog backlog;
  private final WebhookSettings settings;
  private final Bell bell;

  JdbcWebhookEndpoints(
      Transactions transactions,
      WebhookCursors cursors,
      WebhookBacklog backlog,
      WebhookSettings settings,
      Bell bell) {
    this.transactions = transactions;
    this.cursors = cursors;
    this.backlog = backlog;
    this.settings = settings;
    this.bell = bell;
  }

  @Override
  public Optional<Endpoint> add(NewEndpoint endpoint, AuditEvent audit) {
    return transactions.write(
        connection -> {
          AuditTable.lock(connection, AuditTrail.REST);
          long present =
              Sql.one(connection, COUNT, row -> row.getLong(1), endpoint.party().value());
          if (present >= settings.endpointsPerParty()) {
            return Optional.empty();
          }
          insert(connection, endpoint, audit.principal());
          AuditTable.append(connection, AuditTrail.REST, List.of(audit));
          return find(connection, endpoint.id());
        });
  }

  private void insert(Connection connection, NewEndpoint endpoint, String createdBy)
      throws SQLException {
    Endpoint.Subscription subscription = endpoint.subscription();
    Sql.update(
        connection,
        ADD,
        endpoint.id().value(),
        endpoint.party().value(),
        subscription.url(),
        WebhookRows.types(subscription.eventTypes()),
        subscription.description(),
        endpoint.sealedSecret(),
        createdBy);
    cursors.hear(connection, endpoint.id(), endpoint.party(), subscription.accounts());
  }

  private Optional<Endpoint> find(Connection connection, EndpointId id) throws SQLException {
    return Sql.list(connection, GET, row -> cursors.endpoint(connection, row), id.value()).stream()
        .findFirst();
  }

  @Override
  public Optional<Seen> get(EndpointId id) {
    return transactions.read(
        connection -> {
          Optional<Endpoint> found = find(connection, id);
          return found.isEmpty() ? Optional.empty() : Optional.of(seen(connection, found.get()));
        });
  }

  private Seen seen(Connection connection, Endpoint endpoint) throws SQLException {
    return new Seen(endpoint, backlog.of(connection, endpoint));
  }

  @Override
  public List<Seen> list(PartyId party, String after, int most) {
    return transactions.read(
        connection -> {
          List<Seen> all = new ArrayList<>();
          for (Endpoint endpoint :
              Sql.list(
                  connection,
                  LIST,
                  row -> cursors.endpoint(connection, row),
                  party.value(),
                  after,
                  most)) {
            all.add(seen(connection, endpoint));
          }
          return all;
        });
  }

  @Override
  public boolean replace(EndpointId id, Endpoint.Subscription subscription, AuditEvent audit) {
    return changed(
        audit,
        connection -> {
          Optional<Endpoint> before =
              find(connection, id).filter(one -> one.state() != Endpoint.State.DELETED);
          if (before.isPresent()) {
            backlog.change(connection, before.get(), subscription);
            replace(connection, id.value(), subscription);
            cursors.hear(connection, id, before.get().party(), subscription.accounts());
          }
          return before.isPresent();
        });
  }

  private static void replace(Connection connection, String id, Endpoint.Subscription subscription)
      throws SQLException {
    Sql.update(
        connection,
        REPLACE,
        subscription.url(),
        subscription.url(),
        subscription.url(),
        WebhookRows.types(subscription.eventTypes()),
        subscription.description(),
        id);
  }

  @Override
  public boolean rotate(
      EndpointId id, String sealedSecret, @Nullable Instant previousUntil, AuditEvent audit) {
    OffsetDateTime until = WebhookRows.atOrNull(previousUntil);
    return changed(
        audit,
        connection -> Sql.update(connection, ROTATE, until, until, sealedSecret, id.value()) > 0);
  }

  private boolean changed(AuditEvent audit, Transactions.Work<Boolean> change) {
    boolean there =
        transactions.write(
            connection -> {
              AuditTable.lock(connection, AuditTrail.REST);
              boolean done = change.run(connection);
              if (done) {
                AuditTable.append(connection, AuditTrail.REST, List.of(audit));
              }
              return done;
            });
    bell.ringForChange();
    return there;
  }

  @Override
  public boolean set(
      EndpointId id, Endpoint.State state, Endpoint.@Nullable Reason reason, AuditEvent audit) {
    boolean there =
        transactions.write(
            connection -> {
              AuditTable.lock(connection, AuditTrail.REST);
              Optional<String> present = stateUnlessDeleted(connection, id);
              if (present.isPresent() && !present.get().equals(state.wireName())) {
                if (state == Endpoint.State.ENABLED) {
                  backlog.beginAnew(connection, id);
                }
                setNow(connection, id, state, reason);
                AuditTable.append(connection, AuditTrail.REST, List.of(audit));
              }
              return present.isPresent();
            });
    bell.ringForChange();
    return there;
  }

  /** Under the lock of the audit chain it stays so. */
  private static Optional<String> stateUnlessDeleted(Connection connection, EndpointId id)
      throws SQLException {
    return Sql.list(connection, STATE, row -> row.getString(1), id.value()).stream().findFirst();
  }

  /** Within a transaction that holds the lock of the audit chain. */
  static void setNow(
      Connection connection, EndpointId id, Endpoint.State state, Endpoint.@Nullable Reason reason)
      throws SQLException {
    Sql.update(
        connection,
        SET,
        state.wireName(),
        reason == null ? null : reason.wireName(),
        state.wireName(),
        id.value());
  }
}
