package tradecredit.store.figure;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.inquiry.InquirySettings;
import tradecredit.platform.UnavailableException;
import tradecredit.store.sql.Days;
import tradecredit.store.sql.Sql;
import tradecredit.store.sql.SqlFaults;
import tradecredit.store.sql.Transactions;
import tradecredit.upkeep.Upkeep;

/**
 * Rolls up the movements of each business date that has ended, so that what was known at an instant
 * costs days and the movements of one day, not invoices. It may be late or never come: what is not
 * rolled up is summed from the movements, with the same result.
 */
@Singleton
public class KnownDays implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(KnownDays.class);

  private static final String LAST_BY =
      """
      SELECT business_date, last_sequence FROM known_day
      WHERE account_id = ? AND last_sequence <= ? ORDER BY account_id DESC, last_sequence DESC LIMIT 1""";

  private static final String ROLLED_UP =
      """
      SELECT last_sequence FROM known_day
      WHERE account_id = ? AND business_date %s ? ORDER BY account_id DESC, business_date DESC LIMIT 1""";

  private static final String ROLLED_UP_BEFORE = ROLLED_UP.formatted("<");
  private static final String ROLLED_UP_BY = ROLLED_UP.formatted("<=");

  private static final String HEAD =
      "SELECT business_date, last_sequence FROM account_head WHERE account_id = ?";

  private static final String BUSINESS_DATE =
      "SELECT business_date FROM entry WHERE account_id = ? AND sequence = ?";

  private static final String NEW_DAY =
      "INSERT INTO known_day (account_id, business_date, last_sequence) VALUES (?, ?, ?)";

  private static final String NEW_CELLS =
      """
      INSERT INTO known_cell (account_id, business_date, kind, due_date, invoice_date, effective_date, amount,
        disputed_amount, open_invoices)
      SELECT account_id, CAST(? AS DATE), kind, due_date, invoice_date, effective_date, SUM(amount),
        SUM(disputed_amount), SUM(open_invoices)
      FROM open_item_movement WHERE account_id = ? AND sequence > ? AND sequence <= ?
      GROUP BY account_id, kind, due_date, invoice_date, effective_date""";

  private final Transactions transactions;
  private final Agreement agreement;
  private final InquirySettings settings;

  KnownDays(Transactions transactions, Agreement agreement, InquirySettings settings) {
    this.transactions = transactions;
    this.agreement = agreement;
    this.settings = settings;
  }

  /**
   * A day that is rolled up with all before it.
   *
   * @param date the business date; before all days where none is
   * @param lastSequence its last entry, 0 where none is
   */
  public record Day(LocalDate date, long lastSequence) {}

  /** The last rolled up day whose entries are all among the first {@code sequence}. */
  public static Day lastBy(Connection connection, String account, long sequence)
      throws SQLException {
    List<Day> days =
        Sql.list(
            connection,
            LAST_BY,
            row -> new Day(Sql.date(row, "business_date"), row.getLong("last_sequence")),
            account,
            sequence);
    return days.isEmpty() ? new Day(Days.BEFORE_ALL, 0) : days.getFirst();
  }

  /** The last entry that was posted by the end of a business date; 0 where none was. */
  public static long lastSequence(Connection connection, String account, LocalDate day)
      throws SQLException {
    Day rolledUp = lastBy(connection, account, Long.MAX_VALUE);
    if (day.isBefore(rolledUp.date())) {
      return rolledUpBy(connection, account, day);
    }
    Day head = head(connection, account);
    return lastOf(connection, account, day, rolledUp.lastSequence(), head.lastSequence());
  }

  /**
   * The last entry that was posted before a business date, as far as days are rolled up; 0 where
   * there is none.
   */
  public static long rolledUpBefore(Connection connection, String account, LocalDate day)
      throws SQLException {
    return rolledUp(connection, ROLLED_UP_BEFORE, account, day);
  }

  /** The same by its end. */
  public static long rolledUpBy(Connection connection, String account, LocalDate day)
      throws SQLException {
    return rolledUp(connection, ROLLED_UP_BY, account, day);
  }

  private static long rolledUp(Connection connection, String sql, String account, LocalDate day)
      throws SQLException {
    List<Long> last = Sql.list(connection, sql, row -> row.getLong("last_sequence"), account, day);
    return last.isEmpty() ? 0 : last.getFirst();
  }

  @Override
  public Duration interval() {
    return settings.rollUpInterval();
  }

  @Override
  public void run() {
    try {
      rollUp();
    } catch (UnavailableException away) {
      LOG.warn("Days are not rolled up now: {}", away.getMessage());
    }
  }

  /** Rolls up all days that have ended, a transaction each, and returns how many they were. */
  public int rollUp() {
    int days = 0;
    for (TradingAccount account : agreement.accounts()) {
      while (rollUpNext(account.id())) {
        days++;
      }
    }
    return days;
  }

  private boolean rollUpNext(AccountId account) {
    try {
      return transactions.write(connection -> rollUpNext(connection, account.value()));
    } catch (RuntimeException fault) {
      if (SqlFaults.isDuplicate(fault)) {
        // Another replica rolls up the same day; it goes on with the next.
        return false;
      }
      throw fault;
    }
  }

  private static boolean rollUpNext(Connection connection, String account) throws SQLException {
    Day head = head(connection, account);
    Day last = lastBy(connection, account, Long.MAX_VALUE);
    // Another replica may have rolled up a day that came and ended since the head was read.
    if (last.lastSequence() >= head.lastSequence()) {
      return false;
    }
    LocalDate day = businessDate(connection, account, last.lastSequence() + 1);
    if (!day.isBefore(head.date())) {
      return false;
    }
    long end = lastOf(connection, account, day, last.lastSequence() + 1, head.lastSequence());
    Sql.update(connection, NEW_DAY, account, day, end);
    Sql.update(connection, NEW_CELLS, day, account, last.lastSequence(), end);
    return true;
  }

  private static Day head(Connection connection, String account) throws SQLException {
    return Sql.one(
        connection,
        HEAD,
        row -> new Day(Sql.date(row, "business_date"), row.getLong("last_sequence")),
        account);
  }

  /**
   * The last entry by the end of a day, which is one of those that are given, and {@code first} if
   * it is no later one. Business dates never fall with the sequence, so a few steps find it, and no
   * index has to be kept.
   */
  private static long lastOf(
      Connection connection, String account, LocalDate day, long first, long last)
      throws SQLException {
    long low = first;
    long high = last;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (businessDate(connection, account, middle).isAfter(day)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private static LocalDate businessDate(Connection connection, String account, long sequence)
      throws SQLException {
    return Sql.one(
        connection, BUSINESS_DATE, row -> Sql.date(row, "business_date"), account, sequence);
  }
}
