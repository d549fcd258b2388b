package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Many invoices in one call: each on its own, or all or none. */
@Order(1)
class BatchTest {

  private static final String BATCH = Client.AUXER + "/invoices/batch";

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_independent_batch_posts_what_it_can_and_tells_the_rest_why(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Answer answer =
          service
              .client()
              .post(
                  BATCH,
                  batch(
                      "independent",
                      Json.auxerInvoice("A-1", "2001-05-16", "30000.00"),
                      Json.auxerInvoice("A-2", "2001-05-16", "30000.00"),
                      "{\"number\":\"A-3\"}",
                      "7",
                      Json.auxerInvoice("A-1", "2001-05-16", "1.00"),
                      Json.auxerInvoice("A-4", "2001-05-16", "20000.00")));

      JsonNode body = answer.json();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(statuses(body)).isEqualTo("accepted refused refused refused refused accepted");
      assertThat(codes(body))
          .isEqualTo(
              "- credit-limit-exceeded invalid-request invalid-request invoice-number-taken -");
      assertThat(body.get("results").get(2).at("/problem/errors/0/pointer").asText())
          .isEqualTo("/invoices/2/invoiceDate");
      assertThat(body.get("results").get(5).at("/invoice/account/balance").asText())
          .isEqualTo("50000.00");
      assertThat(body.get("accepted").asInt()).isEqualTo(2);
      assertThat(body.get("refused").asInt()).isEqualTo(4);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_refused_for_a_line_of_an_item_points_at_that_line_in_the_batch(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String restricted =
          Json.auxerInvoice("A-2", "2001-05-16", "1.00").replace("auxer-direct", "original");
      for (String mode : new String[] {"independent", "atomic"}) {
        JsonNode results =
            service
                .client()
                .post(
                    BATCH,
                    batch(mode, Json.auxerInvoice("A-" + mode, "2001-05-16", "1.00"), restricted))
                .json()
                .get("results");
        assertThat(results.at("/1/problem/code").asText()).isEqualTo("product-restricted");
        assertThat(results.at("/1/problem/errors/0/pointer").asText())
            .isEqualTo("/invoices/1/lines/0/product");
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_item_may_say_that_its_cards_are_not_delivered_already_but_not_that_they_are(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String item = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
      String delivered = item.replace("{\"number", "{\"alreadyDelivered\":%s,\"number");
      Answer taken = client.post(BATCH, batch("atomic", delivered.formatted("null")));
      Answer not = client.post(BATCH, batch("independent", delivered.formatted("{}")));

      assertThat(taken.status()).as("%s", taken).isEqualTo(200);
      assertThat(taken.json().at("/results/0/invoice/alreadyDelivered").isNull()).isTrue();
      JsonNode fault = not.json().at("/results/0/problem/errors/0");
      assertThat(fault.at("/pointer").asText()).isEqualTo("/invoices/0/alreadyDelivered");
      assertThat(fault.at("/detail").asText())
          .isEqualTo("a batch takes no cards that are delivered already");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_compressed_body_is_not_taken(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String body = batch("atomic", Json.auxerInvoice("A-1", "2001-05-16", "1.00"));
      Answer answer = client.send("POST", BATCH, "k-1", body, "Content-Encoding", "gzip");
      assertThat(answer.status()).as("%s", answer).isEqualTo(415);
      assertThat(answer.code()).isEqualTo("unsupported-media-type");
      assertThat(answer.header("Accept-Encoding")).hasValue("identity");
      assertThat(answer.json().at("/errors/0/pointer").asText())
          .isEqualTo("header:Content-Encoding");
      assertThat(client.post(BATCH, "k-1", body).status()).as("its key is free").isEqualTo(200);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_atomic_batch_in_which_anything_is_refused_posts_nothing_and_leaves_one_decision(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-0", "2001-05-16", "1.00"));
      Answer answer =
          client.post(
              BATCH,
              batch(
                  "atomic",
                  Json.auxerInvoice("A-1", "2001-05-16", "30000.00"),
                  Json.auxerInvoice("A-0", "2001-05-16", "5.00"),
                  Json.auxerInvoice("A-2", "2001-05-16", "20000.00"),
                  Json.auxerInvoice("A-3", "2001-05-16", "10.00")));

      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("batch-refused");
      assertThat(statuses(answer.json())).isEqualTo("notPosted refused refused notPosted");
      assertThat(codes(answer.json())).isEqualTo("- invoice-number-taken credit-limit-exceeded -");
      assertThat(answer.json().get("detail").asText())
          .contains("item 2")
          .endsWith("A corrected posting needs a new Idempotency-Key.");
      assertThat(answer.json().get("retryMaySucceed").asBoolean()).isFalse();
      for (int refused = 1; refused <= 2; refused++) {
        assertThat(answer.json().at("/results/" + refused + "/problem/detail").asText())
            .as("an item has no key of its own")
            .isNotEmpty()
            .doesNotContain("Idempotency-Key");
      }
      assertThat(client.get(Client.AUXER + "/decisions").json().get("items")).hasSize(2);
      assertThat(client.get(Client.AUXER + "/entries").json().get("items")).hasSize(1);

      Answer next =
          client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "2.00"));
      assertThat(next.json().get("sequence").asLong()).isEqualTo(2);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_refused_batch_names_the_first_that_breaks_the_limit_or_else_the_first_refused(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String restricted =
          Json.auxerInvoice("A-1", "2001-05-16", "1.00").replace("auxer-direct", "original");
      String fits = Json.auxerInvoice("A-2", "2001-05-16", "30000.00");
      String tooLarge = Json.auxerInvoice("A-3", "2001-05-16", "20000.01");
      Client client = service.client();
      JsonNode over = client.post(BATCH, batch("atomic", restricted, fits, tooLarge)).json();
      JsonNode wrong = client.post(BATCH, batch("atomic", fits, restricted)).json();

      assertThat(statuses(over)).isEqualTo("refused notPosted refused");
      assertThat(over.path("first").asInt(-1)).isEqualTo(2);
      assertThat(wrong.path("first").asInt(-1)).isEqualTo(1);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_refused_batch_may_succeed_later_only_if_each_of_its_items_may(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(Client.AUXER + "/invoices", Json.auxerInvoice("A-0", "2001-05-16", "1.00"));
      String taken = Json.auxerInvoice("A-0", "2001-05-16", "5.00");
      String tooLarge = Json.auxerInvoice("A-1", "2001-05-16", "50000.00");
      JsonNode never = client.post(BATCH, "never", batch("atomic", tooLarge, taken)).json();
      JsonNode replayed = client.post(BATCH, "never", batch("atomic", tooLarge, taken)).json();
      JsonNode later = client.post(BATCH, batch("atomic", tooLarge)).json();

      assertThat(never.at("/results/0/problem/retryMaySucceed").asBoolean()).isTrue();
      assertThat(never.at("/results/1/problem/retryMaySucceed").asBoolean(true)).isFalse();
      assertThat(never.get("retryMaySucceed").asBoolean(true)).isFalse();
      assertThat(replayed).isEqualTo(never);
      assertThat(later.get("retryMaySucceed").asBoolean()).isTrue();
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_number_that_stands_twice_in_a_refused_batch_is_not_told_to_be_in_the_book(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String invoice = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
      JsonNode twice = service.client().post(BATCH, batch("atomic", invoice, invoice)).json();

      assertThat(twice.at("/results/1/problem/detail").asText())
          .isEqualTo("Invoice A-1 is already in the book, or stands before in this batch.");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void ten_thousand_invoices_go_in_one_call_and_one_more_is_too_many(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Answer all = service.client().post(BATCH, "big", many(10_000));
      Answer tooMany = service.client().post(BATCH, many(10_001));

      assertThat(all.status()).isEqualTo(200);
      assertThat(all.json().get("accepted").asInt()).isEqualTo(10_000);
      assertThat(all.json().get("results").get(9_999).at("/invoice/account/balance").asText())
          .isEqualTo("10000.00");
      assertThat(tooMany.status()).isEqualTo(400);
      assertThat(service.client().post(BATCH, "big", many(10_000)).text()).isEqualTo(all.text());
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void seventy_thousand_lines_in_one_batch_are_more_than_an_array_takes_and_still_one_transaction(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String line =
          """
          {"product":"auxer-direct","faceValue":"0.10","quantity":1,"discount":"0"}""";
      String lines = String.join(",", Collections.nCopies(7, line));
      Answer answer =
          service
              .client()
              .post(
                  BATCH,
                  batch(
                      "atomic",
                      IntStream.range(0, 10_000)
                          .mapToObj(
                              i ->
                                  "{\"number\":\"L-%d\",\"invoiceDate\":\"2001-05-16\",\"lines\":[%s]}"
                                      .formatted(i, lines))
                          .toArray(String[]::new)));

      assertThat(answer.status()).as("%.300s", answer.text()).isEqualTo(200);
      assertThat(answer.json().get("accepted").asInt()).isEqualTo(10_000);
      Answer paid =
          service
              .client()
              .post(Client.AUXER + "/payments", Json.payment("P-1", "2001-05-16", "7000.00"));
      assertThat(paid.json().get("allocations")).hasSize(10_000);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_body_of_a_million_empty_items_is_refused_before_it_takes_memory(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Answer answer =
          service
              .client()
              .post(
                  BATCH,
                  "{\"mode\":\"independent\",\"invoices\":[{}" + ",{}".repeat(1_000_000) + "]}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("malformed-json");
      assertThat(answer.json().get("detail").asText()).contains("1000000");
    }
  }

  private static String many(int count) {
    return batch(
        "independent",
        IntStream.range(0, count)
            .mapToObj(i -> Json.auxerInvoice("M-" + i, "2001-05-16", "1.00"))
            .toArray(String[]::new));
  }

  private static String batch(String mode, String... invoices) {
    return "{\"mode\":\"%s\",\"invoices\":[%s]}".formatted(mode, String.join(",", invoices));
  }

  private static String statuses(JsonNode body) {
    return IntStream.range(0, body.get("results").size())
        .mapToObj(i -> body.get("results").get(i).get("status").asText())
        .collect(Collectors.joining(" "));
  }

  private static String codes(JsonNode body) {
    return IntStream.range(0, body.get("results").size())
        .mapToObj(i -> body.get("results").get(i).at("/problem/code").asText("-"))
        .map(code -> code.isEmpty() ? "-" : code)
        .collect(Collectors.joining(" "));
  }
}
