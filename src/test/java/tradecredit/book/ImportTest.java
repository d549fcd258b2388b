package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * Invoices by file: streamed, an outcome per row, and a broken upload sent again posts what is
 * missing.
 */
class ImportTest {

  private static final String IMPORT = Client.AUXER + "/invoices/import";
  private static final String HEADER =
      "number,invoiceDate,product,faceValue,quantity,discount,memo\n";

  private static Answer send(Client client, String path, String key, String csv) {
    return client.send("POST", path, key, csv, "Content-Type", "text/csv");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void each_row_has_its_outcome_with_its_line_and_rows_of_one_number_are_one_invoice(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String csv =
          HEADER
              + "A-1,2001-05-16,auxer-direct,10.00,10,30,\"cards, \"\"new\"\"\"\n"
              + "A-1,2001-05-16,auxer-direct,5.00,1,30,\n"
              + "A-2,2001-05-16,auxer-direct,5.001,1,30,\r\n"
              + "A-3,2001-05-16,nope,5.00,1,30,\n"
              + "A-4,2001-05-16,auxer-direct,50000.00,1,0,\n"
              + "A-5,2001-05-16,auxer-direct\n"
              + "A-1,2001-05-16,auxer-direct,1.00,1,0,\n"
              + "A-6,2001-05-16,auxer-direct,1.00,1,0,last";
      Answer answer = send(service.client(), IMPORT, "file", csv);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(rows(answer.json()))
          .isEqualTo(
              "2:A-1 3:A-1 4:invalid-request 5:unknown-product 6:credit-limit-exceeded 7:invalid-request"
                  + " 8:invoice-number-taken 9:A-6");
      assertThat(answer.json().get("accepted").asInt()).isEqualTo(3);
      assertThat(answer.json().get("refused").asInt()).isEqualTo(5);
      JsonNode invoice =
          service.client().get(Client.AUXER + "/invoices?number=A-1").json().at("/items/0");
      assertThat(invoice.get("total").asText()).isEqualTo("73.50");
      assertThat(invoice.get("memo").asText()).isEqualTo("cards, \"new\"");
      assertThat(invoice.get("lines")).hasSize(2);
      assertThat(answer.header("Idempotency-Replayed")).isEmpty();
      Answer again = send(service.client(), IMPORT, "file", csv);
      assertThat(again.text()).as("sent again").isEqualTo(answer.text());
      assertThat(again.header("Idempotency-Replayed")).contains("true");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_file_sent_again_posts_what_is_missing_and_a_changed_row_is_told_so(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      send(client, IMPORT, "file", HEADER + row("A-1", "1.00") + row("A-2", "2.00"));

      Answer again =
          send(
              client,
              IMPORT,
              "file",
              HEADER + row("A-1", "1.00") + row("A-2", "2.50") + row("A-3", "3.00"));

      assertThat(rows(again.json())).isEqualTo("2:A-1 3:idempotency-key-reused 4:A-3");
      assertThat(again.json().at("/results/1/problem/detail").asText())
          .startsWith("This Idempotency-Key has answered other rows of this invoice; ");
      assertThat(again.header("Idempotency-Replayed")).as("not all of it").isEmpty();
      assertThat(client.get(Client.AUXER + "/balance").json().get("balance").asText())
          .isEqualTo("6.00");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_upload_that_breaks_off_leaves_its_last_group_unposted(TestDatabase kind)
      throws Exception {
    try (Service service = Service.on(kind)) {
      String whole =
          HEADER
              + IntStream.range(0, 3000)
                  .mapToObj(i -> row("A-" + i, "1.00"))
                  .collect(Collectors.joining());
      breakOff(service.client(), whole, whole.length() / 2);

      long wholeRows = whole.substring(0, whole.length() / 2).lines().count() - 2;
      String lastWholeRow = row("A-" + (wholeRows - 1), "1.00");
      assertThat(whole).contains(lastWholeRow);
      String changed = whole.replace(lastWholeRow, lastWholeRow.replace("1.00", "2.00"));
      Answer again = send(service.client(), IMPORT, "file", changed);

      assertThat(again.json().get("accepted").asInt())
          .as(
              "the last row that came in whole might have gone on, so it was not posted as it stood")
          .isEqualTo(3000);
      assertThat(service.client().get(Client.AUXER + "/balance").json().get("balance").asText())
          .isEqualTo("3001.00");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_chunk_that_is_none_breaks_the_upload_off(TestDatabase kind) throws IOException {
    try (Service service = Service.on(kind);
        RawHttp raw = new RawHttp(service.client().base())) {
      String begin = HEADER + row("A-1", "1.00") + row("A-2", "1.00");
      raw.send(head(service.client(), "Transfer-Encoding: chunked"))
          .send("%x\r\n%s\r\n".formatted(begin.length(), begin));
      awaitFirstEntry(service.client());
      assertThat(raw.send("no length\r\n").receiveAll()).as("of a file that is cut").isEmpty();

      String changed = begin.replace("A-2,", "A-3,");
      assertThat(rows(send(service.client(), IMPORT, "file", changed).json()))
          .isEqualTo("2:A-1 3:A-3");
      assertThat(sequence(service.client())).as("A-2 might have gone on").isEqualTo(2);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_atomic_file_is_posted_whole_or_not_at_all(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String atomic = IMPORT + "?mode=atomic";
      Answer malformed = send(client, atomic, "a", HEADER + row("A-1", "1.00") + row("A-2", "x"));
      Answer refused =
          send(
              client,
              atomic,
              "b",
              HEADER + row("A-1", "20000.00").repeat(2) + row("A-2", "20000.00"));
      assertThat(client.get(Client.AUXER + "/entries").json().get("items")).isEmpty();
      Answer posted =
          send(client, atomic, "c", HEADER + row("A-1", "40000.00") + row("A-2", "10000.00"));

      assertThat(malformed.status()).isEqualTo(400);
      assertThat(malformed.json().at("/errors/0/pointer").asText()).isEqualTo("line:3");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("batch-refused");
      assertThat(rows(refused.json())).isEqualTo("2:notPosted 3:notPosted 4:credit-limit-exceeded");
      assertThat(refused.json().path("first").asInt(-1)).as("by invoices").isEqualTo(1);
      assertThat(posted.status()).isEqualTo(200);
      assertThat(rows(posted.json())).isEqualTo("2:A-1 3:A-2");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_atomic_file_of_too_many_rows_posts_nothing(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String rows =
          IntStream.range(0, 10_001)
              .mapToObj(i -> row("L-" + i, "0.01"))
              .collect(Collectors.joining());
      Answer tooLong = send(service.client(), IMPORT + "?mode=atomic", "d", HEADER + rows);
      assertThat(tooLong.status()).isEqualTo(413);
      assertThat(tooLong.json().get("detail").asText())
          .isEqualTo(
              "This import takes at most 10000 rows; row 10001 is on line 10002. Nothing was posted.");
      assertThat(service.client().get(Client.AUXER + "/entries").json().get("items")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_a_rule_refuses_points_at_its_row(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String csv =
          HEADER
              + row("A-1", "1.00")
              + "A-2,2001-05-16,auxer-direct,1.00,1,0,\n"
              + "A-2,2001-05-16,original,1.00,1,0,\n";
      for (String mode : List.of("independent", "atomic")) {
        Answer answer = send(service.client(), IMPORT + "?mode=" + mode, mode, csv);
        for (int row = 1; row <= 2; row++) {
          JsonNode problem = answer.json().at("/results/" + row + "/problem");
          assertThat(problem.get("code").asText()).isEqualTo("product-restricted");
          assertThat(problem.at("/errors/0/pointer").asText()).as(mode).isEqualTo("line:4");
        }
      }
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_file_of_too_many_bytes_is_told_so(TestDatabase kind) {
    try (Service service =
        Service.on(kind.fresh(), Map.of("micronaut.server.max-request-size", "20KB"))) {
      String csv = HEADER + row("A-1", "1.00").repeat(1_000);
      Answer known = send(service.client(), IMPORT, "known", csv);
      assertThat(known.code()).isEqualTo("content-too-large");
      assertThat(known.text()).as("names the bound").contains("20480");
      Answer answer =
          service
              .client()
              .send(
                  request ->
                      request
                          .POST(chunks(csv))
                          .headers("Content-Type", "text/csv", "Idempotency-Key", "unknown"),
                  IMPORT);
      assertThat(answer.status()).as("%s", answer).isEqualTo(413);
      assertThat(answer.text()).as("names the bound").contains("20480");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_file_of_too_many_rows_is_told_what_is_posted_and_goes_on_in_parts_with_its_key(
      TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), Map.of("tradecredit.http.import-rows", "3"))) {
      Client client = service.client();
      String posted = row("A-1", "1.00") + row("A-2", "1.00");
      String unposted = row("A-3", "1.00") + row("A-4", "1.00");
      Answer whole = send(client, IMPORT, "file", HEADER + posted + unposted);

      assertThat(whole.status()).isEqualTo(413);
      assertThat(whole.json().get("detail").asText())
          .isEqualTo(
              "This import takes at most 3 rows; row 4 is on line 5. The invoices before it are decided, all but the"
                  + " last: send the file in parts of whole invoices, each with the same key, to be told what"
                  + " became of each.");
      Answer first = send(client, IMPORT, "file", HEADER + posted);
      assertThat(rows(first.json())).isEqualTo("2:A-1 3:A-2");
      assertThat(first.header("Idempotency-Replayed")).as("it was posted").contains("true");
      Answer second = send(client, IMPORT, "file", HEADER + unposted);
      assertThat(rows(second.json())).isEqualTo("2:A-3 3:A-4");
      assertThat(second.header("Idempotency-Replayed")).as("it was not posted").isEmpty();
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_no_csv_ends_the_import_at_its_line_and_nothing_after_it_is_posted(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      Answer tooWide =
          send(
              client,
              IMPORT,
              "wide",
              HEADER + row("A-1", "1.00") + "A-2,\"" + "x".repeat(100_000) + "\",\n");
      Answer empty = send(client, IMPORT, "empty", HEADER);
      Answer nothing = send(client, IMPORT, "nothing", "");

      assertThat(tooWide.status()).isEqualTo(200);
      assertThat(
              tooWide
                  .json()
                  .at("/results/%d/status".formatted(tooWide.json().get("results").size() - 1))
                  .asText())
          .isEqualTo("refused");
      assertThat(tooWide.text()).contains("malformed-csv");
      assertThat(empty.json().get("results")).isEmpty();
      assertThat(nothing.status()).isEqualTo(400);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_quote_in_a_field_that_is_not_quoted_is_its_own_rows_fault(TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      Client client = service.client();
      String csv =
          HEADER
              + row("A-1", "1.00")
              + "A-2,2001-05-16,auxer-direct,1.00,1,0,12\" cards\n"
              + row("A-3", "1.00");
      Answer atomic = send(client, IMPORT + "?mode=atomic", "atomic", csv);
      Answer answer = send(client, IMPORT, "file", csv);

      assertThat(atomic.status()).isEqualTo(400);
      assertThat(atomic.json().at("/errors/0/pointer").asText()).isEqualTo("line:3");
      assertThat(atomic.json().at("/errors/0/code").asText()).isEqualTo("malformed-csv");
      assertThat(rows(answer.json())).isEqualTo("2:A-1 3:invalid-request 4:A-3");
      assertThat(answer.json().at("/results/1/problem/errors/0/code").asText())
          .isEqualTo("malformed-csv");
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_file_cut_within_quotes_leaves_its_last_invoice_unposted_whatever_quotes_came_before(
      TestDatabase kind) {
    try (Service service = Service.on(kind)) {
      String csv =
          HEADER
              + "A-1,2001-05-16,auxer-direct,1.00,1,0,12\" cards\n"
              + row("A-2", "1.00")
              + "A-3,2001-05-16,auxer-direct,1.00,1,0,\"half of a memo";
      Answer answer = send(service.client(), IMPORT, "file", csv);

      assertThat(rows(answer.json())).isEqualTo("2:invalid-request 3:A-2 4:invalid-request");
      assertThat(answer.json().at("/results/2/problem/detail").asText()).contains("within quotes");
      Invariants.hold(service.database());
    }
  }

  private static BodyPublisher chunks(String text) {
    return BodyPublishers.ofInputStream(
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String row(String number, String amount) {
    return "%s,2001-05-16,auxer-direct,%s,1,0,\n".formatted(number, amount);
  }

  private static String rows(JsonNode body) {
    return StreamSupport.stream(body.get("results").spliterator(), false)
        .map(
            result ->
                result.get("line").asText()
                    + ":"
                    + (result.has("invoice")
                        ? result.at("/invoice/number").asText()
                        : result.at("/problem/code").asText(result.get("status").asText())))
        .map(text -> text.endsWith(":") ? text + "notPosted" : text)
        .collect(Collectors.joining(" "));
  }

  /** Sends the beginning of a file with the length of the whole, and hangs up. */
  private static void breakOff(Client client, String csv, int length) throws IOException {
    try (Socket socket = new Socket(client.base().getHost(), client.base().getPort())) {
      OutputStream out = socket.getOutputStream();
      String head = head(client, "Content-Length: " + csv.length());
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(csv.substring(0, length).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      awaitFirstEntry(client);
    }
  }

  private static String head(Client client, String length) {
    return "POST %s HTTP/1.1\r\nHost: ledger\r\nAuthorization: Bearer %s\r\nContent-Type: text/csv\r\nIdempotency-Key: file\r\n%s\r\n\r\n"
        .formatted(IMPORT, client.key("auxer-telecom-clerk"), length);
  }

  private static void awaitFirstEntry(Client client) {
    Awaiting.until("posted while the file still comes in", () -> sequence(client) > 0);
  }

  private static long sequence(Client client) {
    return client.get(Client.AUXER + "/balance").json().get("sequence").asLong();
  }
}
