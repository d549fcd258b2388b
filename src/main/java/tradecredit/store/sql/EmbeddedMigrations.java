package tradecredit.store.sql;

import io.micronaut.context.annotation.Requires;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * How Flyway migrates H2: through the pool, whose connections to H2 wait for an answer however long
 * it takes. A newer book is left alone: {@link NewerBook}.
 */
@Singleton
@Named("default")
@Requires(property = "datasources.default.dialect", value = "H2")
final class EmbeddedMigrations implements FlywayConfigurationCustomizer {

  @Override
  public void customizeFluentConfiguration(FluentConfiguration configuration) {
    NewerBook.isRefusedBy(configuration);
  }

  @Override
  public String getName() {
    return "default";
  }
}
