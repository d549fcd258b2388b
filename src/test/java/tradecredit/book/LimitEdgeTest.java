package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** 32 clients at the edge of the limit: never a cent over, never a refusal that had room. */
class LimitEdgeTest {

  private static final int CLIENTS = 32;
  private static final int POSTINGS_EACH = 40;
  private static final long LIMIT_CENTS = 50_000_00;
  private static final long LARGEST_CENTS = 399_99;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void clients_at_the_edge_of_the_limit_never_get_a_cent_over_it(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind)) {
      assertThat(crowd(List.of(service.client()))).as("refused").isPositive();
      metTheEdge(service.database());
      Invariants.hold(service.database());
    }
  }

  @Test
  void two_instances_on_one_postgres_share_the_limit_to_the_cent() throws Exception {
    try (Service one = Service.on(TestDatabase.POSTGRES);
        Service other = Service.on(one.database(), Map.of())) {
      assertThat(crowd(List.of(one.client(), other.client()))).as("refused").isPositive();
      metTheEdge(one.database());
      Invariants.hold(one.database());
    }
  }

  /** Nearer to the limit than the largest invoice, and never above it. */
  private static void metTheEdge(TestDatabase.Fresh database) throws SQLException {
    try (Connection connection = database.connect()) {
      for (String account : List.of("auxer-to-kattosko", "kattosko-to-seller")) {
        assertThat(
                Invariants.number(
                    connection,
                    "SELECT MAX(balance_after) FROM entry WHERE account_id = '" + account + "'"))
            .as(account)
            .isBetween(LIMIT_CENTS - LARGEST_CENTS, LIMIT_CENTS);
      }
    }
  }

  /** How many were refused. */
  private static int crowd(List<Client> clients) throws InterruptedException, ExecutionException {
    try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Integer>> clerks = new ArrayList<>();
      for (int clerk = 0; clerk < CLIENTS; clerk++) {
        int number = clerk;
        Client client = clients.get(clerk % clients.size());
        clerks.add(pool.submit(() -> trade(client, number)));
      }
      int refused = 0;
      for (Future<Integer> clerk : clerks) {
        refused += clerk.get();
      }
      return refused;
    }
  }

  /**
   * Invoices that together are far above the limit, and now and then a payment that makes a little
   * room. How many were refused.
   */
  private static int trade(Client client, int clerk) {
    SplittableRandom random = new SplittableRandom(clerk);
    int refused = 0;
    for (int i = 0; i < POSTINGS_EACH; i++) {
      String name = "C%d-%d".formatted(clerk, i);
      String amount = "%d.%02d".formatted(random.nextInt(1, 400), random.nextInt(100));
      boolean auxer = random.nextBoolean();
      String account = auxer ? Client.AUXER : Client.KATTOSKO;
      Client.Answer answer =
          random.nextInt(8) == 0
              ? client.post(account + "/payments", name, Json.payment(name, "2001-05-16", amount))
              : client.post(
                  account + "/invoices",
                  name,
                  Json.invoice(name, "2001-05-16", auxer ? "auxer-direct" : "original", amount));
      assertThat(answer.status()).as("%s", answer).isIn(201, 422);
      if (answer.status() == 422) {
        assertThat(answer.code()).isEqualTo("credit-limit-exceeded");
        refused++;
      }
    }
    return refused;
  }
}
