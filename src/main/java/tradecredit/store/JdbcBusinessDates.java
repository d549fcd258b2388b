package tradecredit.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.BusinessDateMode;
import tradecredit.inquiry.BusinessDateSettings;
import tradecredit.inquiry.BusinessDates;

/** The business date: read with the database's clock, set in {@code business_day}, whose row {@link Opening} wrote. */
@Singleton
final class JdbcBusinessDates implements BusinessDates {

  private static final String ADVANCE =
      "UPDATE business_day SET business_date = ? WHERE agreement_id = ? AND business_date <= ?";

  private final TransactionOperations<Connection> transactions;
  private final Snapshots snapshots;
  private final BookClock clock;
  private final Agreement agreement;
  private final BusinessDateMode mode;

  JdbcBusinessDates(
      TransactionOperations<Connection> transactions,
      Snapshots snapshots,
      BookClock clock,
      Agreement agreement,
      BusinessDateSettings settings) {
    this.transactions = transactions;
    this.snapshots = snapshots;
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
    return snapshots.read(connection -> clock.now(connection).businessDate());
  }

  @Override
  public LocalDate advanceTo(LocalDate date) {
    if (mode != BusinessDateMode.MANUAL) {
      throw new IllegalStateException("the business date is not set by hand");
    }
    return transactions.executeWrite(
        status -> {
          Sql.update(status.getConnection(), ADVANCE, date, agreement.id().value(), date);
          return clock.now(status.getConnection()).businessDate();
        });
  }
}
