package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
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
      age(service.database(), "old-%", OffsetDateTime.now(ZoneOffset.UTC).minusHours(73));
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
