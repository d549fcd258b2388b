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
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What both accounts come to, over HTTP. */
class PositionTest {

  private static final int INQUIRIES = 100;
  private static final int MOMENTS = 11;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String POSITION = "/v1/agreements/clifton-telecard-2001/position";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void both_balances_are_told_gross_with_the_net_and_who_owes_it_on_any_day(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      assertThat(net(client, "")).isEqualTo("2001-05-16 0.00 0.00 0.00 null null");
      client.businessDate("2001-06-10");
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-20", "300.00"));
      client.post(
          Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-25", "500.00"));
      client.post(Client.AUXER + "/payments", Json.payment("P-1", "2001-06-01", "400.00"));

      assertThat(net(client, "?asOf=2001-05-19")).isEqualTo("2001-05-19 0.00 0.00 0.00 null null");
      assertThat(net(client, "?asOf=2001-05-20"))
          .isEqualTo("2001-05-20 300.00 0.00 300.00 kattosko seller");
      assertThat(net(client, "?asOf=2001-05-25"))
          .isEqualTo("2001-05-25 300.00 500.00 200.00 seller kattosko");
      assertThat(net(client, ""))
          .as("paid too much: the supplier owes")
          .isEqualTo("2001-06-10 0.00 600.00 600.00 seller kattosko");
      JsonNode accounts = client.get(POSITION).json().get("accounts");
      assertThat(accounts.findValuesAsText("balance")).containsExactly("-100.00", "500.00");
      assertThat(accounts.findValuesAsText("sequence")).containsExactly("2", "1");
      Invariants.hold(service.database());
    }
  }

  /** The day, what Kattosko and Seller owe, the net, and who owes it to whom. */
  private static String net(Client client, String query) {
    JsonNode position = client.get(POSITION + query).json();
    assertThat(position.get("nets")).hasSize(1);
    JsonNode net = position.at("/nets/0");
    return "%s %s %s %s %s %s"
        .formatted(
            position.get("asOf").asText(),
            net.at("/sides/0/owes").asText(),
            net.at("/sides/1/owes").asText(),
            net.get("net").asText(),
            net.get("debtor").asText(),
            net.get("creditor").asText());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_party_that_is_not_on_every_account_does_not_learn_the_balances_of_all(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      assertThat(client.as("kattosko-finance").get(POSITION).status()).isEqualTo(200);
      assertThat(client.as("operator-admin").get(POSITION).status()).isEqualTo(404);
      assertThat(client.get("/v1/agreements/other/position").status()).isEqualTo(404);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void each_balance_is_that_of_the_entry_it_names_however_busy_both_accounts_are(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind);
        ExecutorService clerks = Executors.newFixedThreadPool(2)) {
      Client client = service.client();
      AtomicBoolean done = new AtomicBoolean();
      List<Future<?>> posting = new ArrayList<>();
      posting.add(clerks.submit(() -> post(client, Client.AUXER, "auxer-direct", done)));
      posting.add(clerks.submit(() -> post(client, Client.KATTOSKO, "original", done)));
      Map<String, String> told;
      try {
        told = ask(client);
      } finally {
        done.set(true);
      }
      for (Future<?> each : posting) {
        each.get();
      }
      // Each invoice is of 0.01, so the balance in cents is the sequence.
      told.forEach(
          (entry, balance) ->
              assertThat(Long.parseLong(balance.replace(".", "")))
                  .as(entry)
                  .isEqualTo(Long.parseLong(entry.replaceAll("[a-z-]+", ""))));
      Invariants.hold(service.database());
    }
  }

  /** The balances by account and sequence, of many entries however fast it is beside the clerks. */
  private static Map<String, String> ask(Client client) {
    Map<String, String> told = new HashMap<>();
    long end = System.nanoTime() + LONGEST.toNanos();
    for (int i = 0; i < INQUIRIES || told.size() < MOMENTS; i++) {
      assertThat(System.nanoTime()).as("told of %s entries", told.size()).isLessThan(end);
      for (JsonNode account : client.get(POSITION).json().get("accounts")) {
        told.put(
            account.get("accountId").asText() + account.get("sequence").asText(),
            account.get("balance").asText());
      }
    }
    return told;
  }

  private static void post(Client client, String account, String product, AtomicBoolean done) {
    for (int i = 0; !done.get(); i++) {
      client.post(account + "/invoices", Json.invoice("I-" + i, "2001-05-16", product, "0.01"));
    }
  }
}
