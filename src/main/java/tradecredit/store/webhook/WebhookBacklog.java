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
import tradecredit.webhook.WebhookSettings;

/**
 * What an endpoint has not been told: how much it is, and what becomes of it when the endpoint is
 * changed. All of it runs within the transaction of the change, which holds the lock of the rest's
 * audit chain, before the endpoint's own row is locked, and takes deliveries in the order of their
 * numbers, as whoever records attempts takes them: so nobody waits for another in a ring.
 */
@Singleton
final class WebhookBacklog {

  /**
   * The most deliveries of an account that a change makes of events not yet sent round; and the
   * most that begin anew when an endpoint is enabled.
   */
  private static final int MOST = 10_000;

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

  /** Those that have no row, or none any more, included: the endpoint keeps their number. */
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
        AND number > ? ORDER BY number LIMIT ?""";

  private static final String FAILED =
      """
      SELECT number, account_id, type, tries FROM webhook_delivery WHERE endpoint_id = ? AND state = 'waiting'
        AND tries > 0 ORDER BY number LIMIT ?""";

  /**
   * Gives up or begins anew. Without its lease: what is under way ends, and is not recorded, since
   * it was begun before this.
   */
  private static final String MOVE =
      """
      UPDATE webhook_delivery SET state = ?, finished_at = ?, tries = 0, next_attempt_at = ?, lease = NULL,
        leased_until = NULL
      WHERE number = ? AND state = 'waiting'""";

  /**
   * Events behind the cursors that the endpoint wanted, and that are wanted no more: for their type
   * on every account, since the cursor of one that the party is off now may go on, too; for their
   * account on those alone that the party is on.
   */
  private static final String LEFT =
      """
      SELECT COUNT(*) FROM webhook_cursor c JOIN account_head h ON h.account_id = c.account_id
      JOIN event v ON v.account_id = c.account_id AND v.sequence > c.sequence AND v.sequence <= h.last_event
      WHERE c.endpoint_id = ?
        AND (CAST(? AS VARCHAR ARRAY) IS NULL
          OR v.type IN (SELECT b.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS b (text)))
        AND ((c.account_id IN (SELECT p.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS p (text))
            AND c.account_id NOT IN (SELECT a.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS a (text)))
          OR (CAST(? AS VARCHAR ARRAY) IS NOT NULL
            AND v.type NOT IN (SELECT t.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS t (text))))""";

  private static final String COUNT =
      "UPDATE webhook_endpoint SET given_up_swept = given_up_swept + ? WHERE id = ?";

  private final PartyAccounts accounts;
  private final WebhookFanOut fanOut;
  private final WebhookSettings settings;
  private final InstantSource clock;

  WebhookBacklog(Agreement agreement, WebhookSettings settings, InstantSource clock) {
    this.accounts = new PartyAccounts(agreement);
    this.fanOut = new WebhookFanOut(MOST, Integer.MAX_VALUE, accounts);
    this.settings = settings;
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
   * Gives up what {@code before} wanted and has not been told, and is wanted no more, and where its
   * URL changes begins anew what has failed at the one before. What waits though {@code before} did
   * not want it was sent anew by hand, and waits on. Accounts that its party has been taken off are
   * no part of what is wanted: what waits of them waits on, if its type is wanted still.
   *
   * <p>What it wanted of what was committed until now becomes deliveries first, so that a recovery
   * finds what is given up: 10,000 of an account at most, since one change must not write a backlog
   * of any size. What is beyond that and given up is counted, as is all that was not sent round of
   * an account that the party is off.
   */
  void change(Connection connection, Endpoint before, Endpoint.Subscription subscription)
      throws SQLException {
    EndpointId id = before.id();
    // After this, no fan-out that has read the endpoint as it was adds deliveries.
    List<String> _ = Sql.list(connection, HOLD_CURSORS, row -> row.getString(1), id.value());
    boolean takesAway = takesAway(before.subscription(), subscription);
    if (takesAway) {
      OffsetDateTime due = WebhookRows.at(clock.instant().plus(settings.schedule().beforeFirst()));
      int _ = fanOut.run(connection, before, due);
    }
    boolean elsewhere = !before.subscription().url().equals(subscription.url());
    if (takesAway || elsewhere) {
      List<String> own = accounts.of(before.party());
      moveAll(
          connection,
          id,
          each -> each.isOf(subscription, own) || !each.isOf(before.subscription(), own),
          each -> elsewhere && each.tries() > 0);
    }
    if (takesAway) {
      countLeft(connection, before, subscription);
    }
  }

  /**
   * Begins anew what has failed: it is due now, and has all of its tries. Of more than 10,000 the
   * oldest: the others keep their schedule, and a recovery begins them anew.
   */
  void beginAnew(Connection connection, EndpointId id) throws SQLException {
    List<Waiting> failed = Sql.list(connection, FAILED, WebhookBacklog::waiting, id.value(), MOST);
    move(connection, failed, each -> true, each -> true);
  }

  private static boolean takesAway(Endpoint.Subscription before, Endpoint.Subscription after) {
    Set<String> types = before.eventTypes();
    Set<String> still = after.eventTypes();
    return !after.accounts().containsAll(before.accounts())
        || (still != null && (types == null || !still.containsAll(types)));
  }

  /** A delivery that waits; a test is of no account. */
  private record Waiting(long number, @Nullable String account, String type, int tries) {

    /**
     * @param own the accounts that the endpoint's party is on
     */
    boolean isOf(Endpoint.Subscription subscription, List<String> own) {
      Set<String> types = subscription.eventTypes();
      return account == null
          || ((!own.contains(account) || subscription.accounts().contains(new AccountId(account)))
              && (types == null || types.contains(type)));
    }
  }

  /** Moves what waits, however much that is, a bounded number at a time. */
  private void moveAll(
      Connection connection, EndpointId id, Predicate<Waiting> wanted, Predicate<Waiting> anew)
      throws SQLException {
    long last = 0;
    List<Waiting> waiting;
    do {
      waiting = Sql.list(connection, WAITING, WebhookBacklog::waiting, id.value(), last, MOST);
      move(connection, waiting, wanted, anew);
      last = waiting.isEmpty() ? last : waiting.getLast().number();
    } while (waiting.size() == MOST);
  }

  private void move(
      Connection connection,
      List<Waiting> waiting,
      Predicate<Waiting> wanted,
      Predicate<Waiting> anew)
      throws SQLException {
    OffsetDateTime now = WebhookRows.at(clock.instant());
    List<List<@Nullable Object>> moves = new ArrayList<>();
    for (Waiting each : waiting) {
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

  private void countLeft(Connection connection, Endpoint before, Endpoint.Subscription subscription)
      throws SQLException {
    Array types = types(connection, before.subscription());
    Array still = types(connection, subscription);
    String id = before.id().value();
    long left =
        Sql.one(
            connection,
            LEFT,
            row -> row.getLong(1),
            id,
            types,
            types,
            ofParty(connection, before),
            Sql.texts(connection, subscription.accounts().stream().map(AccountId::value).toList()),
            still,
            still);
    if (left > 0) {
      Sql.update(connection, COUNT, left, id);
    }
  }

  private static @Nullable Array types(Connection connection, Endpoint.Subscription subscription)
      throws SQLException {
    Set<String> types = subscription.eventTypes();
    return types == null ? null : Sql.texts(connection, List.copyOf(types));
  }
}
