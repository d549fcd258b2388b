package tradecredit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** A value that is none is not passed over in favour of the default. */
class WrongSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          business-date.mode           | manuel | one of system, manual
          webhooks.dispatch.enabled    | maybe  | true or false
          webhooks.allow-http          | yess   | true or false
          posting.answer-timeout       | 5      | a time as 500ms, 30s, 5m, 2h or 3d
          webhooks.timeout             | abc    | a time as 500ms, 30s, 5m, 2h or 3d
          http.lines                   | ten    | a number that is taken
          http.lines                   | 1.5    | a number that is taken
          posting.queue-capacity       | 9999999999 | a number that is taken
          """)
  void the_service_does_not_start_with_it(String key, String value, String expected) {
    String name = "tradecredit." + key;
    assertThatThrownBy(() -> Service.on(TestDatabase.H2.fresh(), Map.of(name, value)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s is \"%s\", which is not %s", name, value, expected);
  }

  @Test
  void each_of_several_is_read_and_every_fault_is_told() {
    Map<String, String> wrong =
        Map.of(
            "tradecredit.webhooks.retry-schedule", "0s,5x",
            "tradecredit.http.imports", "none");
    assertThatThrownBy(() -> Service.on(TestDatabase.H2.fresh(), wrong))
        .rootCause()
        .hasMessage(
            "tradecredit.http.imports is \"none\", which is not a number that is taken; "
                + "tradecredit.webhooks.retry-schedule is \"5x\", which is not a time as 500ms, 30s, 5m, 2h or 3d");
  }

  @Test
  void values_are_read_however_they_are_written() {
    Map<String, String> right =
        Map.of(
            "tradecredit.business-date.mode", "MANUAL",
            "tradecredit.webhooks.dispatch.enabled", "off",
            "tradecredit.webhooks.retry-schedule", "0s, 5s,PT1M",
            "tradecredit.posting.answer-timeout", "PT20S",
            "tradecredit.http.lines", " 10 ",
            "tradecredit.access.encryption-keys", "");
    try (Service service = Service.on(TestDatabase.H2.fresh(), right)) {
      assertThat(service.client().get("/v1/business-date").status()).isEqualTo(200);
    }
  }
}
