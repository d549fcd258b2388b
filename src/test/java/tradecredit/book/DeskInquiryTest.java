package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.store.figure.KnownDays;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What is asked of the past, of standing and of events. */
class DeskInquiryTest {

  private static final String A = Client.AUXER;
  private static final String K = Client.KATTOSKO;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void as_of_a_day_and_known_at_an_instant_a_figure_never_changes(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.businessDate("2001-06-01");
      post(client, A + "/invoices", Json.auxerInvoice("A-1", "2001-05-20", "100.00"));
      String moment = "asOf=2001-05-25&knownAt=" + Instant.now();
      List<String> paths =
          List.of(
              A + "/balance?" + moment,
              A + "/aging?" + moment,
              A + "/aging?basis=invoiceDate&" + moment,
              A + "/entries?" + moment);
      List<String> before = paths.stream().map(path -> client.get(path).text()).toList();

      post(client, A + "/invoices", Json.auxerInvoice("A-2", "2001-05-21", "50.00"));
      post(client, A + "/payments", Json.payment("P-1", "2001-05-22", "30.00"));
      client.businessDate("2001-07-01");
      post(client, A + "/payments", Json.payment("P-2", "2001-05-23", "1.00"));

      assertThat(paths.stream().map(path -> client.get(path).text()).toList()).isEqualTo(before);
      assertThat(client.get(A + "/balance?asOf=2001-05-25").json().get("balance").asText())
          .as("as of the day alone it changes with what is back-dated")
          .isEqualTo("119.00");
      assertThat(client.get(A + "/entries?asOf=2001-05-20").json().get("items")).hasSize(1);
      Invariants.hold(service.database());
    }
  }

  /** Also on a day that is still going on, of which a part was known, and through a replica. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_was_known_reads_the_same_when_its_days_are_rolled_up(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      List<String> paths = new ArrayList<>();
      for (int day = 0; day < 4; day++) {
        String date = "2001-06-0" + (1 + day);
        client.businessDate(date);
        post(client, A + "/invoices", Json.auxerInvoice("A-" + day, date, "100.00"));
        ask(paths, "2001-06-02");
        post(client, A + "/invoices", Json.auxerInvoice("B-" + day, "2001-05-20", "7.00"));
        post(client, A + "/payments", Json.payment("P-" + day, "2001-06-01", "30.00"));
        ask(paths, date);
      }
      List<String> before = paths.stream().map(path -> client.get(path).text()).toList();
      KnownDays days = service.context().getBean(KnownDays.class);

      assertThat(days.rollUp()).as("the last day goes on").isEqualTo(3);
      assertThat(days.rollUp()).isZero();
      assertThat(paths.stream().map(path -> client.get(path).text()).toList()).isEqualTo(before);

      client.businessDate("2001-07-01");
      post(client, A + "/payments", Json.payment("P-9", "2001-06-02", "300.00"));
      assertThat(days.rollUp()).isEqualTo(1);
      assertThat(paths.stream().map(path -> client.get(path).text()).toList()).isEqualTo(before);
      assertThat(sum(service, "known_cell WHERE business_date <= DATE '2001-06-04'"))
          .isEqualTo(sum(service, "open_item_movement WHERE sequence <= 12"));
      Invariants.hold(service.database());
    }
  }

  private static void ask(List<String> paths, String asOf) {
    String moment = "asOf=" + asOf + "&knownAt=" + Instant.now();
    paths.add(A + "/balance?" + moment);
    paths.add(A + "/aging?" + moment);
    paths.add(A + "/aging?basis=invoiceDate&" + moment);
    paths.add(A + "/entries?limit=2&" + moment);
  }

  private static long sum(Service service, String rows) throws SQLException {
    try (Connection connection = service.database().connect();
        Statement statement = connection.createStatement();
        ResultSet sum = statement.executeQuery("SELECT SUM(amount) FROM " + rows)) {
      assertThat(sum.next()).isTrue();
      return sum.getLong(1);
    }
  }

  /** Whether the instant asked for is over by the database's clock, which may be behind ours. */
  private static boolean isOver(Client.Answer answer) {
    if (answer.status() != 200) {
      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("query:knownAt");
    }
    return answer.status() == 200;
  }

  /** Clerks post all the while; what was answered for an instant just past stays the answer. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_instant_just_past_is_answered_for_ever_while_clerks_post(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind);
        ExecutorService pool = Executors.newFixedThreadPool(3)) {
      Client client = service.client();
      List<Future<?>> clerks = new ArrayList<>();
      for (int clerk = 0; clerk < 3; clerk++) {
        String name = "C" + clerk + "-";
        clerks.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < 60; i++) {
                    post(
                        client, A + "/invoices", Json.auxerInvoice(name + i, "2001-05-16", "1.00"));
                  }
                }));
      }
      Map<String, String> told = new LinkedHashMap<>();
      for (int i = 0; i < 40; i++) {
        String path = A + "/balance?asOf=2001-05-16&knownAt=" + Instant.now();
        Client.Answer answer = client.get(path);
        if (isOver(answer)) {
          told.put(path, answer.text());
        }
      }
      for (Future<?> clerk : clerks) {
        clerk.get();
      }
      assertThat(told).hasSizeGreaterThan(20);
      told.forEach((path, text) -> assertThat(client.get(path).text()).as(path).isEqualTo(text));
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_business_date_at_an_instant_is_the_last_it_was_turned_to_by_then(TestDatabase kind) {
    // No account has seen the days when it is asked.
    Map<String, String> seldom = Map.of("tradecredit.posting.day-end-interval", "1h");
    try (Service service = Service.on(kind.fresh(), seldom)) {
      Client client = service.client();
      post(client, A + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "100.00"));
      String first = A + "/balance?knownAt=" + Instant.now();
      assertThat(client.businessDate("2001-06-20").status()).isEqualTo(200);
      String second = A + "/balance?knownAt=" + Instant.now();
      String late = client.get(second).text();
      assertThat(late).isEqualTo(client.get(A + "/balance").text()).contains("notGood");
      assertThat(client.get(first).json().get("asOf").asText()).isEqualTo("2001-05-16");
      assertThat(client.businessDate("2001-07-10").status()).isEqualTo(200);

      JsonNode aging = client.get(A + "/aging?knownAt=" + Instant.now()).json();
      assertThat(aging.get("asOf").asText()).isEqualTo("2001-07-10");
      assertThat(aging.at("/buckets/1/amount").asText()).isEqualTo("100.00");
      assertThat(client.get(second).text()).isEqualTo(late);
      assertThat(client.get(first).json().get("asOf").asText()).isEqualTo("2001-05-16");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_the_book_will_know_is_not_asked(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String later = Instant.now().plusSeconds(60).toString();
      for (String path : List.of("/balance", "/aging", "/entries")) {
        Client.Answer answer = client.get(A + path + "?knownAt=" + later);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("query:knownAt");
      }
    }
  }

  private static void aPaymentReturnedLate(Client client) {
    post(client, K + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "300.00"));
    post(client, K + "/invoices", Json.kattoskoInvoice("K-2", "2001-05-16", "20.00"));
    String payment =
        post(client, K + "/payments", Json.payment("P-1", "2001-05-16", "20.00"))
            .get("id")
            .asText();
    client.businessDate("2001-06-10");
    post(
        client,
        K + "/payments/" + payment + "/return",
        "{\"returnedDate\":\"2001-06-10\",\"reason\":\"bounced\"}");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void standing_says_since_when_why_by_which_clause_and_what_proves_it(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      aPaymentReturnedLate(client);

      JsonNode standing = client.get(K + "/standing").json();
      assertThat(standing.get("standing").asText()).isEqualTo("notGood");
      assertThat(standing.get("clause").asInt()).isEqualTo(6);
      assertThat(standing.at("/reasons/0/evidence").findValuesAsText("number"))
          .containsExactly("K-1", "K-2");
      assertThat(standing.at("/reasons/1/code").asText()).isEqualTo("returned-payment");
      assertThat(standing.at("/reasons/1/evidence/0/number").asText()).isEqualTo("P-1");

      JsonNode changes = client.get(K + "/standing-changes").json().get("items");
      assertThat(changes.findValuesAsText("businessDate"))
          .containsExactly("2001-06-07", "2001-06-10");
      assertThat(changes.at("/0/cause").isNull()).isTrue();
      assertThat(changes.at("/0/invoices").findValuesAsText("number"))
          .containsExactly("K-1", "K-2");
      assertThat(changes.at("/1/cause/type").asText()).isEqualTo("paymentReturn");
      assertThat(changes.at("/1/invoices")).as("K-1 was late before").isEmpty();
      assertThat(standing.get("since").asText())
          .as("the return changed the reasons, not the standing")
          .isEqualTo("2001-06-07");

      assertThat(client.get(K + "/standing?asOf=2001-06-06").json().get("standing").asText())
          .isEqualTo("good");
      assertThat(client.get(K + "/standing?asOf=2001-06-08").json().get("standing").asText())
          .isEqualTo("notGood");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void since_when_is_the_day_of_the_last_turn_also_of_days_that_nobody_has_ended(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      assertThat(since(client, "")).isEqualTo("null");
      post(client, K + "/invoices", Json.kattoskoInvoice("K-1", "2001-05-16", "300.00"));
      post(client, K + "/invoices", Json.kattoskoInvoice("K-2", "2001-05-16", "20.00"));
      assertThat(since(client, "?asOf=2001-06-06")).isEqualTo("null");
      assertThat(since(client, "?asOf=2001-06-20")).as("still to come").isEqualTo("2001-06-07");

      client.businessDate("2001-06-10");
      assertThat(since(client, "")).as("before a posting ends the days").isEqualTo("2001-06-07");
      post(client, K + "/payments", Json.payment("P-1", "2001-06-10", "100.00"));
      assertThat(since(client, "")).isEqualTo("2001-06-07");
      assertThat(since(client, "?asOf=2001-06-08")).isEqualTo("2001-06-07");

      client.businessDate("2001-06-12");
      post(client, K + "/payments", Json.payment("P-2", "2001-06-12", "220.00"));
      assertThat(since(client, "")).isEqualTo("2001-06-12");
      assertThat(since(client, "?asOf=2001-06-11")).isEqualTo("2001-06-07");
      assertThat(since(client, "?asOf=2001-06-06")).isEqualTo("null");
      Invariants.hold(service.database());
    }
  }

  private static String since(Client client, String query) {
    return client.get(K + "/standing" + query).json().get("since").asText();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_act_that_makes_more_invoices_late_than_are_named_says_how_many_more(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      List<String> invoices = new ArrayList<>();
      for (int i = 0; i < 101; i++) {
        invoices.add(Json.kattoskoInvoice("K-" + i, "2001-05-16", "1.00"));
      }
      Client.Answer batch =
          client.post(
              K + "/invoices/batch",
              "{\"mode\":\"atomic\",\"invoices\":[" + String.join(",", invoices) + "]}");
      assertThat(batch.status()).as(batch.toString()).isEqualTo(200);
      String payment =
          post(client, K + "/payments", Json.payment("P-1", "2001-05-16", "101.00"))
              .get("id")
              .asText();
      client.businessDate("2001-06-10");
      post(
          client,
          K + "/payments/" + payment + "/return",
          "{\"returnedDate\":\"2001-06-10\",\"reason\":\"bounced\"}");

      JsonNode change = client.get(K + "/standing-changes").json().at("/items/0");
      assertThat(change.at("/cause/type").asText()).isEqualTo("paymentReturn");
      assertThat(change.get("invoices")).hasSize(100);
      assertThat(change.at("/invoices/0/number").asText()).isEqualTo("K-0");
      assertThat(change.at("/invoices/99/number").asText()).isEqualTo("K-99");
      assertThat(change.get("invoicesOmitted").asInt()).isEqualTo(1);
      JsonNode events = client.get(K + "/events?limit=200&after=102").json().get("items");
      assertThat(events.findValuesAsText("type"))
          .hasSize(103)
          .startsWith("payment.returned", "invoice.past_due")
          .endsWith("invoice.past_due", "standing.changed");
      assertThat(events.at("/1/data/account/standing").asText()).isEqualTo("notGood");
      toldAsRead(events.at("/102/data/reasons"), client.get(K + "/standing").json());
      Invariants.hold(service.database());
    }
  }

  /** Past due, and the return itself, each with what cures it. */
  private static void toldAsRead(JsonNode told, JsonNode standing) {
    assertThat(told).hasSize(2);
    for (int i = 0; i < 2; i++) {
      for (String member : List.of("code", "amount", "cure")) {
        assertThat(told.get(i).get(member)).isEqualTo(standing.at("/reasons/" + i).get(member));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void events_are_read_without_a_gap_page_by_page(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      for (int i = 0; i < 5; i++) {
        post(client, A + "/invoices", Json.auxerInvoice("A-" + i, "2001-05-16", "9500.00"));
      }
      client.businessDate("2001-06-10");
      post(client, A + "/payments", Json.payment("P-1", "2001-06-10", "1.00"));
      List<Long> sequences = new ArrayList<>();
      List<String> types = new ArrayList<>();
      String after = "0";
      while (!after.isEmpty()) {
        Client.Answer page = client.get(A + "/events?limit=3&after=" + after);
        for (JsonNode event : page.json().get("items")) {
          sequences.add(event.at("/data/sequence").asLong());
          types.add(event.get("type").asText());
          assertThat(event.toString().length()).isLessThan(20_000);
        }
        assertThat(page.header("Link").isPresent())
            .isEqualTo(!page.json().get("nextCursor").isNull());
        after = page.json().path("nextCursor").asText("").replace("null", "");
      }
      for (int i = 0; i < sequences.size(); i++) {
        assertThat(sequences.get(i)).isEqualTo(i + 1L);
      }
      assertThat(types)
          .contains("invoice.posted", "invoice.past_due", "standing.changed", "payment.posted");
      assertThat(client.get(A + "/events?after=" + sequences.getLast()).json().get("items"))
          .isEmpty();
      // As one asks who has read a book that was put back since: not to miss what comes there now.
      Client.Answer beyond = client.get(A + "/events?after=" + (sequences.getLast() + 1));
      assertThat(beyond.status()).isEqualTo(400);
      assertThat(beyond.json().at("/errors/0/pointer").asText()).isEqualTo("query:after");
      assertThat(beyond.json().get("detail").asText())
          .contains("the last event, " + sequences.getLast() + ";");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_account_shows_its_hold_and_the_balances_tag_changes_with_it(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      Client controller = client.as("auxer-telecom-controller");
      String before = client.get(A + "/balance").header("ETag").orElseThrow();
      assertThat(client.get(A).json().get("hold").isNull()).isTrue();
      post(controller, A + "/hold", "{\"reason\":\"looked into\"}");
      assertThat(client.get(A).json().at("/hold/reason").asText()).isEqualTo("looked into");
      assertThat(client.get(A + "/balance").header("ETag").orElseThrow()).isNotEqualTo(before);
    }
  }

  private static JsonNode post(Client client, String path, String body) {
    Client.Answer answer = client.post(path, body);
    assertThat(answer.status()).as("%s %s -> %s", path, body, answer).isEqualTo(201);
    return answer.json();
  }
}
