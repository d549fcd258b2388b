package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * Sequence and figures of an inquiry never come from different moments, however busy the account
 * is.
 */
class SnapshotTest {

  private static final int INQUIRIES = 150;

  /** Of so many moments at least, however fast the inquiries are beside the postings. */
  private static final int MOMENTS = 11;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_aging_under_load_has_the_balance_of_the_entry_it_names(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind);
        ExecutorService clerks = Executors.newFixedThreadPool(4)) {
      Client client = service.client();
      AtomicBoolean done = new AtomicBoolean();
      List<Future<?>> posting = new ArrayList<>();
      for (int clerk = 0; clerk < 4; clerk++) {
        String name = "C" + clerk + "-";
        posting.add(clerks.submit(() -> post(client, name, done)));
      }
      Map<Long, String> told;
      try {
        told = ask(client);
      } finally {
        done.set(true);
      }
      for (Future<?> each : posting) {
        each.get();
      }

      Map<Long, String> balances = balancesByEntry(client);
      told.forEach((sequence, balance) -> assertThat(balance).isEqualTo(balances.get(sequence)));
    }
  }

  private static void post(Client client, String name, AtomicBoolean done) {
    for (int i = 0; !done.get(); i++) {
      client.post(
          Client.AUXER + "/invoices",
          Json.auxerInvoice(name + i, "2001-05-16", "0.0" + (1 + i % 9)));
    }
  }

  private static Map<Long, String> ask(Client client) {
    Map<Long, String> told = new HashMap<>();
    long end = System.nanoTime() + LONGEST.toNanos();
    for (int i = 0; i < INQUIRIES || told.size() < MOMENTS; i++) {
      assertThat(System.nanoTime()).as("told of %s moments", told.size()).isLessThan(end);
      JsonNode aging = client.get(Client.AUXER + "/aging").json();
      if (aging.get("sequence").asLong() > 0) {
        told.put(aging.get("sequence").asLong(), aging.get("balance").asText());
      }
    }
    return told;
  }

  private static Map<Long, String> balancesByEntry(Client client) {
    Map<Long, String> balances = new HashMap<>();
    client
        .items(Client.AUXER + "/entries?limit=200")
        .forEach(
            entry ->
                balances.put(entry.get("sequence").asLong(), entry.get("balanceAfter").asText()));
    return balances;
  }
}
