package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** Claims are of one instance at a time, and only who holds one records. */
class OutboxTest {

  private static final String MOVE =
      """
      UPDATE webhook_endpoint SET secret = (SELECT e.secret FROM webhook_endpoint e WHERE e.id = ?)
      WHERE id = ?""";

  private static void post(Service service, int count) {
    for (int i = 0; i < count; i++) {
      service
          .client()
          .post(
              Client.KATTOSKO + "/invoices", Json.kattoskoInvoice("K-" + i, "2001-05-16", "1.00"));
    }
  }

  private static List<Long> numbers(List<Outbox.Claimed> claims) {
    return claims.stream().map(Outbox.Claimed::number).toList();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_one_has_claimed_nobody_else_claims_or_records_until_its_lease_is_over(
      TestDatabase kind) {
    try (ClaimedScene scene = new ClaimedScene(kind, 5, 3)) {
      Instant now = scene.began;
      assertThat(scene.outbox.fanOut(scene.id, now, any -> true)).isZero();
      List<Outbox.Claimed> first = scene.claimed;
      List<Outbox.Claimed> rest = scene.claim(now, 5);
      assertThat(Stream.of(first, rest).flatMap(claims -> numbers(claims).stream()))
          .hasSize(5)
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(scene.claim(now, 5)).isEmpty();
      Instant later = now.plus(ClaimedScene.LEASE);
      List<Outbox.Claimed> again = scene.claim(later, 3);
      assertThat(numbers(again)).isEqualTo(numbers(first));
      assertThat(again.getFirst().message()).isEqualTo(first.getFirst().message());
      scene.outbox.record(List.of(ClaimedScene.delivered(first.getFirst(), later, 1)));
      assertThat(scene.webhooks.deliveries(scene.made, "delivered")).isEmpty();
      scene.outbox.record(List.of(ClaimedScene.delivered(again.getFirst(), later, 1)));
      assertThat(scene.webhooks.deliveries(scene.made, "delivered")).hasSize(1);
      scene.outbox.release(rest);
      assertThat(numbers(scene.claim(now, 5))).isEqualTo(numbers(rest));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_an_endpoint_that_fails_one_is_claimed_however_many_are_due(TestDatabase kind) {
    try (ClaimedScene scene = new ClaimedScene(kind, 3, 1)) {
      scene.outbox.record(List.of(scene.refused(0, 10, null)));
      assertThat(scene.claim(scene.began.plusSeconds(6), 5)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_sent_anew_while_it_is_under_way_is_sent_anew(TestDatabase kind) {
    try (ClaimedScene scene = new ClaimedScene(kind, 1, 1)) {
      Outbox.Claimed claimed = scene.claimed.getFirst();
      String path =
          "%s/deliveries/%s/redelivery".formatted(scene.made.path(), claimed.message().id());
      assertThat(scene.webhooks.client().send("POST", path, null, null).status()).isEqualTo(202);
      scene.outbox.record(List.of(ClaimedScene.delivered(claimed, scene.began, 1)));
      JsonNode delivery = scene.webhooks.delivery(scene.made);
      assertThat(delivery.get("state").asText()).isEqualTo("waiting");
      assertThat(scene.claim(Instant.now(), 1)).hasSize(1);
    }
  }

  @Test
  void a_stopped_instance_gives_back_what_it_had_claimed_and_not_begun() {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    String[] settings = {"timeout", "2s", "dispatch.in-flight-per-endpoint", "1"};
    try (Receiver receiver = new Receiver((request, out) -> Receiver.pause(1_500))) {
      try (Service service = Service.on(database, Webhooks.settings(settings))) {
        Webhooks.of(service).make(receiver.url());
        post(service, 20);
        receiver.await(1);
      }
      assertThat(receiver.ids()).hasSizeLessThan(10);
      receiver.behave(Receiver.status(200));
      try (Service other = Service.on(database, Webhooks.settings(settings))) {
        // Far sooner than the lease of two minutes ends.
        receiver.await(request -> receiver.ids().size() == 20);
        Invariants.hold(other.database());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_stopped_instance_gives_back_what_it_has_cut_off_and_spends_no_try(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (Receiver receiver = new Receiver((request, out) -> Receiver.pause(20_000))) {
      Webhooks.Made made;
      try (Service service =
          Service.on(database, Webhooks.settings("dispatch.drain-timeout", "1s"))) {
        made = Webhooks.of(service).make(receiver.url());
        post(service, 1);
        receiver.await(1);
      }
      try (Service other = Service.on(database, Webhooks.settings("dispatch.enabled", "false"))) {
        Outbox outbox = other.context().getBean(Outbox.class);
        Instant now = Instant.now();
        List<Outbox.Claimed> again =
            outbox.claim(
                new EndpointId(made.id()), 1, now, now.plus(ClaimedScene.LEASE), any -> true);
        assertThat(again).hasSize(1).allMatch(claimed -> claimed.tries() == 0);
        assertThat(Webhooks.of(other).get(made).get("failingSince").isNull()).isTrue();
        Invariants.hold(database);
      }
    }
  }

  @Test
  void what_one_instance_has_no_key_for_waits_for_another_and_spends_no_try() {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    Map<String, String> idle = Webhooks.settings("dispatch.enabled", "false");
    Map<String, String> other = Webhooks.settings("retry-schedule", "0s,0s,1h");
    String own = "t2:" + "B".repeat(43) + "=";
    other.put("tradecredit.access.encryption-keys", own);
    Map<String, String> both = Webhooks.settings();
    both.put("tradecredit.access.encryption-keys", own + "," + Webhooks.SEAL);
    try (Receiver unreadable = Receiver.answering(200);
        Receiver readable = Receiver.answering(200)) {
      Webhooks.Made endpoint;
      try (Service service = Service.on(database, idle)) {
        endpoint = Webhooks.of(service).make(unreadable.url());
      }
      try (Service service = Service.on(database, other)) {
        Webhooks.of(service).make(readable.url());
        post(service, 1);
        readable.await(1);
        post(service, 2);
        readable.await(2);
        assertThat(Webhooks.of(service).deliveries(endpoint, "")).isEmpty();
        assertThat(Webhooks.of(service).backlog(endpoint, "unread")).isEqualTo(2);
      }
      try (Service service = Service.on(database, both)) {
        unreadable.await(2);
        Webhooks.of(service).awaitQuiet(endpoint);
        assertThat(Webhooks.of(service).deliveries(endpoint, "delivered"))
            .hasSize(2)
            .allMatch(delivery -> delivery.get("attempts").asInt() == 1);
        Invariants.hold(database);
      }
    }
  }

  @Test
  void a_secret_that_was_moved_to_another_endpoint_signs_nothing() throws SQLException {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    try (Receiver robber = Receiver.answering(200);
        Receiver robbed = Receiver.answering(200)) {
      Webhooks.Made taker;
      try (Service service = Service.on(database, Webhooks.settings("dispatch.enabled", "false"))) {
        taker = Webhooks.of(service).make(robber.url());
        move(database, Webhooks.of(service).make(robbed.url()), taker);
      }
      try (Service service = Service.on(database, Webhooks.settings())) {
        post(service, 1);
        robbed.await(1);
        post(service, 2);
        robbed.await(2);
        assertThat(Webhooks.of(service).deliveries(taker, "")).isEmpty();
        assertThat(Webhooks.of(service).backlog(taker, "unread")).isEqualTo(2);
        assertThat(robber.connections()).isZero();
      }
    }
  }

  private static void move(TestDatabase.Fresh database, Webhooks.Made from, Webhooks.Made to)
      throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(MOVE)) {
      statement.setString(1, from.id());
      statement.setString(2, to.id());
      assertThat(statement.executeUpdate()).isOne();
    }
  }

  @Test
  void where_the_key_of_the_secret_before_is_taken_out_the_new_one_signs_alone() {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    String fresh = "t2:" + "B".repeat(43) + "=";
    Map<String, String> both = Webhooks.settings();
    both.put("tradecredit.access.encryption-keys", fresh + "," + Webhooks.SEAL);
    Map<String, String> later = Webhooks.settings();
    later.put("tradecredit.access.encryption-keys", fresh);
    try (Receiver receiver = Receiver.answering(200)) {
      Webhooks.Made endpoint;
      try (Service service = Service.on(database, Webhooks.settings("dispatch.enabled", "false"))) {
        endpoint = Webhooks.of(service).make(receiver.url());
      }
      String secret;
      try (Service service = Service.on(database, both)) {
        JsonNode rotated =
            Webhooks.of(service)
                .client()
                .send("POST", endpoint.path() + "/secret-rotation", null, null)
                .json();
        assertThat(rotated.get("previousSecretUntil").isNull()).isFalse();
        secret = rotated.get("secret").asText();
      }
      try (Service service = Service.on(database, later)) {
        post(service, 1);
        Receiver.Request told = receiver.await(1).getFirst();
        assertThat(told.isSignedWith(secret)).isTrue();
        assertThat(told.header("webhook-signature").split(" ", -1)).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_nobody_has_the_key_for_any_more_is_signed_anew_from_a_rotation_on(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    Map<String, String> later = Webhooks.settings();
    later.put("tradecredit.access.encryption-keys", "t2:" + "B".repeat(43) + "=");
    try (Receiver receiver = Receiver.answering(200)) {
      Webhooks.Made endpoint;
      try (Service service = Service.on(database, Webhooks.settings("dispatch.enabled", "false"))) {
        endpoint = Webhooks.of(service).make(receiver.url());
      }
      try (Service service = Service.on(database, later)) {
        Webhooks webhooks = Webhooks.of(service);
        post(service, 1);
        JsonNode rotated =
            webhooks.client().send("POST", endpoint.path() + "/secret-rotation", null, null).json();
        assertThat(rotated.get("previousSecretUntil").isNull()).isTrue();
        assertThat(webhooks.get(endpoint).get("previousSecretUntil").isNull()).isTrue();
        receiver.await(1);
        webhooks.awaitQuiet(endpoint);
        Invariants.hold(database);
      }
    }
  }
}
