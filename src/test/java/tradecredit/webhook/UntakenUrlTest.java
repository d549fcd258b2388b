package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Logged;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** An endpoint whose URL the settings take no more is sent nothing, which is told once. */
@Isolated("it reads the log of all")
class UntakenUrlTest {

  @Test
  void every_attempt_fails_and_the_log_has_one_line() {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    try (Receiver receiver = Receiver.answering(200)) {
      Webhooks.Made endpoint;
      try (Service service = Service.on(database, Webhooks.settings())) {
        endpoint = Webhooks.of(service).make(receiver.url());
      }
      List<String> lines = linesWhileThreeAttemptsFail(database, endpoint);
      assertThat(receiver.requests()).isEmpty();
      assertThat(lines)
          .filteredOn(line -> line.contains(endpoint.id()))
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line)
                      .startsWith("Nothing can be sent to " + endpoint.id() + ": http is not taken")
                      .doesNotContain(receiver.url()));
    }
  }

  private static List<String> linesWhileThreeAttemptsFail(
      TestDatabase.Fresh database, Webhooks.Made endpoint) {
    Map<String, String> settings =
        Webhooks.settings("allow-http", "false", "retry-schedule", "0s,10ms,10ms");
    try (Logged logged = Logged.of(Sender.class);
        Service service = Service.on(database, settings)) {
      service
          .client()
          .post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "1.00"));
      Webhooks webhooks = Webhooks.of(service);
      Awaiting.until("three attempts", () -> webhooks.backlog(endpoint, "givenUp") == 1);
      assertThat(webhooks.attempts(endpoint)).hasSize(3);
      return logged.lines(Level.TRACE);
    }
  }
}
