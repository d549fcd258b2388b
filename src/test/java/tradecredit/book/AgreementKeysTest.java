package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Keys of the agreement, which set-offs and the note share though each has a lock of its own. */
class AgreementKeysTest {

  private static final String NOTE = "/v1/agreements/clifton-telecard-2001/promissory-note";

  private static final String SAME_KEY =
      """
      INSERT INTO idempotency_record (account_id, party, idempotency_key, item, digest, first_decision, decisions,
        recorded_at)
      SELECT account_id, party, 'k2', item, 'of another request', first_decision, decisions, recorded_at
      FROM idempotency_record WHERE idempotency_key = 'k1'""";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_is_used_elsewhere_at_this_very_moment_is_reused_and_no_fault(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind);
        Connection other = service.database().connect();
        Statement statement = other.createStatement()) {
      Client controller = service.client().as("auxer-telecom-controller");
      Client clerk = service.client().as("auxer-telecom-clerk");
      assertThat(controller.post(NOTE, "k1", "{\"principal\":\"600.00\"}").status()).isEqualTo(201);
      other.setAutoCommit(false);
      assertThat(statement.executeUpdate(SAME_KEY)).isOne();
      CompletableFuture<Client.Answer> paid =
          Aside.ask(
              () ->
                  clerk.post(
                      NOTE + "/payments",
                      "k2",
                      "{\"reference\":\"N-1\",\"receivedDate\":\"2001-05-16\",\"method\":\"wire\",\"amount\":\"1.00\"}"));
      if (kind == TestDatabase.POSTGRES) {
        // H2 does not wait, but has the payment tried again.
        Awaiting.until("the payment waits for the key", () -> somebodyWaits(service.database()));
      }
      other.commit();
      assertThat(paid.get(30, TimeUnit.SECONDS).code()).isEqualTo("idempotency-key-reused");
    }
  }

  private static boolean somebodyWaits(TestDatabase.Fresh database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet waiting =
            statement.executeQuery(
                "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")) {
      return waiting.next();
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
