package tradecredit.store.sql;

import io.micronaut.context.annotation.Requires;
import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * How Flyway migrates H2: through the pool, whose connections to H2 wait for an answer however long
 * it takes. A newer book is left alone: {@link NewerBook}. What was changed is opened anew behind
 * it ({@link ReopenedBook}).
 */
@Singleton
@Named("default")
@Requires(property = "datasources.default.dialect", value = "H2")
final class EmbeddedMigrations implements FlywayConfigurationCustomizer {

  private volatile boolean applied;

  @Override
  public void customizeFluentConfiguration(FluentConfiguration configuration) {
    NewerBook.isRefusedBy(configuration, new Applied());
  }

  /** Whether the schema is of this start. */
  boolean haveApplied() {
    return applied;
  }

  @Override
  public String getName() {
    return "default";
  }

  private final class Applied extends BaseCallback {

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
      applied = true;
    }
  }
}
