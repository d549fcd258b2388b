package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.RuntimeBeanDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Settings that make no sense stop the start, with the key that is wrong. */
class SettingsTest {

  @ParameterizedTest
  @CsvSource({
    "http.imports, 0",
    "http.bodies-share, 0",
    "http.bodies-share-per-party, 0",
    "http.import-row-bytes, -1",
    "http.body-timeout, 0s",
    "http.answer-timeout, 0s",
    "posting.answer-timeout, 0s",
    "posting.retry-delay, 0s",
    "posting.attempts, 0",
    "posting.day-end-interval, 0s",
    "idempotency.sweep-interval, 0s",
    "webhooks.sweep-interval, 0s",
    "inquiry.roll-up-interval, 0s",
    "inquiry.kept-days, 0",
    "inquiry.page-rows, 0",
    "inquiry.page-bytes, 0",
    "access.tokens.timeout, 0s"
  })
  void a_bound_that_lets_nothing_through_stops_the_start(String key, String value) {
    stops("tradecredit." + key, value, "tradecredit." + key + " must be above zero");
  }

  @ParameterizedTest
  @CsvSource({
    "http.bodies-share, 101, ' is at most 100'",
    "http.bodies-share-per-party, 101, ' is at most 100'",
    "webhooks.given-up-retention, 29d, ' is at least retention'",
    "webhooks.allowed-cidrs, 10.1.2.3/16, ': \"10.1.2.3/16\" has bits beyond its length'",
    "webhooks.retry-schedule, 31d, ': a retry schedule has 1 to 50 delays'",
    "posting.gather, -1ms, ' must not be negative'",
    "posting.drain-timeout, -1s, ' must not be negative'",
    "posting.as-left, -1s, ' must not be negative'",
    "access.gather, -1ms, ' must not be negative'",
    "access.tokens.clock-skew, -1s, ' must not be negative'",
    "access.tokens.remember, 10s, ' must be above PT10S'"
  })
  void a_bound_that_cannot_be_kept_stops_the_start(String key, String value, String reason) {
    stops("tradecredit." + key, value, "tradecredit." + key + reason);
  }

  /** The thread that looks for messages is of the group of the thread that has started it. */
  @Test
  void what_stops_the_start_leaves_nobody_who_sends() throws Exception {
    ThreadGroup group = new ThreadGroup("starts");
    inGroup(
        group,
        () -> {
          try (Service _ = Service.on(TestDatabase.H2)) {
            assertThat(dispatchers(group)).isNotEmpty();
          }
        });
    for (String key : List.of("posting.attempts", "http.imports")) {
      inGroup(
          group,
          () -> stops("tradecredit." + key, "0", "tradecredit." + key + " must be above zero"));
      Awaiting.until("nobody looks for messages", () -> dispatchers(group).isEmpty());
    }
  }

  private static void inGroup(ThreadGroup group, Runnable deed) throws Exception {
    FutureTask<?> task = new FutureTask<>(deed, null);
    new Thread(group, task).start();
    task.get();
  }

  private static List<Thread> dispatchers(ThreadGroup group) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> group.equals(thread.getThreadGroup()))
        .filter(thread -> thread.getName().equals("webhook-dispatcher"))
        .toList();
  }

  @Test
  void an_issuer_or_an_audience_without_the_providers_keys_stops_the_start() {
    String reason = " is not set, but issuer or audience is";
    for (String named : List.of("issuer", "audience")) {
      stops(
          "tradecredit.access.tokens." + named,
          "ledger",
          "tradecredit.access.tokens.jwks-url" + reason);
    }
  }

  /** Micronaut has what an annotation says of a setting once for all contexts of a JVM. */
  @Test
  void who_starts_meanwhile_has_settings_of_its_own() {
    Service.on(
            TestDatabase.H2.fresh(),
            Map.of(),
            RuntimeBeanDefinition.builder(
                    InstantSource.class,
                    () -> {
                      stops("tradecredit.idempotency.sweep-interval", "0s", "sweep-interval");
                      return InstantSource.system();
                    })
                .singleton(true)
                .replaces(InstantSource.class)
                .build())
        .close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tradecredit.inquiry.kept-days", "tradecredit.http.imports"})
  void what_stops_the_start_leaves_no_connection(String key) throws SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    assertThatThrownBy(() -> Service.on(database, Map.of(key, "0")).close())
        .hasStackTraceContaining("must be above zero");
    try (Connection own = database.connect()) {
      Awaiting.until(
          "all but this connection are closed",
          () ->
              number(
                      own,
                      "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()")
                  == 1);
    }
  }

  private static long number(Connection connection, String query) {
    try {
      return Invariants.number(connection, query);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static void stops(String key, String value, String message) {
    assertThatThrownBy(() -> Service.on(TestDatabase.H2.fresh(), Map.of(key, value)).close())
        .hasStackTraceContaining(message);
  }
}
