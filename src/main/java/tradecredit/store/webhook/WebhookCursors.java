package tradecredit.store.webhook;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.PartyId;
import tradecredit.store.sql.Sql;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;

/**
 * Which accounts an endpoint hears: those of which it has a cursor, and which its party is on by
 * the agreement in force. The cursor of an account that its party has been taken off stays where it
 * is, whatever is done to the endpoint meanwhile: the party may be put back, and is told then what
 * has waited.
 */
@Singleton
final class WebhookCursors {

  /** From the present end: the head's lock is not needed, since a cursor may only be too low. */
  private static final String HEAR =
      """
      INSERT INTO webhook_cursor (endpoint_id, account_id, sequence)
      SELECT ?, account_id, last_event FROM account_head WHERE account_id = ?""";

  private static final String FORGET =
      "DELETE FROM webhook_cursor WHERE endpoint_id = ? AND account_id = ?";

  private static final String ALL =
      "SELECT account_id FROM webhook_cursor WHERE endpoint_id = ? ORDER BY account_id";

  private final PartyAccounts accounts;

  WebhookCursors(Agreement agreement) {
    this.accounts = new PartyAccounts(agreement);
  }

  /** The endpoint of {@code row}, with what it hears. */
  Endpoint endpoint(Connection connection, ResultSet row) throws SQLException {
    PartyId party = new PartyId(row.getString("party"));
    return WebhookRows.endpoint(row, heard(connection, row.getString("id"), party));
  }

  private List<String> heard(Connection connection, String endpoint, PartyId party)
      throws SQLException {
    List<String> own = accounts.of(party);
    return Sql.list(connection, ALL, row -> row.getString(1), endpoint).stream()
        .filter(own::contains)
        .toList();
  }

  /**
   * Hears {@code wanted} and no other account of {@code party} from now on: what is heard still
   * goes on where it was.
   */
  void hear(Connection connection, EndpointId endpoint, PartyId party, List<AccountId> wanted)
      throws SQLException {
    List<String> before = heard(connection, endpoint.value(), party);
    List<String> after = wanted.stream().map(AccountId::value).toList();
    for (String account : before) {
      if (!after.contains(account)) {
        Sql.update(connection, FORGET, endpoint.value(), account);
      }
    }
    for (String account : after) {
      if (!before.contains(account)) {
        Sql.update(connection, HEAR, endpoint.value(), account);
      }
    }
  }
}
