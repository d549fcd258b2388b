package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** Events are sent round to those who want them: soon, and none is passed over. */
class FanOutTest {

  private static final String URL = "http://127.0.0.1:9/";
  private static final String DAY = "2001-05-16";

  /** More than are gone over at once. */
  private static final int UNWANTED = 10_500;

  /** So many deliveries of an account a change gives up. */
  private static final long GIVEN_UP = 10_000;

  private static Service idle(TestDatabase kind) {
    return Service.on(kind.fresh(), Webhooks.settings("dispatch.enabled", "false"));
  }

  private static Webhooks.Made thatWants(Webhooks webhooks, String type) {
    return webhooks.makeOf("{\"url\":\"%s\",\"eventTypes\":[\"%s\"]}".formatted(URL, type));
  }

  private static void post(Service service, String number, int status) {
    String total = status == 201 ? "1.00" : "50000.01";
    assertThat(
            service
                .client()
                .post(Client.KATTOSKO + "/invoices", Json.kattoskoInvoice(number, DAY, total))
                .status())
        .isEqualTo(status);
  }

  private static void importInvoices(Service service, int count) {
    String rows =
        IntStream.range(0, count)
            .mapToObj(i -> "I-%d,%s,original,1.00,1,0,\n".formatted(i, DAY))
            .collect(
                Collectors.joining(
                    "", "number,invoiceDate,product,faceValue,quantity,discount,memo\n", ""));
    Client.Answer answer =
        service
            .client()
            .send(
                "POST",
                Client.KATTOSKO + "/invoices/import",
                "file",
                rows,
                "Content-Type",
                "text/csv");
    assertThat(answer.json().get("accepted").asInt()).isEqualTo(count);
  }

  private static List<String> types(Webhooks webhooks, Webhooks.Made endpoint) {
    return webhooks.deliveries(endpoint, "").valueStream().map(FanOutTest::type).toList();
  }

  private static String type(JsonNode delivery) {
    return delivery.get("type").asText();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_wants_little_hears_it_soon_behind_much_that_he_does_not_want(TestDatabase kind) {
    try (Service service = idle(kind)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = thatWants(webhooks, "credit_limit.posting_refused");
      importInvoices(service, UNWANTED);
      post(service, "K-1", 422);
      long behind = webhooks.backlog(endpoint, "unread");
      assertThat(behind).isGreaterThan(UNWANTED);
      Outbox outbox = service.context().getBean(Outbox.class);
      EndpointId id = new EndpointId(endpoint.id());

      int looks = 0;
      long passed = 0;
      while (types(webhooks, endpoint).isEmpty()) {
        int some = outbox.fanOut(id, Instant.now(), any -> true);
        assertThat(some).isPositive();
        passed += some;
        looks++;
      }

      assertThat(looks).isEqualTo(2);
      assertThat(passed).isEqualTo(behind);
      assertThat(types(webhooks, endpoint)).containsExactly("credit_limit.posting_refused");
      assertThat(webhooks.backlog(endpoint, "unread")).isZero();
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_what_is_wanted_no_more_is_sent_round_at_once_than_is_set(TestDatabase kind) {
    try (Service service =
        Service.on(
            kind.fresh(),
            Webhooks.settings("dispatch.enabled", "false", "dispatch.fan-out", "2"))) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made narrow = thatWants(webhooks, "credit_limit.posting_refused");
      for (int i = 1; i <= 3; i++) {
        post(service, "K-" + i, 422);
        post(service, "L-" + i, 201);
      }
      Outbox outbox = service.context().getBean(Outbox.class);
      EndpointId id = new EndpointId(narrow.id());
      assertThat(outbox.fanOut(id, Instant.now(), any -> true)).isEqualTo(3);
      assertThat(types(webhooks, narrow)).hasSize(2);
      assertThat(outbox.fanOut(id, Instant.now(), any -> true)).isEqualTo(3);
      assertThat(types(webhooks, narrow)).hasSize(3);
      assertThat(outbox.fanOut(id, Instant.now(), any -> true)).isZero();
      Invariants.hold(service.database());
    }
  }

  /** To the embedded file, others write before it has begun or when it is over. */
  @Test
  void what_is_wanted_from_now_on_is_told_though_a_fan_out_had_begun_before() {
    try (Service service = idle(TestDatabase.POSTGRES)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = thatWants(webhooks, "payment.posted");
      post(service, "BEFORE", 201);
      Outbox outbox = service.context().getBean(Outbox.class);
      EndpointId id = new EndpointId(endpoint.id());
      AtomicBoolean widened = new AtomicBoolean();

      // The fan-out asks this when it has read the endpoint, and not yet the events.
      outbox.fanOut(
          id,
          Instant.now(),
          any -> {
            if (!widened.getAndSet(true)) {
              widen(webhooks, endpoint);
              post(service, "AFTER", 201);
            }
            return true;
          });
      outbox.fanOut(id, Instant.now(), any -> true);

      assertThat(types(webhooks, endpoint)).contains("invoice.posted");
      assertThat(webhooks.deliveries(endpoint, "").valueStream().mapToLong(FanOutTest::sequence))
          .contains(2L);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_wanted_no_more_is_given_up_though_a_fan_out_was_adding_it(TestDatabase kind)
      throws Exception {
    try (Service service = idle(kind);
        ExecutorService aside = Executors.newSingleThreadExecutor();
        Connection adding = service.database().connect();
        Statement statement = adding.createStatement()) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(URL);
      post(service, "K-1", 201);
      adding.setAutoCommit(false);
      for (String sql : ADDING) {
        statement.execute(sql);
      }

      Future<?> changed = aside.submit(() -> ask(webhooks, endpoint, "[\"payment.posted\"]"));
      service.database().awaitWaiting();
      assertThat(changed.isDone()).isFalse();
      adding.commit();
      changed.get();

      assertThat(webhooks.delivery(endpoint).get("state").asText()).isEqualTo("givenUp");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_more_than_one_change_makes_deliveries_of_what_it_gives_up_is_counted(TestDatabase kind) {
    try (Service service = idle(kind)) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(URL);
      importInvoices(service, UNWANTED);
      post(service, "K-1", 422);
      Outbox outbox = service.context().getBean(Outbox.class);
      EndpointId id = new EndpointId(endpoint.id());
      int waiting = outbox.fanOut(id, Instant.now(), any -> true);
      assertThat(waiting).isPositive();
      long behind = webhooks.backlog(endpoint, "unread");

      ask(webhooks, endpoint, "[\"credit_limit.posting_refused\"]");

      assertThat(webhooks.backlog(endpoint, "unread")).isEqualTo(behind - GIVEN_UP);
      assertThat(webhooks.backlog(endpoint, "waiting")).isZero();
      assertThat(webhooks.backlog(endpoint, "givenUp")).isEqualTo(waiting + behind - 1);
      outbox.fanOut(id, Instant.now(), any -> true);
      assertThat(webhooks.backlog(endpoint, "waiting")).isOne();
      assertThat(webhooks.recover(endpoint, Instant.EPOCH).json().get("recovered").asLong())
          .isEqualTo(waiting + GIVEN_UP);
      assertThat(webhooks.backlog(endpoint, "givenUp")).isEqualTo(behind - 1 - GIVEN_UP);
      Invariants.hold(service.database());
    }
  }

  /** What a fan-out does that has read the endpoint and is not done. */
  private static final List<String> ADDING =
      List.of(
          "SELECT sequence FROM webhook_cursor WHERE account_id = 'kattosko-to-seller' FOR UPDATE",
          "UPDATE webhook_cursor SET sequence = 1 WHERE account_id = 'kattosko-to-seller'",
          """
          INSERT INTO webhook_delivery (endpoint_id, account_id, next_attempt_at, sequence, message_id, type, event_at,
            state, tries, attempts)
          SELECT e.id, v.account_id, v.recorded_at, v.sequence, 'msg_1', v.type, v.recorded_at, 'waiting', 0, 0
          FROM webhook_endpoint e CROSS JOIN event v""");

  private static long sequence(JsonNode delivery) {
    return delivery.get("sequence").asLong();
  }

  private static void widen(Webhooks webhooks, Webhooks.Made endpoint) {
    ask(webhooks, endpoint, "null");
  }

  private static void ask(Webhooks webhooks, Webhooks.Made endpoint, String types) {
    String wanted = "{\"url\":\"" + URL + "\",\"eventTypes\":" + types + "}";
    assertThat(webhooks.put(endpoint, wanted).status()).isEqualTo(200);
  }
}
