package tradecredit.store;

import static tradecredit.store.RowsStatement.instant;
import static tradecredit.store.RowsStatement.number;
import static tradecredit.store.RowsStatement.text;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import tradecredit.agreement.AccountId;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.Message;

/**
 * Sends events round to one endpoint: a delivery for each that it wants, and its cursor past all of
 * them, in one transaction. Events of an account become visible in the order of their sequence,
 * since each posting holds the account's head when it writes them; so nothing can appear behind a
 * cursor.
 */
final class WebhookFanOut {

  private static final String LAGGING =
      """
      SELECT c.account_id FROM webhook_cursor c JOIN account_head h ON h.account_id = c.account_id
      WHERE c.endpoint_id = ? AND h.last_event > c.sequence ORDER BY c.account_id""";

  /** One instance moves a cursor at a time; the others pass it by. */
  private static final String CURSOR =
      "SELECT sequence FROM webhook_cursor WHERE endpoint_id = ? AND account_id = ? FOR UPDATE SKIP LOCKED";

  private static final String EVENTS =
      """
      SELECT sequence, type, recorded_at FROM event WHERE account_id = ? AND sequence > ?
      ORDER BY sequence FETCH FIRST ? ROWS ONLY""";

  private static final String MOVE =
      "UPDATE webhook_cursor SET sequence = ? WHERE endpoint_id = ? AND account_id = ?";

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
  private final PartyAccounts accounts;

  /** So many events of an account at once, of accounts that the endpoint's party is on. */
  WebhookFanOut(int most, PartyAccounts accounts) {
    this.most = most;
    this.accounts = accounts;
  }

  private record Event(long sequence, String messageId, String type, Instant at) {}

  /** Goes over the next events and returns how many they were. */
  int run(Connection connection, Endpoint endpoint, OffsetDateTime due) throws SQLException {
    String id = endpoint.id().value();
    int all = 0;
    List<String> lagging = Sql.list(connection, LAGGING, row -> row.getString(1), id);
    lagging.retainAll(accounts.of(endpoint.party()));
    for (String account : lagging) {
      List<Long> cursor = Sql.list(connection, CURSOR, row -> row.getLong(1), id, account);
      if (!cursor.isEmpty()) {
        all += run(connection, endpoint, account, cursor.getFirst(), due);
      }
    }
    return all;
  }

  private int run(
      Connection connection, Endpoint endpoint, String account, long after, OffsetDateTime due)
      throws SQLException {
    List<Event> events =
        Sql.list(
            connection,
            EVENTS,
            row -> {
              Instant at = Sql.instant(row, "recorded_at");
              long sequence = row.getLong("sequence");
              return new Event(
                  sequence,
                  Message.idOf(new AccountId(account), sequence, at),
                  row.getString("type"),
                  at);
            },
            account,
            after,
            most);
    if (events.isEmpty()) {
      return 0;
    }
    insert(
        connection,
        endpoint,
        account,
        events.stream().filter(event -> endpoint.wanted().hears(event.type())).toList(),
        due);
    Sql.update(connection, MOVE, events.getLast().sequence(), endpoint.id().value(), account);
    return events.size();
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
