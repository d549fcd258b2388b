package tradecredit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.micronaut.context.env.PropertySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tradecredit.support.Logged;

/** Where the management endpoints are can be found in the log where it is not the usual port. */
@Isolated("it reads a log while nobody else begins to write it")
class ManagementPortTest {

  private Logged logged;

  @BeforeEach
  void listen() {
    logged = Logged.of(ManagementPort.class);
  }

  @AfterEach
  void listenNoMore() {
    logged.close();
  }

  @Test
  void a_port_that_was_looked_for_is_told() {
    PropertySource source = ManagementPort.unlessConfigured("-micronaut.server.port=18080");
    assertThat(logged.lines(Level.TRACE))
        .singleElement()
        .satisfies(
            told ->
                assertThat(told)
                    .contains("the management endpoints are on")
                    .contains(String.valueOf(source.get("endpoints.all.port"))));
  }

  @Test
  void where_it_is_set_none_is_looked_for() {
    PropertySource source =
        ManagementPort.unlessConfigured("-micronaut.server.port=18080", "-endpoints.all.port=1");
    assertThat(source).isEmpty();
    assertThat(logged.lines(Level.TRACE)).isEmpty();
  }
}
