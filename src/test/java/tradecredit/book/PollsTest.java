package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * Polls share readings, and yet: what was answered to anybody before a poll was sent is in its
 * answer, whichever instance is asked; sequence and figures are of one moment; and an entity tag
 * names one body only.
 */
class PollsTest {

  private static final String BALANCE = Client.AUXER + "/balance";
  private static final String AGING = Client.AUXER + "/aging";
  private static final int POLLERS = 6;
  private static final int POSTINGS = 120;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_poll_shows_every_posting_that_was_answered_before_it_came(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind)) {
      pollWhilePosting(service.client(), List.of(service.client()));
      Invariants.hold(service.database());
    }
  }

  @Test
  void a_poll_of_one_instance_shows_what_another_has_answered() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service one = Service.on(database, Map.of());
        Service other = Service.on(database, Map.of())) {
      pollWhilePosting(one.client(), List.of(one.client(), other.client()));
      Invariants.hold(database);
    }
  }

  /** Each invoice is of 1.00, so the balance of a moment is its sequence. */
  private static void pollWhilePosting(Client poster, List<Client> polled) throws Exception {
    AtomicLong answered = new AtomicLong();
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService pool = Executors.newFixedThreadPool(POLLERS)) {
      List<Future<Long>> polls = new ArrayList<>();
      for (int i = 0; i < POLLERS; i++) {
        Client client = polled.get(i % polled.size());
        // With a tag; of the day; by age.
        String path =
            switch (i % 3) {
              case 0 -> BALANCE;
              case 1 -> BALANCE + "?asOf=2001-05-16";
              default -> AGING;
            };
        polls.add(pool.submit(() -> poll(client, path, answered, done)));
      }
      try {
        for (int i = 1; i <= POSTINGS; i++) {
          Answer posted =
              poster.post(
                  Client.AUXER + "/invoices", Json.auxerInvoice("A-" + i, "2001-05-16", "1.00"));
          assertThat(posted.status()).as("%s", posted).isEqualTo(201);
          answered.set(i);
        }
      } finally {
        done.set(true);
      }
      for (Future<Long> each : polls) {
        assertThat(each.get(60, TimeUnit.SECONDS)).isPositive();
      }
    }
  }

  private static long poll(Client client, String path, AtomicLong answered, AtomicBoolean done) {
    String tag = "\"none\"";
    long shown = 0;
    long polls = 0;
    while (!done.get()) {
      long before = answered.get();
      Answer answer = client.get(path, "If-None-Match", tag);
      if (answer.status() != 304) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        tag = answer.header("ETag").orElse(tag);
        shown = answer.json().get("sequence").asLong();
        assertThat(answer.json().get("balance").asText()).isEqualTo(shown + ".00");
      }
      assertThat(shown).as("answered before the poll was sent").isGreaterThanOrEqualTo(before);
      polls++;
    }
    return polls;
  }

  @Test
  void a_key_that_is_revoked_while_it_polls_is_refused_from_then_on_by_every_instance()
      throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service one = Service.on(database, Map.of());
        Service other = Service.on(database, Map.of())) {
      for (int round = 0; round < 5; round++) {
        revokeWhilePolling(one.client(), List.of(one.client(), other.client()));
      }
      Invariants.hold(database);
    }
  }

  @Test
  void a_key_that_is_revoked_while_it_polls_is_refused_from_then_on_by_the_embedded_book()
      throws Exception {
    try (Service service = Service.on(TestDatabase.H2)) {
      for (int round = 0; round < 5; round++) {
        revokeWhilePolling(service.client(), List.of(service.client()));
      }
      Invariants.hold(service.database());
    }
  }

  private static void revokeWhilePolling(Client admins, List<Client> polled) throws Exception {
    Client admin = admins.as("kattosko-admin");
    JsonNode made = admin.post("/v1/api-keys", "{\"roles\":[\"finance\"]}").json();
    AtomicBoolean revoked = new AtomicBoolean();
    CountDownLatch answered = new CountDownLatch(POLLERS);
    try (ExecutorService pool = Executors.newFixedThreadPool(POLLERS)) {
      List<Future<Long>> polls = new ArrayList<>();
      for (int i = 0; i < POLLERS; i++) {
        Client client = polled.get(i % polled.size()).with(made.get("key").asText());
        polls.add(pool.submit(() -> pollUntilRefused(client, answered, revoked)));
      }
      try {
        assertThat(answered.await(60, TimeUnit.SECONDS)).as("all were answered once").isTrue();
        String path = "/v1/api-keys/" + made.get("id").asText();
        assertThat(admin.send("DELETE", path, null, null).status()).isEqualTo(204);
      } finally {
        revoked.set(true);
      }
      for (Future<Long> each : polls) {
        assertThat(each.get(60, TimeUnit.SECONDS)).as("it was good before").isPositive();
      }
    }
  }

  private static long pollUntilRefused(
      Client client, CountDownLatch answered, AtomicBoolean revoked) {
    for (long polls = 0; ; polls++) {
      boolean mustBeRefused = revoked.get();
      int status = client.get(BALANCE).status();
      assertThat(status).isIn(mustBeRefused ? List.of(401) : List.of(200, 401));
      if (polls == 0) {
        answered.countDown();
      }
      if (mustBeRefused) {
        return polls;
      }
    }
  }

  /** Whatever happens to an account, its tag changes with its balance. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void one_tag_never_names_two_bodies(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      Client controller = client.as("kattosko-controller");
      Map<String, String> bodies = new HashMap<>();
      String account = Client.KATTOSKO;
      watch(client, bodies);
      invoice(client, "K-1", "49000.00", bodies);
      invoice(client, "K-2", "2000.00", bodies);
      client.businessDate("2001-06-02");
      watch(client, bodies);
      controller.post(account + "/hold", "{\"reason\":\"a look at the goods\"}");
      watch(client, bodies);
      controller.send("DELETE", account + "/hold", "lift-1", null);
      watch(client, bodies);
      client.businessDate("2001-06-20");
      watch(client, bodies);
      invoice(client, "K-3", "1.00", bodies);
      watch(client, bodies);
      client.post(account + "/payments", Json.payment("P-1", "2001-06-04", "48000.00"));
      watch(client, bodies);
      client.post(account + "/payments", Json.payment("P-2", "2001-06-20", "5000.00"));
      watch(client, bodies);
      assertThat(bodies).hasSizeGreaterThan(20);
      Invariants.hold(service.database());
    }
  }

  private static void invoice(
      Client client, String number, String amount, Map<String, String> bodies) {
    client.post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice(number, "2001-05-16", amount));
    watch(client, bodies);
  }

  private static void watch(Client client, Map<String, String> bodies) {
    for (String query :
        List.of(
            "", "?asOf=2001-05-15", "?asOf=2001-06-02", "?asOf=2001-06-07", "?asOf=2001-07-01")) {
      String path = Client.KATTOSKO + "/balance" + query;
      Answer answer = client.get(path);
      assertThat(answer.status()).isEqualTo(200);
      String tag = answer.header("ETag").orElseThrow();
      String before = bodies.putIfAbsent(tag, answer.text());
      assertThat(answer.text()).as(tag).isEqualTo(before == null ? answer.text() : before);
      Answer again = client.get(path, "If-None-Match", tag);
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.header("ETag")).contains(tag);
      assertThat(again.header("Cache-Control")).contains("no-cache");
    }
  }
}
