package tradecredit.store.head;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditTrail;
import tradecredit.agreement.BusinessDateMode;
import tradecredit.posting.BusinessDateSettings;
import tradecredit.posting.BusinessDay;
import tradecredit.store.sql.Transactions;

/**
 * The business date: read with the database's clock, set in {@code business_day}, whose row {@link
 * Opening} wrote.
 */
@Singleton
final class JdbcBusinessDay implements BusinessDay {

  private final Transactions transactions;
  private final BookClock clock;
  private final BusinessDateMode mode;

  JdbcBusinessDay(Transactions transactions, BookClock clock, BusinessDateSettings settings) {
    this.transactions = transactions;
    this.clock = clock;
    this.mode = settings.mode();
  }

  @Override
  public BusinessDateMode mode() {
    return mode;
  }

  @Override
  public LocalDate today() {
    return transactions.read(connection -> clock.nowOfAll(connection).businessDate());
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
          return clock.nowOfAll(connection).businessDate();
        });
  }
}
