package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Settings that make no sense stop the start, with the key that is wrong. */
class SettingsTest {

  @ParameterizedTest
  @CsvSource({
    "http.imports, 0",
    "http.bodies-share, 0",
    "http.import-row-bytes, -1",
    "http.body-timeout, 0s",
    "http.answer-timeout, 0s",
    "posting.answer-timeout, 0s",
    "posting.retry-delay, 0s",
    "posting.attempts, 0",
    "access.tokens.timeout, 0s",
    "access.tokens.remember, 0s"
  })
  void a_bound_that_lets_nothing_through_stops_the_start(String key, String value) {
    stops(key, value, " must be above zero");
  }

  @ParameterizedTest
  @CsvSource({
    "http.bodies-share, 101, ' is at most 100'",
    "webhooks.given-up-retention, 29d, ' is at least retention'",
    "posting.gather, -1ms, ' must not be negative'",
    "posting.drain-timeout, -1s, ' must not be negative'",
    "access.tokens.clock-skew, -1s, ' must not be negative'"
  })
  void a_bound_that_cannot_be_kept_stops_the_start(String key, String value, String reason) {
    stops(key, value, reason);
  }

  private static void stops(String key, String value, String reason) {
    String name = "tradecredit." + key;
    assertThatThrownBy(() -> Service.on(TestDatabase.H2.fresh(), Map.of(name, value)).close())
        .hasStackTraceContaining(name + reason);
  }
}
