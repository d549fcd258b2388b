package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.store.sql.Transactions;
import tradecredit.support.Aside;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
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

  /** To lock the row of the date is a write of that file, in which one writes at a time. */
  @Test
  void on_the_embedded_file_who_asks_waits_for_who_writes() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(1);
    try (Service service = Service.on(TestDatabase.H2)) {
      Client client = service.client();
      client.post(A + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "100.00"));
      // The account needs no write for it: it has recorded something at that instant.
      String recorded = client.get(A + "/entries").json().at("/items/0/recordedAt").asText();
      Transactions transactions = service.context().getBean(Transactions.class);
      CompletableFuture<Boolean> writer =
          Aside.ask(() -> transactions.write(connection -> waitFor(written, writing)));
      assertThat(writing.await(20, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Client.Answer> known =
          Aside.ask(() -> client.get(A + "/balance?knownAt=" + recorded));
      assertThatThrownBy(() -> known.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      written.countDown();
      assertThat(writer.get(20, TimeUnit.SECONDS)).isTrue();
      assertThat(known.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
      Invariants.hold(service.database());
    }
  }

  private static boolean waitFor(CountDownLatch end, CountDownLatch begun) {
    begun.countDown();
    try {
      return end.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
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
