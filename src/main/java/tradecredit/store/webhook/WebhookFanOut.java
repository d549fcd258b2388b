package tradecredit.store.webhook;

import static tradecredit.store.sql.RowsStatement.instant;
import static tradecredit.store.sql.RowsStatement.number;
import static tradecredit.store.sql.RowsStatement.text;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import tradecredit.agreement.AccountId;
import tradecredit.store.sql.RowsStatement;
import tradecredit.store.sql.Sql;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.Message;

/**
 * Sends events round to one endpoint: a delivery for each that it wants, and its cursor past all of
 * them, in one transaction. Events of an account become visible in the order of their sequence,
 * since each posting holds the account's head when it writes them; so nothing can appear behind a
 * cursor, and up to a head's last event nothing is missing.
 */
final class WebhookFanOut {

  private static final String LAGGING =
      """
      SELECT c.account_id, h.last_event FROM webhook_cursor c JOIN account_head h ON h.account_id = c.account_id
      WHERE c.endpoint_id = ? AND h.last_event > c.sequence ORDER BY c.account_id""";

  /** One instance moves a cursor at a time; the others pass it by. */
  private static final String CURSOR =
      "SELECT sequence FROM webhook_cursor WHERE endpoint_id = ? AND account_id = ? FOR UPDATE SKIP LOCKED";

  /** Ordered as its index is, which H2 needs to end where it has enough. */
  private static final String EVENTS =
      """
      SELECT sequence, type, recorded_at FROM event WHERE account_id = ? AND sequence > ? AND sequence <= ?
        AND (CAST(? AS VARCHAR ARRAY) IS NULL
          OR type IN (SELECT w.text FROM UNNEST(CAST(? AS VARCHAR ARRAY)) AS w (text)))
      ORDER BY account_id, sequence FETCH FIRST ? ROWS ONLY""";

  /**
   * Moves the cursor only if the endpoint is as it was read. If it was changed since, it may want
   * events that were read for it already and left out.
   */
  private static final String MOVE =
      """
      UPDATE webhook_cursor SET sequence = ? WHERE endpoint_id = ? AND account_id = ?
        AND EXISTS (SELECT 1 FROM webhook_endpoint e WHERE e.id = ? AND e.version = ?)""";

  private static final RowsStatement<Event> DELIVERIES =
      RowsStatement.of(
          """
          INSERT INTO webhook_delivery (endpoint_id, account_id, next_attempt_at, sequence, message_id, type, event_at,
            state, tries, attempts)
          SELECT CAST(? AS VARCHAR(32)), CAST(? AS VARCHAR(64)), CAST(? AS TIMESTAMP WITH TIME ZONE), r.sequence,
            r.message_id, r.type, r.event_at, 'waiting', 0, 0
          FROM {rows}
          ORDER BY r.sequence""",
          number("sequence", Event::sequence),
          text("message_id", Event::messageId),
          text("type", Event::type),
          instant("event_at", Event::at));

  private final int most;
  private final int span;
  private final PartyAccounts accounts;

  /**
   * Of accounts that the endpoint's party is on.
   *
   * @param most so many deliveries for an account at once
   * @param span so many events of an account are gone over at once, wanted or not
   */
  WebhookFanOut(int most, int span, PartyAccounts accounts) {
    this.most = most;
    this.span = span;
    this.accounts = accounts;
  }

  private record Event(long sequence, String messageId, String type, Instant at) {}

  /** An account with events that were not sent round, up to the last that is there. */
  private record Lagging(String account, long lastEvent) {}

  /** The events of an account after one, up to another. */
  private record Stretch(String account, long after, long upTo) {}

  /**
   * Goes over the next events, wanted or not, and returns how many they were: a bounded number, and
   * none where the endpoint was changed since it was read.
   */
  int run(Connection connection, Endpoint endpoint, OffsetDateTime due) throws SQLException {
    String id = endpoint.id().value();
    List<String> heard = accounts.of(endpoint.party());
    List<Lagging> all =
        Sql.list(
            connection,
            LAGGING,
            row -> new Lagging(row.getString("account_id"), row.getLong("last_event")),
            id);
    int over = 0;
    for (Lagging one : all) {
      if (heard.contains(one.account())) {
        for (long after : Sql.list(connection, CURSOR, row -> row.getLong(1), id, one.account())) {
          long upTo = Math.min(one.lastEvent(), after + span);
          over += run(connection, endpoint, new Stretch(one.account(), after, upTo), due);
        }
      }
    }
    return over;
  }

  private int run(Connection connection, Endpoint endpoint, Stretch stretch, OffsetDateTime due)
      throws SQLException {
    if (stretch.upTo() <= stretch.after()) {
      // Another instance has moved the cursor since, past what was the last event then.
      return 0;
    }
    List<Event> events = wanted(connection, endpoint, stretch);
    long last = events.size() < most ? stretch.upTo() : events.getLast().sequence();
    if (!move(connection, endpoint, stretch.account(), last)) {
      return 0;
    }
    insert(connection, endpoint, stretch.account(), events, due);
    return Math.toIntExact(last - stretch.after());
  }

  private List<Event> wanted(Connection connection, Endpoint endpoint, Stretch stretch)
      throws SQLException {
    AccountId account = new AccountId(stretch.account());
    Set<String> types = endpoint.subscription().eventTypes();
    Array wanted = types == null ? null : Sql.texts(connection, List.copyOf(types));
    return Sql.list(
        connection,
        EVENTS,
        row -> {
          Instant at = Sql.instant(row, "recorded_at");
          long sequence = row.getLong("sequence");
          return new Event(
              sequence, Message.idOf(account, sequence, at), row.getString("type"), at);
        },
        stretch.account(),
        stretch.after(),
        stretch.upTo(),
        wanted,
        wanted,
        most);
  }

  private static boolean move(Connection connection, Endpoint endpoint, String account, long last)
      throws SQLException {
    String id = endpoint.id().value();
    return Sql.update(connection, MOVE, last, id, account, id, endpoint.version()) > 0;
  }

  private static void insert(
      Connection connection,
      Endpoint endpoint,
      String account,
      List<Event> events,
      OffsetDateTime due)
      throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(DELIVERIES.sql(connection, events.size()))) {
      statement.setString(1, endpoint.id().value());
      statement.setString(2, account);
      statement.setObject(3, due);
      int _ = DELIVERIES.bindColumns(statement, 4, events);
      statement.executeUpdate();
    }
  }
}
