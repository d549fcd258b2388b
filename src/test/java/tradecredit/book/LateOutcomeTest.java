package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static tradecredit.book.SetOffTest.SET_OFFS;
import static tradecredit.book.SetOffTest.auxer;
import static tradecredit.book.SetOffTest.invoices;
import static tradecredit.book.SetOffTest.proposal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tradecredit.support.Aside;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Set-offs and requests to the note, while somebody else holds their rows for long. */
class LateOutcomeTest {

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);

  /** When PostgreSQL gives up a lock, as shipped: long after the callers do. */
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(8);

  private static final String NOTE = "/v1/agreements/clifton-telecard-2001/promissory-note";
  private static final String PAYMENTS = NOTE + "/payments";

  private record Request(Client by, String path, String key, String body) {

    Answer send() {
      return by.post(path, key, body);
    }
  }

  private record Timed(Answer answer, Duration took) {}

  private static List<Request> requests(Service service) {
    Client clerk = service.client();
    String setOff = proposal("A-1", "K-1", "1.00");
    return List.of(
        new Request(auxer(service), SET_OFFS, "s1", setOff),
        new Request(auxer(service), SET_OFFS, "s2", setOff),
        new Request(clerk, PAYMENTS, "p1", Json.payment("P-1", "2001-05-16", "1.00")),
        new Request(clerk, PAYMENTS, "p2", Json.payment("P-2", "2001-05-16", "2.00")));
  }

  private static CompletableFuture<Timed> sent(Request request) {
    return Aside.ask(
        () -> {
          long began = System.nanoTime();
          Answer answer = request.send();
          return new Timed(answer, Duration.ofNanos(System.nanoTime() - began));
        });
  }

  @Test
  void who_waits_too_long_is_told_so_in_time_and_finds_out_with_the_same_key() throws SQLException {
    Map<String, String> settings =
        Map.of("tradecredit.posting.answer-timeout", ANSWER_TIMEOUT.toSeconds() + "s");
    try (Service service = Service.on(TestDatabase.POSTGRES.fresh(), settings)) {
      invoices(service, "-1", "500.00");
      assertThat(service.client().post(NOTE, "{\"principal\":\"600.00\"}").status()).isEqualTo(201);
      List<Request> requests = requests(service);

      toldInTime(service, requests);

      for (Request request : requests) {
        Answer outcome = request.send();
        assertThat(outcome.status()).as(outcome.toString()).isEqualTo(201);
        Answer again = request.send();
        assertThat(again.text()).isEqualTo(outcome.text());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
      }
      assertThat(auxer(service).get(SET_OFFS).json().get("items")).hasSize(2);
      assertThat(service.client().get(NOTE).json().get("sequence").asLong())
          .as("the note and two payments")
          .isEqualTo(3);
      Invariants.hold(service.database());
    }
  }

  private static void toldInTime(Service service, List<Request> requests) throws SQLException {
    try (Connection holder = service.database().connect();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("SELECT 1 FROM account_head FOR UPDATE");
      lock.execute("SELECT 1 FROM note_head FOR UPDATE");
      for (CompletableFuture<Timed> asked : requests.stream().map(LateOutcomeTest::sent).toList()) {
        Timed told = asked.join();
        assertThat(told.answer().status()).as(told.toString()).isEqualTo(503);
        assertThat(told.answer().header("Retry-After")).contains("1");
        assertThat(told.took()).isBetween(ANSWER_TIMEOUT, LOCK_TIMEOUT.minusSeconds(2));
      }
      holder.rollback();
    }
  }
}
