package tradecredit.store.sql;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tradecredit.platform.UnavailableException;

/**
 * The kinds of transactions: writing at READ COMMITTED, where each statement sees what was
 * committed before it; and reading on one snapshot, so that no two figures come from different
 * moments. PostgreSQL takes one at REPEATABLE READ; H2 takes one per table there, and one for all
 * only at SERIALIZABLE.
 */
@Singleton
public final class Transactions {

  /**
   * At the pool's isolation, READ COMMITTED: naming it once more would cost each batch a round
   * trip.
   */
  private static final TransactionDefinition PLAIN =
      TransactionDefinition.of(TransactionDefinition.Propagation.REQUIRES_NEW);

  /**
   * Said with the transaction's {@code BEGIN}: to set isolation and read-only on the connection,
   * and to take both back, would cost each reading four round trips.
   */
  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  private static final TransactionDefinition SERIALIZABLE = serializable();

  private final TransactionOperations<Connection> operations;
  private final DataSource pool;
  private final boolean postgres;
  private final Shield shield;

  Transactions(
      TransactionOperations<Connection> operations,
      DataSource dataSource,
      @Property(name = "datasources.default.dialect") Dialect dialect,
      EmbeddedFile embedded) {
    this.operations = operations;
    this.pool = DelegatingDataSource.unwrapDataSource(dataSource);
    this.postgres = dialect == Dialect.POSTGRES;
    this.shield = postgres ? Shield.NONE : new Shield.Threads(embedded.writeTimeout());
  }

  private static TransactionDefinition serializable() {
    DefaultTransactionDefinition definition =
        new DefaultTransactionDefinition(TransactionDefinition.Propagation.REQUIRES_NEW);
    definition.setIsolationLevel(TransactionDefinition.Isolation.SERIALIZABLE);
    definition.setReadOnly(true);
    return definition;
  }

  /** Whether several statements are answered, and a last one commits, in one round trip. */
  public boolean takesGroups() {
    return postgres;
  }

  /** What is done in a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Runs and commits {@code work}, or, where it throws, rolls it back.
   *
   * @throws UnavailableException in an outage; what was written may have been committed
   */
  public <T> T write(Work<T> work) {
    return shield.writing(() -> run(PLAIN, prepared(work)));
  }

  /**
   * Reads on one snapshot.
   *
   * @throws UnavailableException in an outage
   */
  public <T> T read(Work<T> work) {
    if (!postgres) {
      return shield.reading(() -> run(SERIALIZABLE, work));
    }
    return run(
        PLAIN,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(SNAPSHOT);
          }
          return work.run(connection);
        });
  }

  /**
   * Reads in no transaction: each statement has a snapshot of its own, and takes one round trip,
   * whatever the pool is told about it.
   *
   * @throws UnavailableException in an outage
   */
  public <T> T withoutTransaction(Work<T> work) {
    return shield.reading(() -> onItsOwn(work));
  }

  /**
   * The same where a statement writes.
   *
   * @throws UnavailableException in an outage
   */
  public <T> T writeWithoutTransaction(Work<T> work) {
    return shield.writing(() -> onItsOwn(prepared(work)));
  }

  private <T> Work<T> prepared(Work<T> work) {
    return connection -> {
      shield.prepare(connection);
      return work.run(connection);
    };
  }

  private <T> T onItsOwn(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      if (!connection.getAutoCommit()) {
        connection.setAutoCommit(true);
      }
      return work.run(connection);
    } catch (SQLException fault) {
      throw SqlFaults.of(fault);
    }
  }

  /**
   * Runs {@code work} in the transaction that {@code connection} is in; somebody else ends it.
   *
   * @throws UnavailableException in an outage
   */
  public static <T> T within(Connection connection, Work<T> work) {
    try {
      return work.run(connection);
    } catch (SQLException fault) {
      throw SqlFaults.of(fault);
    }
  }

  /**
   * Runs and commits {@code work}. On a connection that broke, the rollback fails too, and
   * Micronaut then throws that alone: who waits is told what came first.
   */
  private <T> T run(TransactionDefinition definition, Work<T> work) {
    AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();
    return tellingOutages(
        () -> {
          try {
            return operations.execute(
                definition, status -> committed(work, status.getConnection(), first));
          } catch (Exception last) {
            RuntimeException fault = first.get();
            if (fault == null) {
              throw last;
            }
            if (!last.equals(fault) && !last.equals(fault.getCause())) {
              fault.addSuppressed(last);
            }
            throw fault;
          }
        });
  }

  /**
   * Commits here, where what the commit throws is known; Micronaut's commit after it finds nothing
   * left, and asks PostgreSQL nothing.
   *
   * @param first takes what the database threw
   */
  private static <T> T committed(
      Work<T> work, Connection connection, AtomicReference<@Nullable RuntimeException> first)
      throws SQLException {
    try {
      T done = work.run(connection);
      connection.commit();
      return done;
    } catch (SQLException fault) {
      first.set(SqlFaults.of(fault));
      throw fault;
    } catch (RuntimeException fault) {
      if (SqlFaults.within(fault) != null) {
        first.set(fault);
      }
      throw fault;
    }
  }

  /**
   * Runs what takes its connection from elsewhere, a repository's query for instance.
   *
   * @throws UnavailableException in an outage
   */
  public static <T> T tellingOutages(Supplier<T> work) {
    try {
      return work.get();
    } catch (UnavailableException told) {
      throw told;
    } catch (Exception thrown) {
      // Micronaut hands on what the work throws, an SQLException too, without declaring it.
      SQLException sql = SqlFaults.within(thrown);
      if (sql != null) {
        throw SqlFaults.of(sql);
      }
      throw thrown;
    }
  }
}
