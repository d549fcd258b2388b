package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;
import tradecredit.support.Webhooks;

/** Endpoints: who keeps them, what they hear, and what is kept of what is done to them. */
class EndpointsTest {

  private static final String DAY = "2001-05-16";
  private static final String SUPPLY =
      """
      {"url": "URL", "eventTypes": ["invoice.posted"], "accounts": ["auxer-to-kattosko"],
       "description": "Supply"}""";

  private static void postBoth(Client client, String number) {
    client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-" + number, DAY, "1.00"));
    client.post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-" + number, DAY, "1.00"));
  }

  /** Waits until the receiver beside was told so many in all: the dispatcher has looked by then. */
  private static void postBothAndAwait(Client client, String number, Receiver beside, int count) {
    postBoth(client, number);
    beside.await(count);
  }

  private static List<String> heard(Receiver receiver) {
    return receiver.requests().stream()
        .map(
            request ->
                request
                    .body()
                    .replaceAll(".*\"type\":\"([^\"]*)\".*\"accountId\":\"([^\"]*)\".*", "$1 $2"))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_endpoint_hears_the_accounts_of_its_party_and_what_it_asks_for(TestDatabase kind) {
    try (TokenIssuer issuer = new TokenIssuer();
        Receiver all = Receiver.answering(200);
        Receiver some = Receiver.answering(200);
        Receiver outside = Receiver.answering(200)) {
      Map<String, String> settings = Webhooks.settings();
      settings.putAll(issuer.settings());
      try (Service service = Service.on(kind.fresh(), settings)) {
        Webhooks own = Webhooks.of(service);
        Webhooks.Made everything = own.make(all.url());
        Webhooks.Made filtered = own.makeOf(SUPPLY.replace("URL", some.url()));
        Webhooks outsider =
            new Webhooks(service.client().with(issuer.token("ct-industries", "controller")));
        Webhooks.Made theirs = outsider.make(outside.url());
        assertThat(outsider.get(theirs).get("accounts").toString())
            .isEqualTo("[\"kattosko-to-seller\"]");
        postBoth(service.client(), "1");
        service.client().post(Client.AUXER + "/payments", Json.payment("P-1", DAY, "1.00"));
        all.await(3);
        for (Webhooks.Made endpoint : List.of(everything, filtered)) {
          own.awaitQuiet(endpoint);
        }
        outsider.awaitQuiet(theirs);
        assertThat(heard(all))
            .containsExactly(
                "invoice.posted auxer-to-kattosko",
                "invoice.posted kattosko-to-seller",
                "payment.posted auxer-to-kattosko");
        assertThat(heard(some)).containsExactly("invoice.posted auxer-to-kattosko");
        assertThat(heard(outside)).containsExactly("invoice.posted kattosko-to-seller");
        strangersFindNothing(service, own, everything);
        Invariants.hold(service.database());
      }
    }
  }

  private static void strangersFindNothing(Service service, Webhooks own, Webhooks.Made endpoint) {
    Client stranger = service.client().as("auxer-telecom-controller");
    String message = own.deliveries(endpoint, "").get(0).get("messageId").asText();
    for (String path :
        List.of(
            "", "/deliveries", "/deliveries/" + message, "/deliveries/" + message + "/attempts")) {
      assertThat(stranger.get(endpoint.path() + path).status()).as(path).isEqualTo(404);
    }
    for (String path :
        List.of("/secret-rotation", "/test-events", "/deliveries/" + message + "/redelivery")) {
      assertThat(stranger.send("POST", endpoint.path() + path, null, null).status())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(stranger.send("DELETE", endpoint.path(), null, null).status()).isEqualTo(404);
    assertThat(new Webhooks(stranger).switchTo(endpoint, "disabled").status()).isEqualTo(404);
    assertThat(stranger.get(Webhooks.PATH).json().get("items")).isEmpty();
    assertThat(stranger.get(endpoint.path()).json().get("detail").asText())
        .isEqualTo("There is no webhook endpoint " + endpoint.id() + ".");
    assertThat(own.get(endpoint).get("state").asText()).isEqualTo("enabled");
    assertThat(service.client().as("kattosko-clerk").get(endpoint.path()).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_changed_endpoint_hears_what_it_now_asks_for_from_then_on(TestDatabase kind) {
    try (Receiver receiver = Receiver.answering(200);
        Service service = Service.on(kind.fresh(), Webhooks.settings())) {
      Webhooks own = Webhooks.of(service);
      Webhooks.Made endpoint =
          own.makeOf("{\"url\":\"" + receiver.url() + "\",\"accounts\":[\"auxer-to-kattosko\"]}");
      postBoth(service.client(), "1");
      receiver.await(1);
      own.awaitQuiet(endpoint);
      Client.Answer changed =
          own.client()
              .send(
                  "PUT",
                  endpoint.path(),
                  null,
                  "{\"url\":\"%s2\",\"accounts\":[\"kattosko-to-seller\"]}"
                      .formatted(receiver.url()),
                  "Content-Type",
                  "application/json");
      assertThat(changed.status()).isEqualTo(200);
      postBoth(service.client(), "2");
      receiver.await(2);
      own.awaitQuiet(endpoint);
      assertThat(heard(receiver))
          .containsExactly("invoice.posted auxer-to-kattosko", "invoice.posted kattosko-to-seller");
      assertThat(receiver.requests().getLast().line()).contains("/hook2");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_waits_and_a_changed_endpoint_wants_no_more_is_given_up(TestDatabase kind) {
    try (Receiver before = Receiver.answering(500);
        Receiver after = Receiver.answering(200);
        Service service =
            Service.on(
                kind.fresh(), Webhooks.settings("retry-schedule", "0s" + ",1s".repeat(40)))) {
      Webhooks own = Webhooks.of(service);
      Webhooks.Made endpoint = own.make(before.url());
      postBoth(service.client(), "1");
      service.client().post(Client.KATTOSKO + "/payments", Json.payment("P-1", DAY, "1.00"));
      Awaiting.until("failures", () -> own.backlog(endpoint, "failing") == 3);
      own.switchTo(endpoint, "disabled");
      change(own, endpoint, after.url(), "kattosko-to-seller", "invoice.posted");
      assertThat(own.deliveries(endpoint, "givenUp")).hasSize(2);
      own.switchTo(endpoint, "enabled");
      own.awaitQuiet(endpoint);
      assertThat(heard(after)).containsExactly("invoice.posted kattosko-to-seller");
      String given = own.deliveries(endpoint, "givenUp").get(0).get("messageId").asText();
      String redelivery = endpoint.path() + "/deliveries/" + given + "/redelivery";
      assertThat(own.client().send("POST", redelivery, null, null).status()).isEqualTo(202);
      own.awaitQuiet(endpoint);
      assertThat(after.requests()).hasSize(2);
      Invariants.hold(service.database());
    }
  }

  private static void change(
      Webhooks own, Webhooks.Made endpoint, String url, String account, String type) {
    String wanted =
        "{\"url\":\"%s\",\"accounts\":[\"%s\"],\"eventTypes\":[\"%s\"]}"
            .formatted(url, account, type);
    assertThat(own.put(endpoint, wanted).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void while_it_is_disabled_everything_waits_and_is_counted(TestDatabase kind) {
    try (Receiver receiver = Receiver.answering(200);
        Receiver beside = Receiver.answering(200);
        Service service = Service.on(kind.fresh(), Webhooks.settings())) {
      Webhooks own = Webhooks.of(service);
      own.make(beside.url());
      Webhooks.Made endpoint = own.make(receiver.url());
      JsonNode off = own.switchTo(endpoint, "disabled").json();
      assertThat(off.get("state").asText()).isEqualTo("disabled");
      assertThat(off.get("stateReason").asText()).isEqualTo("byRequest");
      postBothAndAwait(service.client(), "1", beside, 2);
      postBothAndAwait(service.client(), "2", beside, 4);
      assertThat(own.backlog(endpoint, "unread")).isEqualTo(4);
      assertThat(receiver.connections()).isZero();
      assertThat(own.switchTo(endpoint, "enabled").json().get("stateReason").isNull()).isTrue();
      receiver.await(4);
      own.awaitQuiet(endpoint);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_deleted_endpoint_is_told_nothing_and_its_history_can_be_read(TestDatabase kind) {
    try (Receiver receiver = Receiver.answering(200);
        Receiver beside = Receiver.answering(200);
        Service service = Service.on(kind.fresh(), Webhooks.settings())) {
      Webhooks own = Webhooks.of(service);
      own.make(beside.url());
      Webhooks.Made endpoint = own.make(receiver.url());
      postBoth(service.client(), "1");
      receiver.await(2);
      own.awaitQuiet(endpoint);
      for (int twice = 0; twice < 2; twice++) {
        assertThat(own.client().send("DELETE", endpoint.path(), null, null).status())
            .isEqualTo(204);
      }
      postBothAndAwait(service.client(), "2", beside, 4);
      postBothAndAwait(service.client(), "3", beside, 6);
      assertThat(own.get(endpoint).get("state").asText()).isEqualTo("deleted");
      assertThat(own.deliveries(endpoint, "delivered")).hasSize(2);
      for (Client.Answer answer : List.of(own.test(endpoint), own.switchTo(endpoint, "enabled"))) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("webhook-endpoint-deleted");
      }
      assertThat(receiver.requests()).hasSize(2);
      Invariants.hold(service.database());
    }
  }

  @Test
  void every_act_is_audited_and_no_secret_is_stored_or_shown() throws SQLException {
    try (Receiver receiver = Receiver.answering(200);
        Service service = Service.on(TestDatabase.H2.fresh(), Webhooks.settings())) {
      Webhooks own = Webhooks.of(service);
      Webhooks.Made endpoint = own.make(receiver.url() + "?token=hush");
      String rotated =
          own.client()
              .send("POST", endpoint.path() + "/secret-rotation", null, null)
              .json()
              .get("secret")
              .asText();
      own.test(endpoint);
      receiver.await(1);
      own.switchTo(endpoint, "disabled");
      own.switchTo(endpoint, "disabled");
      change(own, endpoint, receiver.url() + "?token=hush", "auxer-to-kattosko", "hold.placed");
      own.client().send("DELETE", endpoint.path(), null, null);
      JsonNode records =
          service.client().as("kattosko-auditor").get("/v1/audit-records?limit=200").json();
      List<String> actions = new ArrayList<>();
      records.get("items").forEach(record -> actions.add(record.get("action").asText()));
      assertThat(actions)
          .containsSubsequence(
              "make-webhook-endpoint",
              "rotate-webhook-secret",
              "test-webhook-endpoint",
              "disable-webhook-endpoint",
              "change-webhook-endpoint",
              "delete-webhook-endpoint")
          .containsOnlyOnce("disable-webhook-endpoint");
      whatItHearsIsTold(records, receiver);
      assertThat(records.toString()).doesNotContain("hush", "whsec_");
      secretsAreSealed(service.database(), endpoint.secret(), rotated);
      assertThat(own.get(endpoint).toString()).doesNotContain("whsec_");
      Invariants.hold(service.database());
    }
  }

  private static void whatItHearsIsTold(JsonNode records, Receiver receiver) {
    String origin = receiver.url().replaceAll("(http://[^/]+)/.*", "$1");
    assertThat(records.findValuesAsText("detail"))
        .contains(
            origin + "; accounts: auxer-to-kattosko; event types: hold.placed",
            origin + "; accounts: auxer-to-kattosko, kattosko-to-seller; event types: all");
  }

  private static void secretsAreSealed(TestDatabase.Fresh database, String... secrets)
      throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT secret, previous_secret FROM webhook_endpoint")) {
      assertThat(row.next()).isTrue();
      for (String stored : List.of(row.getString(1), row.getString(2))) {
        assertThat(stored).startsWith("v1.t1.").doesNotContain(secrets);
      }
    }
  }

  @Test
  void bounds_are_held() {
    try (Receiver receiver = Receiver.answering(500);
        Service service =
            Service.on(
                TestDatabase.H2.fresh(),
                Webhooks.settings(
                    "endpoints-per-party", "2", "tests-waiting", "2", "retry-schedule", "0s,1h"))) {
      Webhooks own = Webhooks.of(service);
      Webhooks.Made endpoint = own.make(receiver.url());
      Webhooks.Made other = own.make(receiver.url());
      String body = "{\"url\":\"" + receiver.url() + "\"}";
      assertThat(own.client().post(Webhooks.PATH, null, body).code())
          .isEqualTo("too-many-webhook-endpoints");
      own.client().send("DELETE", other.path(), null, null);
      assertThat(own.client().post(Webhooks.PATH, null, body).status()).isEqualTo(201);
      for (int i = 0; i < 2; i++) {
        assertThat(own.test(endpoint).status()).isEqualTo(202);
      }
      assertThat(own.test(endpoint).code()).isEqualTo("too-many-test-events");
      Awaiting.until("failures", () -> own.backlog(endpoint, "failing") == 2);
    }
    try (Service service =
        Service.on(TestDatabase.H2.fresh(), Map.of("tradecredit.access.encryption-key-file", ""))) {
      assertThat(
              Webhooks.of(service)
                  .client()
                  .post(Webhooks.PATH, null, "{\"url\":\"https://hooks.example/\"}")
                  .code())
          .isEqualTo("webhook-secrets-not-configured");
    }
  }

  @Test
  void two_instances_send_each_message_once() {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Receiver receiver = Receiver.answering(200);
        Service one = Service.on(database, Webhooks.settings());
        Service other = Service.on(database, Webhooks.settings())) {
      Webhooks own = Webhooks.of(one);
      Webhooks.Made endpoint = own.make(receiver.url());
      for (int i = 0; i < 60; i++) {
        postBoth((i % 2 == 0 ? one : other).client(), Integer.toString(i));
      }
      receiver.await(120);
      own.awaitQuiet(endpoint);
      assertThat(receiver.requests()).hasSize(120);
      assertThat(receiver.ids()).hasSize(120);
      Invariants.hold(database);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void one_at_a_time_arrives_in_the_order_of_the_sequence(TestDatabase kind) {
    try (Receiver receiver = Receiver.answering(200);
        Service service =
            Service.on(kind.fresh(), Webhooks.settings("dispatch.in-flight-per-endpoint", "1"))) {
      Webhooks own = Webhooks.of(service);
      Webhooks.Made endpoint =
          own.makeOf("{\"url\":\"" + receiver.url() + "\",\"accounts\":[\"kattosko-to-seller\"]}");
      for (int i = 0; i < 30; i++) {
        postBoth(service.client(), Integer.toString(i));
      }
      receiver.await(30);
      own.awaitQuiet(endpoint);
      assertThat(
              receiver.requests().stream()
                  .map(
                      request ->
                          Integer.valueOf(
                              request.body().replaceAll(".*?\"sequence\":(\\d+).*", "$1"))))
          .isSorted();
    }
  }
}
