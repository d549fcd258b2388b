package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.NoteWalk;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;

/** The promissory note (clause 4) over HTTP. */
class PromissoryNoteTest {

  private static final String AGREEMENT = "clifton-telecard-2001";
  private static final String NOTE = "/v1/agreements/" + AGREEMENT + "/promissory-note";
  private static final String PAYMENTS = NOTE + "/payments";
  private static final String PRINCIPAL = "{\"principal\":\"60000.00\"}";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_due_paid_and_late_is_told_of_any_day(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      assertThat(client.get(NOTE).code()).isEqualTo("promissory-note-not-recorded");
      assertThat(client.post(NOTE, PRINCIPAL).status()).isEqualTo(201);
      client.businessDate("2001-12-20");
      client.post(PAYMENTS, Json.payment("P-1", "2001-11-20", "4000.00"));
      client.post(PAYMENTS, Json.payment("P-2", "2001-12-12", "16000.00"));

      assertThat(figures(client, "2001-11-12")).isEqualTo("0.00 60000.00 10000.00 0.00");
      assertThat(figures(client, "2001-11-13")).isEqualTo("0.00 60000.00 10000.00 10000.00");
      assertThat(figures(client, "2001-11-20")).isEqualTo("4000.00 56000.00 6000.00 6000.00");
      assertThat(figures(client, "2001-12-12")).isEqualTo("20000.00 40000.00 0.00 0.00");
      assertThat(figures(client, "2002-04-13")).isEqualTo("20000.00 40000.00 40000.00 40000.00");
      JsonNode today = client.get(NOTE).json();
      assertThat(today.get("asOf").asText()).isEqualTo("2001-12-20");
      assertThat(today.get("sequence").asLong()).isEqualTo(3);
      assertThat(today.at("/instalments/1/status").asText()).isEqualTo("paid");
      assertThat(today.at("/instalments/2/status").asText()).isEqualTo("notDue");

      client.post(PAYMENTS, Json.payment("P-3", "2001-11-13", "1.00"));
      assertThat(figures(client, "2001-11-13"))
          .as("recorded later, received then")
          .isEqualTo("1.00 59999.00 10000.00 10000.00");
      Invariants.hold(service.database());
    }
  }

  /** Paid, unpaid, due and late of a day. */
  private static String figures(Client client, String asOf) {
    JsonNode note = client.get(NOTE + "?asOf=" + asOf).json();
    return "%s %s %s %s"
        .formatted(
            note.get("paid").asText(),
            note.get("unpaid").asText(),
            note.get("due").asText(),
            note.get("late").asText());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void it_is_part_of_neither_accounts_balance_nor_of_its_limit(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(NOTE, PRINCIPAL);
      client.post(PAYMENTS, Json.payment("P-1", "2001-05-16", "100.00"));
      for (String account : List.of(Client.AUXER, Client.KATTOSKO)) {
        JsonNode balance = client.get(account + "/balance").json();
        assertThat(balance.get("balance").asText()).isEqualTo("0.00");
        assertThat(balance.get("availableCredit").asText()).isEqualTo("50000.00");
        assertThat(balance.get("sequence").asLong()).isZero();
      }
      assertThat(
              client
                  .post(Client.AUXER + "/payments", Json.payment("P-1", "2001-05-16", "100.00"))
                  .status())
          .as("a reference belongs to the note or to an account")
          .isEqualTo(201);
      Invariants.hold(service.database());
    }
  }

  /** A request, its key, and the status and code of its answer. */
  private record Asked(String path, String key, String body, int status, String code) {}

  private static final List<Asked> ALL_KINDS =
      List.of(
          new Asked(NOTE, "note", PRINCIPAL, 201, ""),
          new Asked(NOTE, "again", PRINCIPAL, 409, "promissory-note-already-recorded"),
          new Asked(PAYMENTS, "pay", paid("P-1", "2001-05-16", "12000.00"), 201, ""),
          new Asked(
              PAYMENTS, "taken", paid("P-1", "2001-05-16", "1.00"), 409, "payment-reference-taken"),
          new Asked(
              PAYMENTS,
              "early",
              paid("P-2", "2001-05-15", "1.00"),
              422,
              "effective-date-before-agreement"),
          new Asked(
              PAYMENTS, "late", paid("P-2", "2001-05-17", "1.00"), 422, "effective-date-in-future"),
          new Asked(
              PAYMENTS, "over", paid("P-2", "2001-05-16", "48000.01"), 422, "payment-exceeds-note"),
          new Asked(PAYMENTS, "unknown", to("1.00", 7, "1.00"), 422, "instalment-unknown"),
          new Asked(
              PAYMENTS,
              "beyond",
              to("9000.00", 2, "9000.00"),
              422,
              "allocation-exceeds-instalment"),
          new Asked(
              PAYMENTS, "differs", to("2.00", 3, "1.00"), 422, "allocations-differ-from-payment"));

  private static String paid(String reference, String date, String amount) {
    return Json.payment(reference, date, amount);
  }

  private static String to(String amount, int instalment, String part) {
    return Json.payment(
        "P-2",
        "2001-05-16",
        amount,
        "[{\"instalment\":%d,\"amount\":\"%s\"}]".formatted(instalment, part));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_kind_of_answer_is_replayed_byte_for_byte_after_the_note_has_moved_on(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      List<Answer> first = new ArrayList<>();
      for (Asked asked : ALL_KINDS) {
        Answer answer = client.post(asked.path(), asked.key(), asked.body());
        assertThat(answer.status()).as("%s", answer).isEqualTo(asked.status());
        assertThat(answer.code()).isEqualTo(asked.code());
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
        first.add(answer);
      }

      client.businessDate("2001-12-20");
      client.post(PAYMENTS, paid("P-9", "2001-12-01", "5000.00"));

      for (int i = 0; i < ALL_KINDS.size(); i++) {
        Asked asked = ALL_KINDS.get(i);
        Answer again = client.post(asked.path(), asked.key(), asked.body());
        assertThat(again.status()).isEqualTo(first.get(i).status());
        assertThat(again.text()).isEqualTo(first.get(i).text());
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        assertThat(again.header("Location")).isEqualTo(first.get(i).header("Location"));
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_is_used_up_by_outcomes_only_and_belongs_to_the_agreement_not_to_an_account(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String payment = Json.payment("P-1", "2001-05-16", "1.00");
      assertThat(client.post(PAYMENTS, "k", payment).status()).as("no note yet").isEqualTo(404);
      assertThat(client.post(NOTE, "n", "{}").status()).isEqualTo(400);
      assertThat(client.post(NOTE, "n", PRINCIPAL).status()).isEqualTo(201);
      assertThat(client.post(PAYMENTS, "k", payment).status()).isEqualTo(201);

      assertThat(client.post(PAYMENTS, "k", Json.payment("P-1", "2001-05-16", "1.01")).code())
          .isEqualTo("idempotency-key-reused");
      assertThat(client.post(PAYMENTS, "n", payment).code()).isEqualTo("idempotency-key-reused");
      assertThat(client.post(PAYMENTS, null, payment).code()).isEqualTo("idempotency-key-missing");
      assertThat(client.post(Client.AUXER + "/payments", "k", payment).status()).isEqualTo(201);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void in_a_race_on_two_replicas_one_note_is_recorded_and_no_instalment_is_paid_twice(
      TestDatabase kind) throws Exception {
    TestDatabase.Fresh database = kind.fresh();
    try (Service one = Service.on(database, Map.of());
        Service other = Service.on(database, Map.of());
        ExecutorService crowd = Executors.newFixedThreadPool(8)) {
      List<Client> clients = List.of(one.client(), other.client());
      List<Future<Integer>> notes = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Client client = clients.get(i % 2);
        notes.add(crowd.submit(() -> client.post(NOTE, PRINCIPAL).status()));
      }
      assertThat(statuses(notes)).containsOnlyOnce(201).containsOnly(201, 409);

      List<Future<Integer>> payments = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Client client = clients.get(i % 2);
        String payment = Json.payment("P-" + i % 20, "2001-05-16", "4000.00");
        payments.add(crowd.submit(() -> client.post(PAYMENTS, payment).status()));
      }
      assertThat(statuses(payments).stream().filter(status -> status == 201)).hasSize(15);
      assertThat(one.client().get(NOTE).json().get("unpaid").asText()).isEqualTo("0.00");
      assertThat(one.client().get(NOTE + "/entries").json().get("items")).hasSize(16);
      Invariants.hold(database);
    }
  }

  private static List<Integer> statuses(List<Future<Integer>> answers) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    return statuses;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void entries_carry_their_chain_and_a_changed_row_is_found(TestDatabase kind) throws SQLException {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      assertThat(client.get(NOTE + "/entries").json().get("items")).isEmpty();
      client.post(NOTE, PRINCIPAL);
      for (int i = 1; i <= 3; i++) {
        client.post(PAYMENTS, Json.payment("P-" + i, "2001-05-16", "7000.00"));
      }
      JsonNode page = client.get(NOTE + "/entries?limit=2").json();
      JsonNode rest =
          client.get(NOTE + "/entries?cursor=" + page.get("nextCursor").asText()).json();
      assertThat(rest.get("nextCursor").isNull()).isTrue();
      assertThat(rest.at("/items/0/previousHash")).isEqualTo(page.at("/items/1/hash"));
      assertThat(rest.at("/items/0/allocations").toString())
          .isEqualTo(
              "[{\"instalment\":1,\"amount\":\"3000.00\"},{\"instalment\":2,\"amount\":\"4000.00\"}]");
      Invariants.hold(service.database());

      for (String change :
          List.of(
              "UPDATE note_payment SET method = 'cash' WHERE sequence = 3",
              "UPDATE note_instalment SET due_date = DATE '2001-11-13' WHERE number = 1")) {
        assertThat(afterwards(service.database(), change)).isNotEqualTo("none");
      }
    }
  }

  /** What the chain says after a change, which is taken back. */
  private static String afterwards(TestDatabase.Fresh database, String change) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThat(statement.executeUpdate(change)).isEqualTo(1);
      String broken = NoteWalk.firstBroken(connection, AGREEMENT);
      connection.rollback();
      return broken;
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_recorded_note_outlives_a_restart_and_a_file_that_says_another_stops_the_start(
      TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    Path eight = ShippedAgreement.changed(folder, "instalments: 6", "instalments: 8");
    try (Service service = Service.on(database, ShippedAgreement.from(eight))) {
      assertThat(service.client().get(NOTE).status()).isEqualTo(404);
    }
    Answer recorded;
    try (Service service = Service.on(database, Map.of())) {
      recorded = service.client().post(NOTE, "n", PRINCIPAL);
      assertThat(recorded.status()).isEqualTo(201);
    }
    assertThatThrownBy(() -> Service.on(database, ShippedAgreement.from(eight)))
        .hasStackTraceContaining("6 instalments from 2001-11-12 to 2002-04-12")
        .hasStackTraceContaining("8 instalments")
        .hasStackTraceContaining("a recorded note does not change");
    try (Service service = Service.on(database, Map.of())) {
      assertThat(service.client().post(NOTE, "n", PRINCIPAL).text()).isEqualTo(recorded.text());
      Invariants.hold(database);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_agreement_without_a_note_has_none_to_read_or_to_record(TestDatabase kind) {
    String shipped = ShippedAgreement.text();
    int begin = shipped.indexOf("promissoryNote:");
    int end = shipped.indexOf("\n\n", begin);
    Path without =
        ShippedAgreement.written(folder, shipped.substring(0, begin) + shipped.substring(end));
    try (Service service = Service.on(kind.fresh(), ShippedAgreement.from(without))) {
      for (Answer answer :
          List.of(
              service.client().get(NOTE),
              service.client().post(NOTE, PRINCIPAL),
              service.client().post(PAYMENTS, Json.payment("P-1", "2001-05-16", "1.00")))) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("detail").asText())
            .isEqualTo("The agreement has no promissory note.");
      }
      Invariants.hold(service.database());
    }
  }
}
