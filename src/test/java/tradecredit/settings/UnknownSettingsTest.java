package tradecredit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.micronaut.context.env.PropertySource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.support.Logged;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A setting that nothing reads is told at the start; one that anything reads is not. */
class UnknownSettingsTest {

  @Test
  void a_slip_in_the_name_of_a_setting_is_told_at_the_start() {
    try (Logged told = Logged.of(UnknownSettings.class);
        Service service =
            Service.on(
                TestDatabase.H2.fresh(),
                Map.of("tradecredit.http.batch-itms", "9", "tradecredit.http.batch-items", "9"))) {
      assertThat(service.context().isRunning()).isTrue();
      assertThat(told.lines(Level.TRACE))
          .containsExactly(
              "tradecredit.http.batch-itms is no setting of this service, and is ignored");
    }
  }

  @Test
  void variables_and_keys_are_known_however_they_are_written() {
    try (Service service = Service.on(TestDatabase.H2)) {
      UnknownSettings settings = service.context().getBean(UnknownSettings.class);
      PropertySource variables =
          PropertySource.of(
              "variables",
              Map.of(
                  "TRADECREDIT_POSTING_QUEUE_CAPACITY", "1",
                  "TRADECREDIT_AGREEMENT_FILE", "a.yml",
                  "TRADECREDIT_ACCESS_ENCRYPTION_KEYS", "k",
                  "TRADECREDIT_POSTING_QUEUECAPACITY", "1",
                  "TRADECREDIT_HTTP", "1",
                  "HOME", "/root"));
      PropertySource file =
          PropertySource.of(
              "file",
              Map.of(
                  "tradecredit.webhooks.allowed-cidrs[0]", "127.0.0.0/8",
                  "tradecredit.access.tokens.jwksUrl", "http://127.0.0.1/keys",
                  "tradecredit.access.tokens.jwks-uri", "http://127.0.0.1/keys",
                  "micronaut.server.port", "1"));
      assertThat(settings.of(List.of(variables, file)))
          .containsExactly(
              "TRADECREDIT_HTTP",
              "TRADECREDIT_POSTING_QUEUECAPACITY",
              "tradecredit.access.tokens.jwks-uri");
    }
  }
}
