package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The same key and payload get the first answer, byte for byte, whatever has happened since. */
class IdempotencyTest {

  private static final String INVOICES = Client.AUXER + "/invoices";

  private static final String PAYMENTS = Client.AUXER + "/payments";

  /** A request, its key and the status of its answer. */
  private record Asked(String path, String key, String body, int status) {}

  private static final List<Asked> ALL_KINDS =
      List.of(
          new Asked(INVOICES, "invoice", Json.auxerInvoice("A-1", "2001-05-16", "100.00"), 201),
          new Asked(PAYMENTS, "payment", Json.payment("P-1", "2001-05-16", "130.00"), 201),
          new Asked(INVOICES, "refusal", Json.auxerInvoice("A-2", "2001-05-16", "60000.00"), 422),
          new Asked(
              INVOICES + "/batch",
              "batch",
              batch(
                  "independent",
                  Json.auxerInvoice("A-3", "2001-05-16", "5.00"),
                  "{}",
                  Json.auxerInvoice("A-1", "2001-05-16", "5.00")),
              200),
          new Asked(
              INVOICES + "/batch",
              "atomic",
              batch(
                  "atomic",
                  Json.auxerInvoice("A-4", "2001-05-16", "5.00"),
                  Json.auxerInvoice("A-5", "2001-05-16", "60000.00")),
              422));

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_kind_of_answer_is_replayed_byte_for_byte_after_the_book_has_moved_on(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      List<Answer> first = new ArrayList<>();
      for (Asked asked : ALL_KINDS) {
        first.add(client.post(asked.path(), asked.key(), asked.body()));
        assertThat(first.getLast().status()).as("%s", first.getLast()).isEqualTo(asked.status());
      }

      client.businessDate("2001-07-01");
      client.post(PAYMENTS, Json.payment("P-2", "2001-06-30", "5.00"));

      for (int i = 0; i < ALL_KINDS.size(); i++) {
        Asked asked = ALL_KINDS.get(i);
        replays(client, asked.path(), asked.key(), asked.body(), first.get(i));
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_answered_a_file_is_refused_to_anything_else_and_the_other_way_round(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String csv =
          """
          number,invoiceDate,product,faceValue,quantity,discount,memo
          A-1,2001-05-16,auxer-direct,1.00,1,0,
          """;
      client.send("POST", INVOICES + "/import", "file", csv, "Content-Type", "text/csv");
      client.post(INVOICES, "invoice", Json.auxerInvoice("A-2", "2001-05-16", "1.00"));

      Answer invoice =
          client.post(INVOICES, "file", Json.auxerInvoice("A-3", "2001-05-16", "1.00"));
      Answer file =
          client.send(
              "POST",
              INVOICES + "/import",
              "invoice",
              csv.replace("A-1", "A-4") + "A-5,2001-05-16,auxer-direct,none,1,0,\n",
              "Content-Type",
              "text/csv");

      assertThat(invoice.status()).isEqualTo(422);
      assertThat(invoice.code()).isEqualTo("idempotency-key-reused");
      assertThat(file.status()).as("%s", file).isEqualTo(422);
      assertThat(file.code()).isEqualTo("idempotency-key-reused");
      assertThat(client.get(Client.AUXER + "/balance").json().get("balance").asText())
          .isEqualTo("2.00");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void another_payload_or_path_under_the_same_key_is_refused_and_changes_nothing(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(INVOICES, "k", Json.auxerInvoice("A-1", "2001-05-16", "100.00"));

      Answer otherBody =
          client.post(INVOICES, "k", Json.auxerInvoice("A-1", "2001-05-16", "100.01"));
      Answer otherPath =
          client.post(Client.AUXER + "/payments", "k", Json.payment("P-1", "2001-05-16", "1.00"));

      assertThat(otherBody.status()).isEqualTo(422);
      assertThat(otherBody.code()).isEqualTo("idempotency-key-reused");
      assertThat(otherPath.code()).isEqualTo("idempotency-key-reused");
      assertThat(client.get(Client.AUXER + "/balance").json().get("balance").asText())
          .isEqualTo("100.00");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_payload_is_its_meaning_not_its_spelling_and_keys_belong_to_one_account(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String body = Json.auxerInvoice("A-1", "2001-05-16", "100.00");
      Answer first = client.post(INVOICES, "k", body);

      Answer respelt =
          client.post(
              INVOICES,
              "k",
              """
              { "lines": [ {"discount":"0", "quantity": 1, "faceValue":"100.00", "product":"auxer-direct"} ],
                "invoiceDate" : "2001-05-16", "number": "A-1" }""");
      Answer elsewhere =
          client.post(
              Client.KATTOSKO + "/invoices",
              "k",
              Json.kattoskoInvoice("A-1", "2001-05-16", "1.00"));

      assertThat(respelt.bytes()).isEqualTo(first.bytes());
      assertThat(respelt.header("Idempotency-Replayed")).contains("true");
      assertThat(elsewhere.status()).isEqualTo(201);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_refused_invoice_does_not_take_its_number_and_says_that_a_new_attempt_needs_a_new_key(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      Answer refused =
          client.post(INVOICES, "first", Json.auxerInvoice("A-1", "2001-05-16", "50000.01"));
      Answer accepted =
          client.post(INVOICES, "second", Json.auxerInvoice("A-1", "2001-05-16", "50000.00"));

      assertThat(refused.code()).isEqualTo("credit-limit-exceeded");
      assertThat(refused.json().get("decidedAt").asText()).endsWith("Z");
      assertThat(refused.json().get("detail").asText()).contains("new Idempotency-Key");
      assertThat(accepted.status()).isEqualTo(201);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_refusal_that_no_retry_cures_says_what_needs_a_new_key_instead(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(INVOICES, "first", Json.auxerInvoice("A-1", "2001-05-16", "10.00"));
      Answer taken =
          client.post(INVOICES, "second", Json.auxerInvoice("A-1", "2001-05-16", "20.00"));
      Answer early =
          client.post(INVOICES, "third", Json.auxerInvoice("A-2", "1999-05-16", "20.00"));

      assertThat(taken.json().get("retryMaySucceed").asBoolean()).isFalse();
      assertThat(taken.json().get("detail").asText())
          .isEqualTo(
              "Invoice A-1 is already in the book. Another number needs a new Idempotency-Key.");
      assertThat(early.code()).isEqualTo("effective-date-before-agreement");
      assertThat(early.json().get("detail").asText())
          .endsWith(". A corrected posting needs a new Idempotency-Key.");
    }
  }

  private static void replays(Client client, String path, String key, String body, Answer first) {
    Answer again = client.post(path, key, body);
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
  }

  private static String batch(String mode, String... invoices) {
    return "{\"mode\":\"%s\",\"invoices\":[%s]}".formatted(mode, String.join(",", invoices));
  }
}
