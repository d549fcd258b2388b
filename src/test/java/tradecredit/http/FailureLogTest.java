package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Logged;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What failed is found in the log by what the caller was told. */
@Isolated("it reads the log of all")
class FailureLogTest {

  @Test
  void a_failure_is_logged_once_with_the_name_of_its_request_and_nothing_of_its_query()
      throws Exception {
    try (Service service = Service.on(TestDatabase.POSTGRES);
        Connection connection = service.database().connect();
        Statement statement = connection.createStatement();
        Logged logged = Logged.byAll()) {
      statement.execute("ALTER TABLE decision RENAME TO decision_gone");
      Answer answer = service.client().get(Client.AUXER + "/decisions?limit=7");

      assertThat(answer.status()).isEqualTo(500);
      assertThat(logged.events(Level.ERROR))
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.getFormattedMessage())
                    .isEqualTo(
                        "Request %s failed: GET %s/decisions"
                            .formatted(answer.header("X-Request-Id").orElseThrow(), Client.AUXER));
                assertThat(event.getThrowableProxy()).isNotNull();
              });
    }
  }
}
