package tradecredit.store.sql;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.annotation.Requires;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * What Flyway migrates PostgreSQL through: connections of its own to the data source's database, as
 * its user and with its properties. The pool's connections give up an answer that takes longer than
 * a caller would wait. A migration step of a large book takes longer than that, so it would never
 * be done through them. How long these wait for a lock is {@code
 * flyway.datasources.default.init-sql}. A newer book is left alone: {@link NewerBook}.
 */
@Singleton
@Named("default")
@Requires(property = "datasources.default.dialect", value = "POSTGRES")
final class MigrationConnections implements FlywayConfigurationCustomizer {

  /** The one property of the data source that is for postings and polls alone. */
  private static final String READ_TIMEOUT = "socketTimeout";

  private final DatasourceConfiguration pool;

  MigrationConnections(@Named("default") DatasourceConfiguration pool) {
    this.pool = pool;
  }

  @Override
  public void customizeFluentConfiguration(FluentConfiguration configuration) {
    Map<String, String> properties =
        pool.getDataSourceProperties().entrySet().stream()
            .filter(property -> !property.getKey().equals(READ_TIMEOUT))
            .collect(
                Collectors.toMap(
                    property -> property.getKey().toString(),
                    property -> property.getValue().toString()));
    configuration
        .jdbcProperties(properties)
        .dataSource(pool.getUrl(), pool.getUsername(), pool.getPassword());
    NewerBook.isRefusedBy(configuration);
  }

  @Override
  public String getName() {
    return "default";
  }
}
