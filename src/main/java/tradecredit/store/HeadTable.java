package tradecredit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.AccountId;
import tradecredit.ledger.Hold;
import tradecredit.ledger.Position;
import tradecredit.ledger.Standing;

/** The accounts' heads: the only rows that are ever locked. */
final class HeadTable {

  private HeadTable() {}

  /** What {@link #read} reads of {@code account_head h}. */
  static final String COLUMNS =
      """
      h.account_id, h.business_date, h.balance, h.last_sequence, h.last_hash, h.recorded_at, h.terms_version, h.past_due,
        h.disputed_amount, h.unapplied_credit, h.shortfall, h.standing, h.last_decision, h.last_event,
        h.last_standing_change, h.hold_sequence, h.hold_reason, h.hold_since, h.last_breach""";

  static final String READ = "SELECT " + COLUMNS + "\nFROM account_head h WHERE h.account_id = ?";

  /**
   * The lock alone; what else the batch needs is loaded by later statements, or it would be stale.
   */
  static final String LOCK = READ + " FOR UPDATE";

  /** The same without waiting: finds no row where another transaction holds it. */
  static final String LOCK_IF_FREE = LOCK + " SKIP LOCKED";

  /** Moves a head to a position; see {@link #parameters}. */
  static final String UPDATE =
      """
      UPDATE account_head SET business_date = ?, balance = ?, last_sequence = ?, last_hash = ?, recorded_at = ?,
        past_due = ?, disputed_amount = ?, unapplied_credit = ?, shortfall = ?, standing = ?, last_decision = ?,
        last_event = ?, last_standing_change = ?, hold_sequence = ?, hold_reason = ?, hold_since = ?, last_breach = ?,
        terms_version = ?
      WHERE account_id = ?""";

  /** Whatever is recorded later is recorded after this instant; see {@link KnownMoments}. */
  static final String RECORD_LATER =
      "UPDATE account_head SET recorded_at = ? WHERE account_id = ? AND recorded_at < ?";

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
            row.getLong("last_standing_change"),
            hold(row),
            row.getLong("last_breach"));
    return new Head(position, row.getInt("terms_version"));
  }

  private static @Nullable Hold hold(ResultSet row) throws SQLException {
    Long sequence = Sql.longOrNull(row, "hold_sequence");
    return sequence == null
        ? null
        : new Hold(sequence, row.getString("hold_reason"), Sql.date(row, "hold_since"));
  }

  /** The parameters of {@link #UPDATE}. */
  static List<@Nullable Object> parameters(Head to) {
    Position position = to.position();
    Hold hold = position.hold();
    return Arrays.asList(
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
        hold == null ? null : hold.sequence(),
        hold == null ? null : hold.reason(),
        hold == null ? null : hold.since(),
        position.breaches(),
        to.termsVersion(),
        position.account().value());
  }
}
