package tradecredit;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import tradecredit.agreement.Agreement;

/**
 * Has the agreement read before the database is opened: a start that fails by its file has made no
 * book and migrated none.
 */
@Singleton
final class AgreementFirst implements BeanCreatedEventListener<DatasourceConfiguration> {

  private final BeanProvider<Agreement> agreement;

  AgreementFirst(BeanProvider<Agreement> agreement) {
    this.agreement = agreement;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    Agreement _ = agreement.get();
    return event.getBean();
  }
}
