package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** What is not well formed when it is sent again is told by its key what became of it before. */
class MalformedResendTest {

  private static final String INVOICES = Client.AUXER + "/invoices";
  private static final String BATCH = INVOICES + "/batch";
  private static final String HEADER =
      "number,invoiceDate,product,faceValue,quantity,discount,memo\n";
  private static final String REUSED = "idempotency-key-reused";

  private static String row(String number, String quantity) {
    return "%s,2001-05-16,auxer-direct,1.00,%s,0,\n".formatted(number, quantity);
  }

  private static Answer file(Client client, String key, String rows) {
    return client.send(
        "POST", INVOICES + "/import", key, HEADER + rows, "Content-Type", "text/csv");
  }

  private static String codes(Answer answer) {
    return StreamSupport.stream(answer.json().get("results").spliterator(), false)
        .map(result -> result.at("/problem/code").asText("-"))
        .map(code -> code.isEmpty() ? "-" : code)
        .collect(Collectors.joining(" "));
  }

  private static String balance(Client client) {
    return client.get(Client.AUXER + "/balance").json().get("balance").asText();
  }

  private static String independent(String... invoices) {
    return "{\"mode\":\"independent\",\"invoices\":[%s]}".formatted(String.join(",", invoices));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_row_of_a_posted_invoice_that_is_malformed_now_has_changed(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      file(client, "file", row("A-1", "1") + row("A-2", "1") + row("A-3", "1"));
      String wider = row("A-3", "1").replace(",\n", ",,\n");
      Answer again =
          file(client, "file", row("A-1", "1") + row("A-2", "x") + wider + row("A-4", "x"));

      assertThat(codes(again)).isEqualTo("- %1$s %1$s invalid-request".formatted(REUSED));
      assertThat(again.header("Idempotency-Replayed")).as("rows have changed").isEmpty();
      assertThat(balance(client)).isEqualTo("3.00");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_row_whose_quotes_are_malformed_now_has_changed_though_its_fields_read_the_same(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String row = row("A-1", "1");
      file(client, "file", row.replace(",\n", ",\"say \"\"hi\"\"\"\n"));
      Answer again = file(client, "file", row.replace(",\n", ",say \"hi\"\n"));

      assertThat(codes(again)).isEqualTo(REUSED);
      assertThat(again.header("Idempotency-Replayed")).as("the row has changed").isEmpty();
      assertThat(balance(client)).isEqualTo("1.00");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_malformed_row_that_was_never_posted_takes_no_key(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      assertThat(codes(file(client, "file", row("A-1", "x")))).isEqualTo("invalid-request");
      assertThat(codes(file(client, "file", row("A-1", "1")))).as("corrected").isEqualTo("-");
      String malformed = independent("{\"number\":\"A-2\"}");
      for (int sent = 0; sent < 2; sent++) {
        Answer answer = client.post(BATCH, "batch", malformed);
        assertThat(codes(answer)).isEqualTo("invalid-request");
        assertThat(answer.header("Idempotency-Replayed")).isEmpty();
      }
      String corrected = independent(Json.auxerInvoice("A-2", "2001-05-16", "1.00"));
      assertThat(codes(client.post(BATCH, "batch", corrected))).isEqualTo("-");
      assertThat(balance(client)).isEqualTo("2.00");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_file_without_a_good_row_is_refused_where_its_key_has_answered_a_posting(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      client.post(INVOICES, "k", Json.auxerInvoice("A-1", "2001-05-16", "1.00"));
      String nameless = row("", "1");
      String notClosed = row("A-1", "1").replace(",0,\n", ",0,\"memo");
      for (String rows : List.of(row("A-1", "x"), nameless, notClosed, "")) {
        Answer file = file(client, "k", rows);
        assertThat(file.status()).as("%s of <%s>", file, rows).isEqualTo(422);
        assertThat(file.code()).isEqualTo(REUSED);
      }
      assertThat(balance(client)).isEqualTo("1.00");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_batch_without_a_good_item_is_refused_where_its_key_has_answered_another(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String posted = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
      client.post(BATCH, "k", independent(posted));
      Answer malformed =
          client.post(BATCH, "k", independent(posted.replace("\"quantity\":1", "\"quantity\":0")));

      assertThat(malformed.status()).as("%s", malformed).isEqualTo(422);
      assertThat(malformed.code()).isEqualTo(REUSED);
      assertThat(balance(client)).isEqualTo("1.00");
      Invariants.hold(service.database());
    }
  }
}
