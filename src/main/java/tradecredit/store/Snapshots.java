package tradecredit.store;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Consistent readings: one read-only REPEATABLE READ transaction each, so no two figures come from different moments. */
@Singleton
final class Snapshots {

  private static final TransactionDefinition READING = definition();

  private final TransactionOperations<Connection> transactions;

  Snapshots(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /** What is read. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Connection connection) throws SQLException;
  }

  private static TransactionDefinition definition() {
    DefaultTransactionDefinition definition =
        new DefaultTransactionDefinition(TransactionDefinition.Propagation.REQUIRES_NEW);
    definition.setIsolationLevel(TransactionDefinition.Isolation.REPEATABLE_READ);
    definition.setReadOnly(true);
    return definition;
  }

  <T> T read(Reading<T> reading) {
    try {
      return transactions.execute(READING, status -> reading.read(status.getConnection()));
    } catch (RuntimeException thrown) {
      SQLException sql = SqlFaults.within(thrown);
      throw sql == null ? thrown : SqlFaults.of(sql);
    }
  }
}
