package tradecredit.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Closes H2's database behind its migrations, so that it is opened anew. In H2 2.4.240 a check
 * {@code IN (...)} goes on to ask the session that made it, until the database is opened again, and
 * fails when that is gone: without this, the service that made a book took no posting any more once
 * the pool had retired the connection of its migrations, half an hour later ("Check constraint
 * invalid", caused by "The database has been closed").
 */
@Singleton
@Requires(property = "datasources.default.dialect", value = "H2")
final class ReopenedBook implements BeanCreatedEventListener<DataSource>, Ordered {

  private final EmbeddedMigrations migrations;
  private final DatasourceConfiguration book;

  ReopenedBook(
      @Named("default") EmbeddedMigrations migrations,
      @Named("default") DatasourceConfiguration book) {
    this.migrations = migrations;
    this.book = book;
  }

  /** Behind Flyway, which migrates when it is told the same. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    DataSource source = event.getBean();
    if (migrations.haveApplied()) {
      if (!(DelegatingDataSource.unwrapDataSource(source) instanceof HikariDataSource pool)) {
        throw new IllegalStateException("The book is reached by no pool that can be emptied");
      }
      close();
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return source;
  }

  /** By a connection that is not of the pool, which would take it back and find it closed. */
  private void close() {
    try (Connection connection =
            DriverManager.getConnection(book.getUrl(), book.getUsername(), book.getPassword());
        Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException fault) {
      throw new IllegalStateException("The new book cannot be closed and opened anew", fault);
    }
  }
}
