package tradecredit.store.webhook;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.store.sql.Sql;
import tradecredit.webhook.Backlog;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;

/**
 * What an endpoint has not been told: how much it is, and what becomes of it when the endpoint is
 * changed. All of it runs within the transaction of the change, which holds the lock of the rest's
 * audit chain, before the endpoint's own row is locked, and takes deliveries in the order of their
 * numbers, as whoever records attempts takes them: so nobody waits for another in a ring.
 */
@Singleton
final class WebhookBacklog {

  private static final String UNREAD =
      """
      SELECT COALESCE(SUM(h.last_event - c.sequence), 0) FROM webhook_cursor c
      JOIN account_head h ON h.account_id = c.account_id WHERE c.endpoint_id = ?
        AND c.account_id IN (SELECT w.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS w (text))""";

  private static final String COUNTS =
      """
      SELECT COALESCE(SUM(CASE WHEN tries = 0 THEN 1 ELSE 0 END), 0) AS waiting,
        COALESCE(SUM(CASE WHEN tries > 0 THEN 1 ELSE 0 END), 0) AS failing
      FROM webhook_delivery WHERE endpoint_id = ? AND state = 'waiting'""";

  /** Those that were swept included, of which the endpoint keeps the number. */
  private static final String GIVEN_UP =
      """
      SELECT e.given_up_swept
        + (SELECT COUNT(*) FROM webhook_delivery d WHERE d.endpoint_id = e.id AND d.state = 'givenUp')
      FROM webhook_endpoint e WHERE e.id = ?""";

  /** A fan-out under way holds one until it is done; none begins while they are held. */
  private static final String HOLD_CURSORS =
      "SELECT account_id FROM webhook_cursor WHERE endpoint_id = ? ORDER BY account_id FOR UPDATE";

  private static final String WAITING =
      """
      SELECT number, account_id, type, tries FROM webhook_delivery WHERE endpoint_id = ? AND state = 'waiting'
      ORDER BY number""";

  /**
   * Gives up or begins anew. Without its lease: what is under way ends, and is not recorded, since
   * it was begun before this.
   */
  private static final String MOVE =
      """
      UPDATE webhook_delivery SET state = ?, finished_at = ?, tries = 0, next_attempt_at = ?, lease = NULL,
        leased_until = NULL
      WHERE number = ? AND state = 'waiting'""";

  private final PartyAccounts accounts;
  private final InstantSource clock;

  WebhookBacklog(Agreement agreement, InstantSource clock) {
    this.accounts = new PartyAccounts(agreement);
    this.clock = clock;
  }

  /** How much {@code endpoint} has not been told. */
  Backlog of(Connection connection, Endpoint endpoint) throws SQLException {
    String id = endpoint.id().value();
    long unread =
        endpoint.state() == Endpoint.State.DELETED
            ? 0
            : Sql.one(connection, UNREAD, row -> row.getLong(1), id, ofParty(connection, endpoint));
    long givenUp = Sql.one(connection, GIVEN_UP, row -> row.getLong(1), id);
    return Sql.one(
        connection,
        COUNTS,
        row -> new Backlog(unread, row.getLong("waiting"), row.getLong("failing"), givenUp),
        id);
  }

  private Array ofParty(Connection connection, Endpoint endpoint) throws SQLException {
    return Sql.texts(connection, accounts.of(endpoint.party()));
  }

  /**
   * Gives up what {@code before} has not been told and is wanted no more, and where its URL changes
   * begins anew what has failed at the one before.
   */
  void change(Connection connection, Endpoint before, Endpoint.Wanted wanted) throws SQLException {
    EndpointId id = before.id();
    // No fan-out that has read the endpoint as it was adds to it after this.
    List<String> _ = Sql.list(connection, HOLD_CURSORS, row -> row.getString(1), id.value());
    boolean elsewhere = !before.wanted().url().equals(wanted.url());
    move(connection, id, each -> each.isOf(wanted), each -> elsewhere && each.tries() > 0);
  }

  /** Begins anew what has failed: it is due now, and has all of its tries. */
  void beginAnew(Connection connection, EndpointId id) throws SQLException {
    move(connection, id, each -> true, each -> each.tries() > 0);
  }

  /** A delivery that waits; a test is of no account. */
  private record Waiting(long number, @Nullable String account, String type, int tries) {

    boolean isOf(Endpoint.Wanted wanted) {
      Set<String> types = wanted.eventTypes();
      return account == null
          || (wanted.accounts().contains(new AccountId(account))
              && (types == null || types.contains(type)));
    }
  }

  private void move(
      Connection connection, EndpointId id, Predicate<Waiting> wanted, Predicate<Waiting> anew)
      throws SQLException {
    OffsetDateTime now = WebhookRows.at(clock.instant());
    List<List<@Nullable Object>> moves = new ArrayList<>();
    for (Waiting each : Sql.list(connection, WAITING, WebhookBacklog::waiting, id.value())) {
      if (!wanted.test(each)) {
        moves.add(Arrays.asList("givenUp", now, now, each.number()));
      } else if (anew.test(each)) {
        moves.add(Arrays.asList("waiting", null, now, each.number()));
      }
    }
    Sql.updateEach(connection, MOVE, moves);
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getLong("number"),
        row.getString("account_id"),
        row.getString("type"),
        row.getInt("tries"));
  }
}
