package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.posting.DayEnd;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The day ends although nobody posts: once, whoever wakes it. */
class DayEndWakeTest {

  private static final Map<String, String> OFTEN =
      Map.of("tradecredit.posting.day-end-interval", "200ms");

  private static final Map<String, String> SELDOM =
      Map.of("tradecredit.posting.day-end-interval", "1h");

  private static List<String> told(Client client) {
    List<String> types = new ArrayList<>();
    for (JsonNode event :
        client.get(Client.KATTOSKO + "/events?after=0&limit=200").json().get("items")) {
      types.add(event.get("type").asText());
    }
    return types;
  }

  private static void awaitEnd(Client client) {
    Awaiting.until("the day's end", () -> told(client).contains("standing.changed"));
  }

  private static void playTo(Client client, String date) {
    client.post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "10.00"));
    assertThat(client.businessDate(date).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_falls_past_due_is_told_without_a_posting(TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), OFTEN)) {
      playTo(service.client(), "2001-06-20");
      awaitEnd(service.client());
      assertThat(told(service.client()))
          .containsExactly("invoice.posted", "invoice.past_due", "standing.changed");
      JsonNode events = service.client().get(Client.KATTOSKO + "/events").json().get("items");
      for (JsonNode told : List.of(events.get(1), events.get(2))) {
        assertThat(told.get("data").get("principal").isNull()).as("%s", told).isTrue();
        assertThat(told.get("data").get("account").isNull()).as("%s", told).isTrue();
      }
      JsonNode balance = service.client().get(Client.KATTOSKO + "/balance").json();
      assertThat(balance.get("sequence").asLong()).isOne();
      assertThat(balance.get("standing").asText()).isEqualTo("notGood");
      Invariants.hold(service.database());
    }
  }

  @Test
  void replicas_that_wake_at_once_end_the_day_once() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service one = Service.on(database, SELDOM);
        Service other = Service.on(database, SELDOM);
        ExecutorService both = Executors.newFixedThreadPool(4)) {
      playTo(one.client(), "2001-06-20");
      Callable<Object> here = Executors.callable(() -> one.context().getBean(DayEnd.class).run());
      Callable<Object> there =
          Executors.callable(() -> other.context().getBean(DayEnd.class).run());
      for (Future<Object> woken : both.invokeAll(List.of(here, there, here, there))) {
        woken.get();
      }
      assertThat(told(other.client()))
          .containsExactly("invoice.posted", "invoice.past_due", "standing.changed");
      Invariants.hold(database);
    }
  }
}
