package tradecredit.store;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import tradecredit.access.AuditEvent;
import tradecredit.access.AuditTrail;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.BusinessDateMode;
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

  /** The row that was turned is locked by then, so whoever sealed an instant did so before. */
  private static final String NOTE =
      """
      INSERT INTO business_day_turn (agreement_id, business_date, turned_at)
      SELECT ?, ?, instant FROM database_clock""";

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
    return transactions.read(connection -> clock.now(connection).businessDate());
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
          return clock.now(connection).businessDate();
        });
  }
}
