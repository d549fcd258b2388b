package tradecredit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Position;
import tradecredit.ledger.Standing;

/** The accounts' heads: the only rows that are ever locked. */
final class HeadTable {

  private HeadTable() {}

  static final String READ =
      """
      SELECT account_id, business_date, balance, last_sequence, last_hash, recorded_at, terms_version, past_due,
        disputed_amount, unapplied_credit, shortfall, standing, last_decision, last_event, last_standing_change
      FROM account_head WHERE account_id = ?""";

  /**
   * The lock alone; what else the batch needs is loaded by later statements, or it would be stale.
   */
  static final String LOCK = READ + " FOR UPDATE";

  /** Moves a head to a position; see {@link #parameters}. */
  static final String UPDATE =
      """
      UPDATE account_head SET business_date = ?, balance = ?, last_sequence = ?, last_hash = ?, recorded_at = ?,
        past_due = ?, disputed_amount = ?, unapplied_credit = ?, shortfall = ?, standing = ?, last_decision = ?,
        last_event = ?, last_standing_change = ?
      WHERE account_id = ?""";

  /** A head: the position and which terms are its last. */
  record Head(Position position, int termsVersion) {}

  static Head select(Connection connection, String select, AccountId account) throws SQLException {
    return Sql.one(connection, select, HeadTable::read, account.value());
  }

  static Head read(ResultSet row) throws SQLException {
    Position position =
        new Position(
            new AccountId(row.getString("account_id")),
            Sql.date(row, "business_date"),
            Sql.money(row, "balance"),
            row.getLong("last_sequence"),
            row.getString("last_hash"),
            Sql.instant(row, "recorded_at"),
            Sql.money(row, "past_due"),
            Sql.money(row, "disputed_amount"),
            Sql.money(row, "unapplied_credit"),
            Sql.money(row, "shortfall"),
            Standing.of(row.getString("standing")),
            row.getLong("last_decision"),
            row.getLong("last_event"),
            row.getLong("last_standing_change"));
    return new Head(position, row.getInt("terms_version"));
  }

  /** The parameters of {@link #UPDATE}. */
  static List<Object> parameters(Position position) {
    return List.of(
        position.businessDate(),
        position.balance().cents(),
        position.sequence(),
        position.hash(),
        position.recordedAt().atOffset(ZoneOffset.UTC),
        position.pastDue().cents(),
        position.disputed().cents(),
        position.unappliedCredit().cents(),
        position.shortfall().cents(),
        position.standing().wireName(),
        position.decisions(),
        position.events(),
        position.standingChanges(),
        position.account().value());
  }
}
