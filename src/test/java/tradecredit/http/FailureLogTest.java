package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What failed is found in the log by what the caller was told. */
@Isolated("it reads the log of all")
class FailureLogTest {

  @Test
  void a_failure_is_logged_once_with_the_name_of_its_request_and_nothing_of_its_query()
      throws Exception {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    try (Service service = Service.on(TestDatabase.POSTGRES)) {
      try (Connection connection = service.database().connect();
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER TABLE decision RENAME TO decision_gone");
      }
      root.addAppender(logged);
      Answer answer = service.client().get(Client.AUXER + "/decisions?limit=7");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(logged.list)
          .filteredOn(event -> event.getLevel() == Level.ERROR)
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.getFormattedMessage())
                    .isEqualTo(
                        "Request %s failed: GET %s/decisions"
                            .formatted(answer.header("X-Request-Id").orElseThrow(), Client.AUXER));
                assertThat(event.getThrowableProxy()).isNotNull();
              });
    } finally {
      root.detachAppender(logged);
    }
  }
}
