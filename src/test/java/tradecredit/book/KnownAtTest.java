package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The instant of which it is asked what was known. */
class KnownAtTest {

  private static final String A = Client.AUXER;

  /** Whoever turns the date is waited for once; an instant that was answered for waits for none. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_known_is_not_held_up_by_whoever_turns_the_date(TestDatabase kind)
      throws SQLException {
    try (Service service = Service.on(kind);
        Connection turning = service.database().connect();
        Statement lock = turning.createStatement()) {
      assertThat(
              service
                  .client()
                  .post(A + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "100.00"))
                  .status())
          .isEqualTo(201);
      String known = A + "/balance?knownAt=" + Instant.now();
      String first = service.client().get(known).text();
      turning.setAutoCommit(false);
      lock.execute("SELECT business_date FROM business_day FOR UPDATE");
      Client.Answer again = service.client().get(known);
      assertThat(again.status()).as(again.toString()).isEqualTo(200);
      assertThat(again.text()).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_instant_is_written_as_rfc_3339_has_it_at_any_offset(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      for (String wrong :
          List.of(
              "yesterday",
              "2001-06-01T12:00Z",
              "2001-06-01T12:00:00",
              "2001-06-01T12:00:00%2B02",
              "2001-02-30T12:00:00Z",
              "0000-01-01T00:00:00Z",
              "9999-06-01T12:00:00Z",
              "%2B999999999-01-01T00:00:00Z",
              "-999999999-01-01T00:00:00Z")) {
        Client.Answer answer = client.get(A + "/balance?knownAt=" + wrong);
        assertThat(answer.status()).as(wrong).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("query:knownAt");
      }
      for (String right :
          List.of(
              "0002-01-01T00:00:00Z",
              "2001-06-01T12:00:00.123456789Z",
              "2001-06-01t12:00:00z",
              "2001-06-01T12:00:00-04:00",
              "2001-06-01T12:00:00%2B02:00")) {
        assertThat(client.get(A + "/balance?knownAt=" + right).status()).as(right).isEqualTo(200);
      }
    }
  }
}
