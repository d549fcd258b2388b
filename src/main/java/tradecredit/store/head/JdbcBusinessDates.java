package tradecredit.store.head;

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
import tradecredit.inquiry.BusinessDates;
import tradecredit.posting.BusinessDateSettings;
import tradecredit.posting.BusinessDay;
import tradecredit.store.sql.Transactions;

/**
 * The business date: read with the database's clock, set in {@code business_day}, whose row {@link
 * Opening} wrote.
 */
@Singleton
final class JdbcBusinessDates implements BusinessDates, BusinessDay {

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
          if (clock.turn(connection, date)) {
            AuditTable.append(connection, AuditTrail.REST, List.of(audit));
          }
          return today(connection);
        });
  }
}
