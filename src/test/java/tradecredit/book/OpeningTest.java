package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;

/** A book is opened as a whole, or as it was. */
class OpeningTest {

  private static final String NOTE = "/v1/agreements/clifton-telecard-2001/promissory-note";

  @TempDir Path folder;

  private static Service in(TestDatabase.Fresh database, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("tradecredit.business-date.mode", "manual");
    return Service.on(database, settings);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_start_that_the_recorded_note_refuses_leaves_the_book_as_it_was(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (Service service = in(database, Map.of())) {
      Client controller = service.client().as("auxer-telecom-controller");
      assertThat(controller.post(NOTE, "k", "{\"principal\":\"600.00\"}").status()).isEqualTo(201);
    }
    Map<String, String> file =
        ShippedAgreement.from(
            ShippedAgreement.changed(
                folder, "effectiveDate: 2001-05-16", "effectiveDate: 2011-05-16"));
    assertThatThrownBy(() -> in(database, file).close())
        .hasStackTraceContaining("a recorded note does not change");
    try (Service service = in(database, Map.of())) {
      assertThat(service.client().get("/v1/business-date").json().get("date").asText())
          .isEqualTo("2001-05-16");
      assertThat(service.client().get(Client.AUXER + "/terms").json().get("version").asInt())
          .isOne();
      Invariants.hold(database);
    }
  }

  /** When the transaction began that waits for it, in microseconds. */
  private static long waitingTransaction(HeldAccount held, TestDatabase.Fresh database) {
    held.awaitWaiting();
    try (Connection connection = database.connect()) {
      return Invariants.number(
          connection,
          """
          SELECT COALESCE(MAX(CAST(EXTRACT(EPOCH FROM xact_start) * 1000000 AS BIGINT)), 0)
          FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""");
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** As an instance that vanished holds a head until PostgreSQL gives its transaction up. */
  @Test
  void a_start_outlasts_a_head_that_somebody_holds_for_a_while() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    in(database, Map.of()).close();
    Map<String, String> impatient =
        Map.of("datasources.default.connection-init-sql", "SET lock_timeout = '1s'");
    try (HeldAccount held = new HeldAccount(database, "auxer-to-kattosko")) {
      CompletableFuture<Service> started = Aside.ask(() -> in(database, impatient));
      held.awaitWaiting();
      long first = waitingTransaction(held, database);
      Awaiting.until("it gave up and waits anew", () -> waitingTransaction(held, database) > first);
      held.letGo();
      try (Service service = started.get(60, TimeUnit.SECONDS)) {
        assertThat(service.client().get("/health").status()).isEqualTo(200);
      }
    }
  }
}
