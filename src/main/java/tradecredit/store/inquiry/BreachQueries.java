package tradecredit.store.inquiry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.inquiry.BreachReading;
import tradecredit.inquiry.Recorded;
import tradecredit.ledger.Act;
import tradecredit.ledger.BreachChange;
import tradecredit.ledger.DeskDocument;
import tradecredit.money.Money;
import tradecredit.store.sql.Days;
import tradecredit.store.sql.Sql;

/** Breaches as episodes, now or as they stood at the end of a day. */
final class BreachQueries {

  /**
   * The peak is the highest balance after one of the episode's entries, or that it began with. It
   * is kept by day, so it costs days, not entries.
   */
  private static final String PAGE =
      """
      SELECT b.number, b.after_sequence, b.business_date, b.recorded_at, b.cause, b.balance, b.credit_limit,
        c.after_sequence AS cured_sequence, c.business_date AS cured_date, c.recorded_at AS cured_at,
        c.cause AS cured_cause, c.balance AS cured_balance, c.credit_limit AS cured_limit,
        e.sequence AS seen_sequence, a.note, e.principal, e.business_date AS seen_date,
        (SELECT MAX(m.balance) FROM breach_peak m
          WHERE m.account_id = b.account_id AND m.number = b.number AND m.business_date <= ?) AS peak
      FROM breach b
      LEFT JOIN breach_cure c ON c.account_id = b.account_id AND c.number = b.number AND c.business_date <= ?
      LEFT JOIN breach_acknowledgement a ON a.account_id = b.account_id AND a.breach_number = b.number
      LEFT JOIN entry e ON e.account_id = a.account_id AND e.sequence = a.sequence AND e.business_date <= ?
      WHERE b.account_id = ? AND b.business_date <= ? AND b.number > ? ORDER BY b.account_id, b.number LIMIT ?""";

  private static final String EXISTS =
      "SELECT COUNT(*) AS found FROM breach WHERE account_id = ? AND number = ?";

  private final Connection connection;
  private final String account;
  private final LocalDate asOf;

  BreachQueries(Connection connection, String account, @Nullable LocalDate asOf) {
    this.connection = connection;
    this.account = account;
    this.asOf = asOf == null ? Days.AFTER_ALL : asOf;
  }

  static boolean exists(Connection connection, String account, long number) throws SQLException {
    return Sql.one(connection, EXISTS, row -> row.getLong("found"), account, number) > 0;
  }

  List<BreachReading> page(long after, int limit) throws SQLException {
    return Sql.list(
        connection, PAGE, BreachQueries::reading, asOf, asOf, asOf, account, asOf, after, limit);
  }

  private static BreachReading reading(ResultSet row) throws SQLException {
    BreachChange opened =
        new BreachChange(
            row.getLong("number"),
            BreachChange.Kind.OPENED,
            Sql.date(row, "business_date"),
            row.getLong("after_sequence"),
            Sql.instant(row, "recorded_at"),
            Act.of(row.getString("cause")),
            Sql.money(row, "balance"),
            Sql.money(row, "credit_limit"));
    Long highest = Sql.longOrNull(row, "peak");
    Long seen = Sql.longOrNull(row, "seen_sequence");
    return new BreachReading(
        opened,
        highest == null ? opened.balance() : opened.balance().max(Money.ofCents(highest)),
        seen == null
            ? null
            : new DeskDocument.BreachAcknowledgement(seen, opened.number(), row.getString("note")),
        seen == null ? null : acknowledged(row),
        cured(row));
  }

  private static Recorded acknowledged(ResultSet row) throws SQLException {
    return new Recorded(row.getString("principal"), Sql.date(row, "seen_date"));
  }

  private static @Nullable BreachChange cured(ResultSet row) throws SQLException {
    Long sequence = Sql.longOrNull(row, "cured_sequence");
    return sequence == null
        ? null
        : new BreachChange(
            row.getLong("number"),
            BreachChange.Kind.CURED,
            Sql.date(row, "cured_date"),
            sequence,
            Sql.instant(row, "cured_at"),
            Act.of(row.getString("cured_cause")),
            Sql.money(row, "cured_balance"),
            Sql.money(row, "cured_limit"));
  }
}
