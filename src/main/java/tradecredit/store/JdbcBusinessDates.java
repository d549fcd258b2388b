package tradecredit.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditTrail;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.BusinessDateMode;
import tradecredit.agreement.TradingAccount;
import tradecredit.inquiry.BusinessDateSettings;
import tradecredit.inquiry.BusinessDates;

/**
 * The business date: read with the database's clock, set in {@code business_day}, whose row {@link
 * Opening} wrote.
 */
@Singleton
final class JdbcBusinessDates implements BusinessDates {

  private static final String ADVANCE =
      "UPDATE business_day SET business_date = ? WHERE agreement_id = ? AND business_date < ?";

  /**
   * The row that was turned is locked by then, so whoever sealed an instant did so before. No
   * sealed instant is later than what its account's head was recorded at: the turn comes after all
   * of them, and after the turns before, though the clock was set back.
   */
  private static final String NOTE =
      """
      INSERT INTO business_day_turn (agreement_id, business_date, turned_at)
      SELECT k.agreement_id, k.business_date,
        GREATEST(c.instant,
          COALESCE((SELECT MAX(h.recorded_at) FROM account_head h WHERE h.agreement_id = k.agreement_id), c.instant)
            + INTERVAL '0.000001' SECOND,
          COALESCE((SELECT MAX(t.turned_at) FROM business_day_turn t WHERE t.agreement_id = k.agreement_id), c.instant)
            + INTERVAL '0.000001' SECOND)
      FROM (SELECT CAST(? AS VARCHAR(64)) AS agreement_id, CAST(? AS DATE) AS business_date) k CROSS JOIN database_clock c""";

  private final Transactions transactions;
  private final BookClock clock;
  private final Agreement agreement;
  private final BusinessDateMode mode;

  JdbcBusinessDates(
      Transactions transactions,
      BookClock clock,
      Agreement agreement,
      BusinessDateSettings settings) {
    this.transactions = transactions;
    this.clock = clock;
    this.agreement = agreement;
    this.mode = settings.mode();
  }

  @Override
  public BusinessDateMode mode() {
    return mode;
  }

  @Override
  public LocalDate today() {
    return transactions.read(this::today);
  }

  /** Never before the day that an account was last judged on. */
  private LocalDate today(Connection connection) throws SQLException {
    List<HeadTable.Head> heads = new ArrayList<>();
    for (TradingAccount account : agreement.accounts()) {
      heads.add(HeadTable.select(connection, HeadTable.READ, account.id()));
    }
    return clock.now(connection).notBefore(heads).businessDate();
  }

  @Override
  public LocalDate advanceTo(LocalDate date, AuditEvent audit) {
    if (mode != BusinessDateMode.MANUAL) {
      throw new IllegalStateException("the business date is not set by hand");
    }
    return transactions.write(
        connection -> {
          int moved = Sql.update(connection, ADVANCE, date, agreement.id().value(), date);
          if (moved > 0) {
            Sql.update(connection, NOTE, agreement.id().value(), date);
            AuditTable.append(connection, AuditTrail.REST, List.of(audit));
          }
          return today(connection);
        });
  }
}
