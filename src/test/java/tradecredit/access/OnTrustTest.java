package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * Postings are let in on trust of a key that was proved a moment ago. Whatever such a request is
 * answered, it is never answered for a key that was revoked before it came.
 */
class OnTrustTest {

  private static final String INVOICES = Client.KATTOSKO + "/invoices";
  private static final String PAYMENTS = Client.AUXER + "/payments";
  private static final int POSTERS = 8;

  private static JsonNode clerk(Client anyone) {
    return anyone.as("kattosko-admin").post("/v1/api-keys", "{\"roles\":[\"clerk\"]}").json();
  }

  private static String invoice(String number) {
    return Json.kattoskoInvoice(number, "2001-05-16", "1.00");
  }

  private static void revoke(Client anyone, JsonNode key) {
    String path = "/v1/api-keys/" + key.get("id").asText();
    assertThat(anyone.as("kattosko-admin").send("DELETE", path, null, null).status())
        .isEqualTo(204);
  }

  /** Everything that is answered without a decision, and some of what is answered with one. */
  private static Map<String, Supplier<Client.Answer>> asked(Client bearer, String key) {
    Map<String, Supplier<Client.Answer>> asked = new LinkedHashMap<>();
    asked.put("an invoice", () -> bearer.post(INVOICES, invoice("K-2")));
    asked.put("the same again", () -> bearer.post(INVOICES, "key-of-the-first", invoice("K-1")));
    asked.put("no JSON", () -> bearer.post(INVOICES, "{"));
    asked.put("a wrong invoice", () -> bearer.post(INVOICES, "{\"number\":7}"));
    asked.put("no key", () -> bearer.send("POST", INVOICES, null, invoice("K-3")));
    asked.put("a parameter", () -> bearer.post(INVOICES + "?odd=1", invoice("K-4")));
    asked.put("no permission", () -> bearer.post(Client.AUXER + "/invoices", invoice("K-5")));
    asked.put("no account", () -> bearer.post("/v1/accounts/nobody/invoices", invoice("K-6")));
    asked.put(
        "a scheme in small letters",
        () ->
            bearer.send(
                request ->
                    request
                        .setHeader("Authorization", "bearer " + key)
                        .method("POST", HttpRequest.BodyPublishers.ofString("{"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "small"),
                INVOICES));
    asked.put(
        "a controller's invoice",
        () ->
            bearer.post(
                INVOICES,
                invoice("K-8")
                    .replace("\"lines\"", "\"alreadyDelivered\":{\"reason\":\"sent\"},\"lines\"")));
    asked.put("a payment", () -> bearer.post(PAYMENTS, Json.payment("R-1", "2001-05-16", "1.00")));
    asked.put(
        "a wrong batch",
        () -> bearer.post(INVOICES + "/batch", "{\"mode\":\"independent\",\"invoices\":[{}]}"));
    asked.put(
        "a batch",
        () ->
            bearer.post(
                INVOICES + "/batch",
                "{\"mode\":\"independent\",\"invoices\":[" + invoice("K-7") + "]}"));
    return asked;
  }

  private static JsonNode account(Client anyone) {
    return anyone.as("kattosko-finance").get(Client.KATTOSKO + "/balance").json();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_was_revoked_is_answered_nothing_but_401(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client anyone = service.client();
      JsonNode key = clerk(anyone);
      Client bearer = anyone.with(key.get("key").asText());
      assertThat(bearer.post(INVOICES, "key-of-the-first", invoice("K-1")).status()).isEqualTo(201);
      Client.Answer again = bearer.post(INVOICES, "key-of-the-first", invoice("K-1"));
      assertThat(again.header("Idempotency-Replayed")).hasValue("true");
      JsonNode before = account(anyone);

      revoke(anyone, key);

      asked(bearer, key.get("key").asText())
          .forEach(
              (what, ask) -> {
                Client.Answer answer = ask.get();
                assertThat(answer.status()).as("%s: %s", what, answer).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).as(what).isPresent();
              });
      assertThat(account(anyone)).isEqualTo(before);
      Awaiting.until(
          "a record of each attempt",
          () -> denied(anyone, key) == asked(bearer, key.get("key").asText()).size());
      Invariants.hold(service.database());
    }
  }

  private static long denied(Client anyone, JsonNode key) {
    long denied = 0;
    for (JsonNode record :
        anyone.as("operator-admin").get("/v1/audit-records?limit=200").json().get("items")) {
      if (record.get("detail").asText("").startsWith("key " + key.get("id").asText())) {
        denied++;
      }
    }
    return denied;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_has_ended_or_was_altered_is_refused(TestDatabase kind) throws SQLException {
    try (Service service = Service.on(kind)) {
      Client anyone = service.client();
      JsonNode key = clerk(anyone);
      String text = key.get("key").asText();
      Client bearer = anyone.with(text);
      assertThat(bearer.post(INVOICES, invoice("K-1")).status()).isEqualTo(201);
      char last = text.charAt(text.length() - 1);
      Client altered =
          anyone.with(text.substring(0, text.length() - 1) + (last == 'A' ? 'E' : 'A'));
      assertThat(altered.post(INVOICES, invoice("K-2")).status()).isEqualTo(401);
      assertThat(bearer.post(INVOICES, invoice("K-3")).status()).isEqualTo(201);
      try (Connection connection = service.database().connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "UPDATE api_key SET expires_at = created_at WHERE id = '"
                + key.get("id").asText()
                + "'");
      }
      assertThat(bearer.post(INVOICES, invoice("K-4")).status()).isEqualTo(401);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void nobody_is_told_more_or_less_on_trust(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client anyone = service.client();
      JsonNode key = clerk(anyone);
      Client bearer = anyone.with(key.get("key").asText());
      assertThat(bearer.post(INVOICES, "key-of-the-first", invoice("K-1")).status()).isEqualTo(201);
      assertThat(
              asked(bearer, key.get("key").asText()).values().stream()
                  .map(ask -> ask.get().status())
                  .toList())
          .containsExactly(201, 201, 400, 400, 400, 400, 403, 404, 400, 403, 403, 200, 200);
      Client finance = anyone.as("kattosko-finance");
      assertThat(finance.get(Client.KATTOSKO + "/balance").status()).isEqualTo(200);
      assertThat(finance.post(INVOICES, invoice("K-9")).status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_goes_on_posting_is_checked_again_before_trust_ends(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind.fresh(), Map.of("tradecredit.access.trust", "5s"))) {
      Client anyone = service.client();
      JsonNode key = clerk(anyone);
      Client bearer = anyone.with(key.get("key").asText());
      assertThat(bearer.post(INVOICES, invoice("K-1")).status()).isEqualTo(201);
      Awaiting.until("its use is noted", () -> !lastUse(anyone, key).isEmpty());
      // Where half of the trust was over before it came to this, it is checked and trusted anew.
      Awaiting.until("it posts on trust", () -> postsUnnoted(service, bearer, key));
      Thread.sleep(Duration.ofMillis(2_600));
      assertThat(bearer.post(INVOICES, invoice("K-3")).status()).isEqualTo(201);
      Awaiting.until("its use is noted again", () -> !lastUse(anyone, key).isEmpty());
      Invariants.hold(service.database());
    }
  }

  private static boolean postsUnnoted(Service service, Client bearer, JsonNode key) {
    try (Connection connection = service.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE api_key SET last_used_at = NULL");
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
    String number = "U-" + System.nanoTime();
    assertThat(bearer.post(INVOICES, invoice(number)).status()).isEqualTo(201);
    return lastUse(service.client(), key).isEmpty();
  }

  private static String lastUse(Client anyone, JsonNode key) {
    for (JsonNode one :
        anyone.as("kattosko-admin").get("/v1/api-keys?limit=200").json().get("items")) {
      if (one.get("id").equals(key.get("id"))) {
        return one.get("lastUsedAt").asText("");
      }
    }
    throw new AssertionError("no key " + key);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_posts_on_trust_posts_no_more_often_than_anybody_may(TestDatabase kind) {
    Map<String, String> settings =
        Map.of("tradecredit.access.requests", "3", "tradecredit.access.period", "1h");
    try (Service service = Service.on(kind.fresh(), settings)) {
      Client clerk = service.client().as("kattosko-clerk");
      for (int i = 1; i <= 3; i++) {
        assertThat(clerk.post(INVOICES, invoice("K-" + i)).status()).isEqualTo(201);
      }
      Client.Answer fourth = clerk.post(INVOICES, invoice("K-4"));
      assertThat(fourth.status()).isEqualTo(429);
      assertThat(fourth.code()).isEqualTo("too-many-requests");
      assertThat(account(service.client()).get("balance").asText()).isEqualTo("3.00");
      Invariants.hold(service.database());
    }
  }

  @Test
  void a_key_that_is_revoked_on_one_replica_posts_nothing_on_another_from_then_on()
      throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service one = Service.on(database, Map.of());
        Service other = Service.on(database, Map.of());
        ExecutorService pool = Executors.newFixedThreadPool(POSTERS)) {
      JsonNode key = clerk(one.client());
      Client bearer = other.client().with(key.get("key").asText());
      AtomicBoolean revoked = new AtomicBoolean();
      CountDownLatch posting = new CountDownLatch(POSTERS);
      List<Future<Integer>> posted = new ArrayList<>();
      for (int i = 0; i < POSTERS; i++) {
        String prefix = "K-" + i + "-";
        posted.add(pool.submit(() -> postUntilRefused(bearer, prefix, posting, revoked)));
      }
      try {
        assertThat(posting.await(60, TimeUnit.SECONDS)).isTrue();
        revoke(one.client(), key);
      } finally {
        revoked.set(true);
      }
      int all = 0;
      for (Future<Integer> poster : posted) {
        all += poster.get(60, TimeUnit.SECONDS);
      }
      assertThat(account(one.client()).get("balance").asText()).isEqualTo(all + ".00");
      Invariants.hold(database);
    }
  }

  @Test
  void a_key_that_is_revoked_while_the_account_is_held_posts_nothing_that_waited_or_came_later()
      throws Exception {
    try (Service service = Service.on(TestDatabase.POSTGRES);
        ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Client anyone = service.client();
      JsonNode key = clerk(anyone);
      Client bearer = anyone.with(key.get("key").asText());
      assertThat(bearer.post(INVOICES, invoice("K-1")).status()).isEqualTo(201);
      JsonNode before = account(anyone);
      List<Future<Integer>> posted = new ArrayList<>();
      try (HeldAccount held = new HeldAccount(service.database(), "kattosko-to-seller")) {
        posted.add(pool.submit(() -> bearer.post(INVOICES, invoice("K-2")).status()));
        held.awaitWaiting();
        revoke(anyone, key);
        posted.add(pool.submit(() -> bearer.post(INVOICES, invoice("K-3")).status()));
      }
      for (Future<Integer> one : posted) {
        assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(401);
      }
      assertThat(account(anyone)).isEqualTo(before);
      Invariants.hold(service.database());
    }
  }

  private static int postUntilRefused(
      Client bearer, String prefix, CountDownLatch posting, AtomicBoolean revoked) {
    for (int posted = 0; ; posted++) {
      boolean mustBeRefused = revoked.get();
      int status = bearer.post(INVOICES, invoice(prefix + posted)).status();
      assertThat(status).isIn(mustBeRefused ? List.of(401) : List.of(201, 401));
      if (status == 401) {
        return posted;
      }
      if (posted == 2) {
        posting.countDown();
      }
    }
  }
}
