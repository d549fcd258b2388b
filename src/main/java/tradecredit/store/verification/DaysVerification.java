package tradecredit.store.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tradecredit.ledger.Entry;
import tradecredit.ledger.Replay;
import tradecredit.money.Money;
import tradecredit.store.sql.Sql;

/**
 * Proves what is kept by business date: the last entry of each day that {@code KnownDays} rolled
 * up, and the highest balance of each day of a breach. For {@link RecordsVerification}.
 */
final class DaysVerification {

  private static final String KNOWN_DAYS =
      """
      SELECT business_date, last_sequence FROM known_day WHERE account_id = ?
      ORDER BY account_id, business_date""";

  private static final String PEAKS =
      """
      SELECT number, business_date, balance FROM breach_peak WHERE account_id = ?
      ORDER BY account_id, number, business_date""";

  private record Day(LocalDate date, long lastEntry) {

    static Day read(ResultSet row) throws SQLException {
      return new Day(Sql.date(row, "business_date"), row.getLong("last_sequence"));
    }
  }

  private record Peak(long breach, LocalDate date, Money balance) {

    static Peak read(ResultSet row) throws SQLException {
      return new Peak(
          row.getLong("number"), Sql.date(row, "business_date"), Sql.money(row, "balance"));
    }
  }

  private final TreeMap<LocalDate, Long> lastEntries = new TreeMap<>();
  private final List<Peak> peaks = new ArrayList<>();

  /** Takes the next entry, after which the account stands as the replay does. */
  void entered(Entry entry, Replay replay) {
    lastEntries.put(entry.businessDate(), entry.sequence());
    if (!replay.isOverLimit()) {
      return;
    }
    Peak next = new Peak(replay.position().breaches(), entry.businessDate(), entry.balanceAfter());
    Peak before = peaks.isEmpty() ? null : peaks.getLast();
    if (before == null || before.breach() != next.breach() || !before.date().equals(next.date())) {
      peaks.add(next);
    } else if (next.balance().isGreaterThan(before.balance())) {
      peaks.set(peaks.size() - 1, next);
    }
  }

  /** Holds what is kept against them. Days are rolled up in their order, and maybe not all. */
  void end(Connection connection, String account) throws SQLException {
    List<Day> known = Sql.list(connection, KNOWN_DAYS, Day::read, account);
    List<Day> entered = new ArrayList<>();
    lastEntries.forEach((date, sequence) -> entered.add(new Day(date, sequence)));
    same(
        "a day that is rolled up",
        known,
        entered.subList(0, Math.min(known.size(), entered.size())));
    same(
        "the highest balance of a breach on a day",
        Sql.list(connection, PEAKS, Peak::read, account),
        peaks);
  }

  private static <T> void same(String what, List<T> recorded, List<T> follows) {
    for (int i = 0; i < Math.max(recorded.size(), follows.size()); i++) {
      BrokenBookException.unlessEqual(
          what,
          i < recorded.size() ? recorded.get(i) : "nothing",
          i < follows.size() ? follows.get(i) : "nothing");
    }
  }
}
