package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Payments on the promissory note that bounced, over HTTP. */
class NoteReturnTest {

  private static final String NOTE = "/v1/agreements/clifton-telecard-2001/promissory-note";
  private static final String PAYMENTS = NOTE + "/payments";

  private static Client recorded(Service service) {
    Client client = service.client();
    client.businessDate("2001-12-20");
    assertThat(client.post(NOTE, "{\"principal\":\"60000.00\"}").status()).isEqualTo(201);
    return client;
  }

  private static String paid(Client client, String reference, String date, String amount) {
    Answer answer = client.post(PAYMENTS, Json.payment(reference, date, amount));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return PAYMENTS + "/" + answer.json().get("id").asText() + "/return";
  }

  private static String returned(String date) {
    return "{\"returnedDate\":\"" + date + "\",\"reason\":\"bounced\"}";
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
  void a_check_that_bounced_counts_until_then_and_what_replaces_it_is_taken(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = recorded(service);
      String path = paid(client, "CHK-1", "2001-11-12", "60000.00");

      Answer back = client.post(path, returned("2001-11-20"));

      assertThat(back.status()).as(back.toString()).isEqualTo(201);
      assertThat(back.json().at("/note/unpaid").asText()).isEqualTo("60000.00");
      assertThat(back.json().get("reopened")).hasSize(6);
      assertThat(figures(client, "2001-11-11")).isEqualTo("0.00 60000.00 0.00 0.00");
      assertThat(figures(client, "2001-11-19")).isEqualTo("60000.00 0.00 0.00 0.00");
      assertThat(figures(client, "2001-11-20")).isEqualTo("0.00 60000.00 10000.00 10000.00");
      assertThat(figures(client, "2001-12-20")).isEqualTo("0.00 60000.00 20000.00 20000.00");
      assertThat(client.post(PAYMENTS, Json.payment("CHK-1", "2001-12-01", "1.00")).code())
          .isEqualTo("payment-reference-taken");
      paid(client, "WIRE-1", "2001-11-15", "60000.00");
      assertThat(figures(client, "2001-11-15"))
          .as("the check stood in the book until the 20th")
          .isEqualTo("60000.00 0.00 0.00 0.00");
      assertThat(figures(client, "2001-12-20")).isEqualTo("60000.00 0.00 0.00 0.00");
      JsonNode entries = client.get(NOTE + "/entries").json().get("items");
      assertThat(entries.findValuesAsText("kind"))
          .containsExactly("note", "payment", "paymentReturn", "payment");
      assertThat(entries.at("/2/amount").asText()).isEqualTo("60000.00");
      assertThat(entries.at("/2/document").toString())
          .isEqualTo("{\"type\":\"notePaymentReturn\",\"number\":\"CHK-1\"}");
      assertThat(entries.at("/2/allocations")).isEqualTo(entries.at("/1/allocations"));
      assertThat(entries.at("/3/effectiveDate").asText()).isEqualTo("2001-11-20");
      Invariants.hold(service.database());
    }
  }

  /** Until the last of them was back, there was nothing left to pay of what they had paid. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_replaces_two_checks_counts_from_the_day_on_which_the_second_bounced(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = recorded(service);
      String first = paid(client, "CHK-1", "2001-11-12", "4000.00");
      String second = paid(client, "CHK-2", "2001-11-12", "6000.00");
      assertThat(client.post(first, returned("2001-11-20")).status()).isEqualTo(201);
      assertThat(client.post(second, returned("2001-11-25")).status()).isEqualTo(201);
      paid(client, "WIRE-1", "2001-11-15", "10000.00");
      JsonNode entries = client.get(NOTE + "/entries").json().get("items");
      assertThat(entries.at("/5/effectiveDate").asText()).isEqualTo("2001-11-25");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_kind_of_answer_is_replayed_byte_for_byte_after_the_note_has_moved_on(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = recorded(service);
      String first = paid(client, "P-1", "2001-11-12", "10.00");
      String second = paid(client, "P-2", "2001-11-12", "20.00");
      List<Answer> answers = new ArrayList<>();
      answers.add(refused(client, first, "early", "2001-11-11", "returned-before-received"));
      answers.add(refused(client, first, "late", "2001-12-21", "effective-date-in-future"));
      answers.add(client.post(first, "back", returned("2001-12-01")));
      answers.add(refused(client, first, "again", "2001-12-02", "payment-already-returned"));
      assertThat(answers).extracting(Answer::status).containsExactly(422, 422, 201, 409);
      assertThat(answers.get(3).json().get("sequence").asLong()).isEqualTo(4);
      assertThat(client.post(second, "back", returned("2001-12-01")).code())
          .isEqualTo("idempotency-key-reused");

      client.businessDate("2001-12-30");
      client.post(second, returned("2001-12-30"));

      assertThat(client.post(first, "early", returned("2001-11-11")).text())
          .isEqualTo(answers.get(0).text());
      assertThat(client.post(first, "late", returned("2001-12-21")).text())
          .isEqualTo(answers.get(1).text());
      Answer again = client.post(first, "back", returned("2001-12-01"));
      assertThat(again.text()).isEqualTo(answers.get(2).text());
      assertThat(again.header("Idempotency-Replayed")).contains("true");
      assertThat(client.post(first, "again", returned("2001-12-02")).text())
          .isEqualTo(answers.get(3).text());
      Invariants.hold(service.database());
    }
  }

  private static Answer refused(Client client, String path, String key, String date, String code) {
    Answer answer = client.post(path, key, returned(date));
    assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
    return answer;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_no_payment_of_the_note_cannot_be_returned(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      assertThat(service.client().post(PAYMENTS + "/2/return", returned("2001-05-16")).code())
          .isEqualTo("not-found");
      Client client = recorded(service);
      client.post(paid(client, "P-1", "2001-11-12", "10.00"), returned("2001-11-12"));
      for (String id : List.of("1", "3", "4", "0", "02", "P-1", "9".repeat(30))) {
        Answer answer = client.post(PAYMENTS + "/" + id + "/return", returned("2001-11-12"));
        assertThat(answer.code()).as(answer.toString()).isEqualTo("not-found");
      }
      Answer reference = client.post(PAYMENTS + "/P-1/return", returned("2001-11-12"));
      assertThat(reference.json().get("detail").asText())
          .isEqualTo(
              "\"P-1\" is no payment id, as 2; GET …/promissory-note/entries lists the payments.");
      Invariants.hold(service.database());
    }
  }
}
