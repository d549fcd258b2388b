package tradecredit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.env.PropertySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Where the management endpoints are can be found in the log where it is not the usual port. */
@Isolated("it reads a log while nobody else begins to write it")
class ManagementPortTest {

  private final Logger log = (Logger) LoggerFactory.getLogger(ManagementPort.class);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    log.addAppender(logged);
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(logged);
  }

  @Test
  void a_port_that_was_looked_for_is_told() {
    PropertySource source = ManagementPort.unlessConfigured("-micronaut.server.port=18080");
    assertThat(logged.list)
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.getFormattedMessage())
                    .contains("the management endpoints are on")
                    .contains(String.valueOf(source.get("endpoints.all.port"))));
  }

  @Test
  void where_it_is_set_none_is_looked_for() {
    PropertySource source =
        ManagementPort.unlessConfigured("-micronaut.server.port=18080", "-endpoints.all.port=1");
    assertThat(source).isEmpty();
    assertThat(logged.list).isEmpty();
  }
}
