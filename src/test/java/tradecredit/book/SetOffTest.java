package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Set-offs over HTTP: one atomic pair on both accounts, whoever comes between. */
class SetOffTest {

  private static final int ROUNDS = 8;
  private static final String DAY = "2001-05-16";
  private static final String A = Client.AUXER;
  private static final String K = Client.KATTOSKO;
  static final String SET_OFFS = "/v1/agreements/clifton-telecard-2001/set-offs";

  static String proposal(String auxer, String auxerAmount, String kattosko, String amount) {
    return """
        {"reason":"netting","accounts":[
          {"accountId":"kattosko-to-seller","allocations":[{"invoiceNumber":"%s","amount":"%s"}]},
          {"accountId":"auxer-to-kattosko","allocations":[{"invoiceNumber":"%s","amount":"%s"}]}]}"""
        .formatted(kattosko, amount, auxer, auxerAmount);
  }

  static String proposal(String auxer, String kattosko, String amount) {
    return proposal(auxer, amount, kattosko, amount);
  }

  static Client auxer(Service service) {
    return service.client().as("auxer-telecom-controller");
  }

  private static Client kattosko(Service service) {
    return service.client().as("kattosko-controller");
  }

  static void invoices(Service service, String name, String amount) {
    Client client = service.client();
    assertThat(client.post(A + "/invoices", Json.auxerInvoice("A" + name, DAY, amount)).status())
        .isEqualTo(201);
    assertThat(client.post(K + "/invoices", Json.kattoskoInvoice("K" + name, DAY, amount)).status())
        .isEqualTo(201);
  }

  private static String proposed(Client by, String name, String amount) {
    Client.Answer answer = by.post(SET_OFFS, proposal("A" + name, "K" + name, amount));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().get("id").asText();
  }

  private static String balance(Service service, String account) {
    return service.client().get(account + "/balance").json().get("balance").asText();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void proposed_by_one_side_and_approved_by_the_other_it_gives_room_on_both(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      invoices(service, "-1", "500.00");
      Client.Answer first = auxer(service).post(SET_OFFS, "k1", proposal("A-1", "K-1", "300.00"));
      JsonNode setOff = first.json();
      assertThat(first.header("Location")).contains(SET_OFFS + "/" + setOff.get("id").asText());
      assertThat(balance(service, A)).isEqualTo("500.00");
      assertThat(auxer(service).post(SET_OFFS, "k1", proposal("A-1", "K-1", "300.00")).text())
          .isEqualTo(first.text());

      String approval = SET_OFFS + "/" + setOff.get("id").asText() + "/approval";
      Client.Answer approved =
          kattosko(service).post(approval, "k2", "{\"decision\":\"approved\"}");

      assertThat(approved.status()).as(approved.toString()).isEqualTo(201);
      assertThat(approved.json().at("/accounts/0/account/availableCredit").asText())
          .isEqualTo("49800.00");
      assertThat(balance(service, A)).isEqualTo("200.00");
      assertThat(balance(service, K)).isEqualTo("200.00");
      Client.Answer again = kattosko(service).post(approval, "k2", "{\"decision\":\"approved\"}");
      assertThat(again.text()).isEqualTo(approved.text());
      assertThat(again.header("Idempotency-Replayed")).contains("true");
      assertThat(kattosko(service).post(approval, "k2", "{\"decision\":\"declined\"}").code())
          .isEqualTo("idempotency-key-reused");
      JsonNode read = kattosko(service).get(SET_OFFS + "?status=decided").json().at("/items/0");
      assertThat(read.at("/status").asText()).isEqualTo("approved");
      assertThat(read.at("/decision/decidedBy").asText()).startsWith("kattosko/key:");
      Invariants.hold(service.database());
    }
  }

  /** A head that has seen a later day than the clock says: both halves are of that day. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void its_halves_are_of_one_day_though_one_account_has_seen_a_later_one(TestDatabase kind)
      throws SQLException {
    for (String mode : List.of("manual", "system")) {
      halvesAreOfOneDay(kind.fresh(), mode);
    }
  }

  private static void halvesAreOfOneDay(TestDatabase.Fresh database, String mode)
      throws SQLException {
    try (Service service = Service.on(database, Map.of("tradecredit.business-date.mode", mode))) {
      turn(database, "2001-05-18");
      invoices(service, "-1", "500.00");
      String id = proposed(auxer(service), "-1", "300.00");
      turn(database, "2001-05-20");
      service.client().post(A + "/payments", Json.payment("P-1", "2001-05-20", "1.00"));
      turn(database, "2001-05-18");
      String approval = SET_OFFS + "/" + id + "/approval";
      kattosko(service).post(approval, "{\"decision\":\"approved\"}");
      for (String account : List.of(A, K)) {
        JsonNode entries = service.client().get(account + "/entries").json().get("items");
        JsonNode last = entries.get(entries.size() - 1);
        assertThat(last.get("kind").asText() + " " + last.get("effectiveDate").asText())
            .isEqualTo("setOffDecision 2001-05-20");
      }
      Invariants.hold(database);
    }
  }

  private static void turn(TestDatabase.Fresh database, String date) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE business_day SET business_date = DATE '" + date + "'");
      statement.execute(
          "CREATE OR REPLACE VIEW database_clock AS SELECT TIMESTAMP WITH TIME ZONE '%s 16:00:00+00' AS instant"
              .formatted(date));
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void each_account_tells_of_it_by_its_own_half_and_the_invoice_says_what_netted_it(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      invoices(service, "-1", "500.00");
      String id = proposed(kattosko(service), "-1", "500.00");
      assertThat(
              auxer(service)
                  .post(SET_OFFS + "/" + id + "/approval", "{\"decision\":\"approved\"}")
                  .status())
          .isEqualTo(201);
      for (String account : List.of(A, K)) {
        JsonNode events = service.client().get(account + "/events").json().get("items");
        JsonNode last = events.get(events.size() - 1);
        assertThat(last.at("/type").asText()).isEqualTo("set_off.posted");
        String half = last.at("/data/setOffId").asText();
        assertThat(half.equals(id))
            .as("the first account's half is the set-off's id")
            .isEqualTo(account.equals(A));
        assertThat(auxer(service).get(SET_OFFS + "/" + half).json().get("id").asText())
            .isEqualTo(id);
        assertThat(last.at("/data/amount").asText()).isEqualTo("500.00");
        JsonNode invoice = service.client().get(account + "/invoices").json().at("/items/0");
        assertThat(invoice.at("/openAmount").asText()).isEqualTo("0.00");
        assertThat(invoice.at("/allocations/0/type").asText()).isEqualTo("setOffDecision");
        String decision = invoice.at("/allocations/0/creditId").asText();
        JsonNode followed = auxer(service).get(SET_OFFS + "/" + decision).json();
        assertThat(followed.path("id").asText()).isEqualTo(id);
        JsonNode place = followed.at(account.equals(A) ? "/accounts/0" : "/accounts/1");
        assertThat(place.path("decisionSequence").asLong())
            .isEqualTo(invoice.at("/allocations/0/sequence").asLong());
      }
      JsonNode position =
          auxer(service).get("/v1/agreements/clifton-telecard-2001/position").json();
      assertThat(position.at("/nets/0/net").asText()).isEqualTo("0.00");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_refusal_names_the_account_that_it_stands_on_and_is_replayed(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      invoices(service, "-1", "500.00");
      Client.Answer refused = auxer(service).post(SET_OFFS, "k1", proposal("A-1", "K-9", "300.00"));
      assertThat(refused.code()).isEqualTo("invoice-unknown");
      assertThat(refused.json().get("accountId").asText()).isEqualTo("kattosko-to-seller");
      assertThat(auxer(service).post(SET_OFFS, "k1", proposal("A-1", "K-9", "300.00")).text())
          .isEqualTo(refused.text());
      assertThat(service.client().get(A + "/decisions").json().at("/items/1/code").asText())
          .isEqualTo("set-off-counterpart-refused");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void bad_input_is_told_by_its_place(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String good = proposal("A-1", "K-1", "1.00");
      Map<String, String> faults =
          Map.of(
              proposal("A-1", "1.00", "K-1", "2.00"),
              "/accounts amounts-differ",
              good.replace("auxer-to-kattosko", "kattosko-to-seller"),
              "/accounts duplicate",
              good.replace("auxer-to-kattosko", "no-such"),
              "/accounts/1/accountId unknown-account",
              good.replace("\"netting\"", "\" \""),
              "/reason format",
              good.replace("\"1.00\"}]}]", "1}]}]"),
              "/accounts/1/allocations/0/amount type",
              "{\"reason\":\"r\",\"accounts\":[]}",
              "/accounts out-of-range",
              good.replace("\"reason\"", "\"why\":\"\",\"reason\""),
              "/why unknown-field");
      faults.forEach(
          (body, fault) -> {
            Client.Answer answer = auxer(service).post(SET_OFFS, body);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            JsonNode first = answer.json().at("/errors/0");
            assertThat(first.get("pointer").asText() + " " + first.get("code").asText())
                .isEqualTo(fault);
          });
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_two_approvals_one_wins(TestDatabase kind) throws Exception {
    try (Service service = Service.on(kind)) {
      race(service, service, "approved", "approved");
    }
  }

  @Test
  void of_an_approval_and_a_withdrawal_through_two_instances_one_wins() throws Exception {
    try (Service one = Service.on(TestDatabase.POSTGRES);
        Service other = Service.on(one.database(), Map.of())) {
      race(one, other, "approved", "withdrawn");
    }
  }

  private static void race(Service one, Service other, String first, String second)
      throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String name = "-" + round;
      invoices(one, name, "10.00");
      String path = SET_OFFS + "/" + proposed(auxer(one), name, "10.00") + "/approval";
      Client rival = second.equals("withdrawn") ? auxer(other) : kattosko(other);
      List<Client.Answer> answers =
          together(
              () -> kattosko(one).post(path, "{\"decision\":\"" + first + "\"}"),
              () -> rival.post(path, "{\"decision\":\"" + second + "\"}"));
      assertThat(answers).extracting(Client.Answer::status).containsExactlyInAnyOrder(201, 409);
      Client.Answer loser =
          answers.stream().filter(answer -> answer.status() == 409).findFirst().orElseThrow();
      assertThat(loser.code()).isEqualTo("set-off-already-decided");
    }
    Invariants.hold(one.database());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void of_a_set_off_and_a_payment_of_the_same_invoice_one_wins(TestDatabase kind) throws Exception {
    try (Service service = Service.on(kind)) {
      int netted = 0;
      for (int round = 0; round < ROUNDS; round++) {
        String name = "-" + round;
        invoices(service, name, "10.00");
        String path = SET_OFFS + "/" + proposed(auxer(service), name, "10.00") + "/approval";
        String payment =
            Json.payment(
                "P" + name,
                DAY,
                "10.00",
                "[{\"invoiceNumber\":\"A" + name + "\",\"amount\":\"10.00\"}]");
        List<Client.Answer> answers =
            together(
                () -> kattosko(service).post(path, "{\"decision\":\"approved\"}"),
                () -> service.client().post(A + "/payments", payment));
        assertThat(answers).extracting(Client.Answer::status).containsExactlyInAnyOrder(201, 422);
        Client.Answer loser =
            answers.stream().filter(answer -> answer.status() == 422).findFirst().orElseThrow();
        assertThat(loser.code()).isEqualTo("allocation-exceeds-open-amount");
        netted += answers.getFirst().status() == 201 ? 1 : 0;
      }
      assertThat(balance(service, A)).isEqualTo("0.00");
      assertThat(balance(service, K)).isEqualTo("%d.00".formatted(10 * (ROUNDS - netted)));
      Invariants.hold(service.database());
    }
  }

  /** Set-offs lock both heads while both lanes are busy: nobody waits for ever, nothing is lost. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void set_offs_pass_between_the_batches_of_two_busy_lanes(TestDatabase kind) throws Exception {
    try (Service service = Service.on(kind);
        ExecutorService pool = Executors.newFixedThreadPool(3)) {
      invoices(service, "-0", "100.00");
      List<Future<?>> busy = new ArrayList<>();
      for (String account : List.of(A, K)) {
        busy.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < 60; i++) {
                    String payment = Json.payment("P-" + i, DAY, "0.01");
                    assertThat(service.client().post(account + "/payments", payment).status())
                        .isEqualTo(201);
                  }
                }));
      }
      for (int i = 0; i < 10; i++) {
        String path = SET_OFFS + "/" + proposed(auxer(service), "-0", "1.00") + "/approval";
        assertThat(kattosko(service).post(path, "{\"decision\":\"approved\"}").status())
            .isEqualTo(201);
      }
      for (Future<?> each : busy) {
        each.get();
      }
      assertThat(balance(service, A)).isEqualTo("89.40");
      assertThat(balance(service, K)).isEqualTo("89.40");
      Invariants.hold(service.database());
    }
  }

  private static List<Client.Answer> together(
      Supplier<Client.Answer> one, Supplier<Client.Answer> other) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      List<Future<Client.Answer>> both = new ArrayList<>();
      for (Supplier<Client.Answer> each : List.of(one, other)) {
        both.add(
            pool.submit(
                () -> {
                  start.await();
                  return each.get();
                }));
      }
      start.countDown();
      List<Client.Answer> answers = new ArrayList<>();
      for (Future<Client.Answer> each : both) {
        answers.add(each.get());
      }
      return answers;
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_cursor_that_names_no_account_is_no_place_of_the_list(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      for (String place :
          List.of("set-offs:0:a\0b", "set-offs:0:", "set-offs:0:A B", "set-offs:0")) {
        String cursor =
            Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
        Client.Answer answer = auxer(service).get(SET_OFFS + "?cursor=" + cursor);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("query:cursor");
      }
    }
  }
}
