package tradecredit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import tradecredit.agreement.AccountId;
import tradecredit.webhook.Message;

/**
 * What is told (design section 8, 5), looked up in the tables: behind its cursor an endpoint has
 * each event it wants as a delivery, once, under the event's own id; before it, none; and what is
 * delivered has an attempt that was a success.
 */
final class WebhookWalk {

  private WebhookWalk() {}

  static void verify(Connection connection) throws SQLException {
    none(
        connection,
        "deliveries beyond their cursor",
        """
        SELECT COUNT(*) FROM webhook_delivery d JOIN webhook_cursor c
          ON c.endpoint_id = d.endpoint_id AND c.account_id = d.account_id WHERE d.sequence > c.sequence""");
    none(
        connection,
        "cursors beyond the last event",
        """
        SELECT COUNT(*) FROM webhook_cursor c JOIN account_head h ON h.account_id = c.account_id
        WHERE c.sequence > h.last_event""");
    none(
        connection,
        "events that an endpoint of all types was passed by with",
        """
        SELECT COUNT(*) FROM webhook_endpoint e
        JOIN webhook_cursor c ON c.endpoint_id = e.id
        JOIN event v ON v.account_id = c.account_id AND v.sequence <= c.sequence
        WHERE e.event_types IS NULL AND v.sequence > (SELECT MIN(m.sequence) FROM webhook_delivery m
            WHERE m.endpoint_id = e.id AND m.account_id = c.account_id)
          AND NOT EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.endpoint_id = e.id
            AND d.account_id = v.account_id AND d.sequence = v.sequence)""");
    attemptsAreWhatDeliveriesSay(connection);
    idsAreTheEvents(connection);
  }

  private static void attemptsAreWhatDeliveriesSay(Connection connection) throws SQLException {
    none(
        connection,
        "deliveries with other attempts than they count",
        """
        SELECT COUNT(*) FROM webhook_delivery d WHERE d.attempts <> (SELECT COUNT(*) FROM webhook_attempt a
          WHERE a.delivery_number = d.number AND a.attempt BETWEEN 1 AND d.attempts)""");
    none(
        connection,
        "deliveries that are done otherwise than their last attempt says",
        """
        SELECT COUNT(*) FROM webhook_delivery d JOIN webhook_attempt a
          ON a.delivery_number = d.number AND a.attempt = d.attempts
        WHERE (d.state = 'delivered' AND a.failure IS NOT NULL) OR (d.state = 'givenUp' AND a.failure IS NULL)""");
    none(
        connection,
        "deliveries that are delivered without an attempt",
        "SELECT COUNT(*) FROM webhook_delivery WHERE state = 'delivered' AND attempts = 0");
  }

  private static void none(Connection connection, String what, String count) throws SQLException {
    assertThat(Invariants.number(connection, count)).as(what).isZero();
  }

  private static void idsAreTheEvents(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT d.message_id, d.account_id, d.sequence, v.recorded_at, d.type, v.type FROM webhook_delivery d
                JOIN event v ON v.account_id = d.account_id AND v.sequence = d.sequence""");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        assertThat(rows.getString(1))
            .isEqualTo(
                Message.idOf(
                    new AccountId(rows.getString(2)),
                    rows.getLong(3),
                    rows.getObject(4, OffsetDateTime.class)
                        .toInstant()
                        .truncatedTo(ChronoUnit.MICROS)));
        assertThat(rows.getString(5)).isEqualTo(rows.getString(6));
      }
    }
  }
}
