package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.store.posting.KeySweeper;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Keys are remembered for 72 hours at least, and then forgotten in small steps. */
class KeyRetentionTest {

  private static final String INVOICES = Client.AUXER + "/invoices";

  private static final List<String> COUNTED_DELETES =
      List.of(
          "CREATE TABLE step (id INT GENERATED ALWAYS AS IDENTITY, n INT)",
          """
          CREATE FUNCTION note_step() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
            INSERT INTO step (n) SELECT COUNT(*) FROM gone; RETURN NULL; END $$""",
          """
          CREATE TRIGGER note_step AFTER DELETE ON idempotency_record REFERENCING OLD TABLE AS gone
          FOR EACH STATEMENT EXECUTE FUNCTION note_step()""");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void keys_older_than_their_retention_are_forgotten_and_younger_ones_are_not(TestDatabase kind)
      throws SQLException {
    try (Service service =
        Service.on(kind.fresh(), Map.of("tradecredit.idempotency.sweep-step", "2"))) {
      for (int i = 1; i <= 5; i++) {
        service
            .client()
            .post(INVOICES, "old-" + i, Json.auxerInvoice("A-" + i, "2001-05-16", "1.00"));
      }
      service.client().post(INVOICES, "young", Json.auxerInvoice("B-1", "2001-05-16", "1.00"));
      for (int i = 1; i <= 5; i++) {
        age(
            service.database(),
            "old-" + i,
            OffsetDateTime.now(ZoneOffset.UTC).minusHours(73).minusMinutes(i));
      }
      age(service.database(), "young", OffsetDateTime.now(ZoneOffset.UTC).minusHours(71));

      assertThat(service.context().getBean(KeySweeper.class).sweep()).isEqualTo(5);

      Answer young =
          service.client().post(INVOICES, "young", Json.auxerInvoice("B-1", "2001-05-16", "1.00"));
      Answer old =
          service.client().post(INVOICES, "old-1", Json.auxerInvoice("A-1", "2001-05-16", "1.00"));
      assertThat(young.header("Idempotency-Replayed")).contains("true");
      assertThat(old.code()).as("the number is taken for ever").isEqualTo("invoice-number-taken");
    }
  }

  /** A statement that forgets many holds up whoever needs their rows. */
  @Test
  void they_are_forgotten_a_few_at_a_time() throws SQLException {
    try (Service service =
            Service.on(
                TestDatabase.POSTGRES.fresh(), Map.of("tradecredit.idempotency.sweep-step", "2"));
        Connection connection = service.database().connect();
        Statement statement = connection.createStatement()) {
      for (int i = 1; i <= 5; i++) {
        service
            .client()
            .post(INVOICES, "old-" + i, Json.auxerInvoice("A-" + i, "2001-05-16", "1.00"));
        age(
            service.database(),
            "old-" + i,
            OffsetDateTime.now(ZoneOffset.UTC).minusHours(73).minusMinutes(i));
      }
      for (String sql : COUNTED_DELETES) {
        statement.execute(sql);
      }
      assertThat(service.context().getBean(KeySweeper.class).sweep()).isEqualTo(5);
      try (ResultSet steps =
          statement.executeQuery("SELECT STRING_AGG(CAST(n AS TEXT), ' ' ORDER BY id) FROM step")) {
        assertThat(steps.next()).isTrue();
        assertThat(steps.getString(1)).as("and a last look").startsWith("2 2 1");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_retention_under_72_hours_stops_the_start(TestDatabase kind) {
    assertThatThrownBy(
            () -> Service.on(kind.fresh(), Map.of("tradecredit.idempotency.retention", "71h")))
        .hasStackTraceContaining("retention is at least 72h");
  }

  private static void age(TestDatabase.Fresh database, String keys, OffsetDateTime to)
      throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE idempotency_record SET recorded_at = ? WHERE idempotency_key LIKE ?")) {
      statement.setObject(1, to);
      statement.setString(2, keys);
      assertThat(statement.executeUpdate()).isPositive();
    }
  }
}
