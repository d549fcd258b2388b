package tradecredit.http.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * A row of bytes that are no UTF-8, or of too many columns, is one malformed row, and what is no
 * CSV is told by its line.
 */
class ImportedTextTest {

  private static final String HEADER =
      "number,invoiceDate,product,faceValue,quantity,discount,memo\n";

  private static Answer send(Service service, String mode, byte[] file) {
    return service
        .client()
        .send(
            request ->
                request
                    .POST(BodyPublishers.ofByteArray(file))
                    .headers("Content-Type", "text/csv", "Idempotency-Key", mode),
            Client.AUXER + "/invoices/import?mode=" + mode);
  }

  private static String row(String number, String memo) {
    return "%s,2001-05-16,auxer-direct,1.00,1,0,%s\n".formatted(number, memo);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** As a spreadsheet of Windows-1252 writes it. */
  private static byte[] notUtf8(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] file(byte[]... parts) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      file.writeBytes(part);
    }
    return file.toByteArray();
  }

  private static String lines(JsonNode body, String status) {
    return StreamSupport.stream(body.get("results").spliterator(), false)
        .filter(result -> result.get("status").asText().equals(status))
        .map(result -> result.get("line").asText())
        .collect(Collectors.joining(" "));
  }

  @Test
  void a_row_of_far_too_many_columns_is_its_own_fault_and_the_file_goes_on() {
    try (Service service = Service.on(TestDatabase.H2)) {
      String wide = row("A-2", ",".repeat(70));
      JsonNode body =
          send(service, "independent", utf8(HEADER + row("A-1", "") + wide + row("A-3", "")))
              .json();
      assertThat(lines(body, "accepted")).isEqualTo("2 4");
      assertThat(body.at("/results/1/problem/errors/0/detail").asText())
          .isEqualTo("a row has 7 columns, not 77");

      Answer header = send(service, "atomic", utf8(HEADER.strip() + ",more\n"));
      assertThat(header.json().at("/errors/0/code").asText()).isEqualTo("header");
      Invariants.hold(service.database());
    }
  }

  @Test
  void a_row_that_is_not_utf8_is_its_own_fault_and_the_file_goes_on() {
    try (Service service = Service.on(TestDatabase.H2)) {
      byte[] file =
          file(
              utf8(HEADER + row("A-1", "caf\u00e9 \uD83D\uDE00")),
              notUtf8(row("A-2", "caf\u00e9")),
              notUtf8(row("A-3", "\"cards, \u00e9\"")),
              utf8(row("A-4", "")));
      Answer atomic = send(service, "atomic", file);
      Answer answer = send(service, "independent", file);

      assertThat(atomic.status()).as("%s", atomic).isEqualTo(400);
      assertThat(atomic.json().at("/errors/0/pointer").asText()).isEqualTo("line:3");
      assertThat(atomic.json().at("/errors/0/code").asText()).isEqualTo("malformed-csv");
      assertThat(lines(answer.json(), "accepted")).as("%s", answer).isEqualTo("2 5");
      assertThat(lines(answer.json(), "refused")).isEqualTo("3 4");
      assertThat(answer.json().at("/results/1/problem/errors/0/code").asText())
          .isEqualTo("malformed-csv");
      assertThat(answer.json().at("/results/1/problem/detail").asText()).contains("UTF-8");
      Invariants.hold(service.database());
    }
  }

  @Test
  void one_such_row_takes_none_of_those_before_it_with_it() {
    try (Service service = Service.on(TestDatabase.H2)) {
      String many =
          IntStream.range(0, 1_000).mapToObj(i -> row("A-" + i, "")).collect(Collectors.joining());
      Answer answer =
          send(
              service,
              "independent",
              file(utf8(HEADER + many), notUtf8(row("B-1", "\u00e9")), utf8(row("B-2", ""))));
      assertThat(answer.json().get("accepted").asInt()).isEqualTo(1_001);
      assertThat(lines(answer.json(), "refused")).isEqualTo("1002");
    }
  }

  @Test
  void the_replacement_character_is_text_like_any_other() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Answer answer = send(service, "atomic", utf8(HEADER + row("A-1", "was \uFFFD")));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(
              service
                  .client()
                  .get(Client.AUXER + "/invoices?number=A-1")
                  .json()
                  .at("/items/0/memo")
                  .asText())
          .isEqualTo("was \uFFFD");
    }
  }

  @Test
  void a_header_is_told_of_bytes_that_are_its_own() {
    try (Service service = Service.on(TestDatabase.H2)) {
      Answer wrong =
          send(service, "independent", file(notUtf8("num\u00e9ro,"), utf8(HEADER + row("A", ""))));
      Answer right =
          send(service, "independent", file(utf8(HEADER), notUtf8(row("A-1", "\u00e9"))));

      assertThat(wrong.status()).isEqualTo(400);
      assertThat(wrong.json().get("detail").asText()).contains("not UTF-8");
      assertThat(wrong.json().at("/errors/0/pointer").asText()).isEqualTo("line:1");
      assertThat(lines(right.json(), "refused")).as("%s", right).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @CsvSource({"'', 3", "'\n\n', 5", "'\r\n\r\n', 5"})
  void what_is_no_csv_is_told_by_the_line_that_it_begins_on(String blank, int line) {
    try (Service service = Service.on(TestDatabase.H2)) {
      String broken = "A-2,\"x\"y\n" + row("A-3", "");
      Answer answer = send(service, "independent", utf8(HEADER + row("A-1", "") + blank + broken));
      assertThat(lines(answer.json(), "refused")).as("%s", answer).endsWith(String.valueOf(line));
      assertThat(answer.text()).contains("\"pointer\":\"line:%d\"".formatted(line));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-2,2001-05-16,auxer-direct,1.00,1,0,\"two\nlines\"\n\nA-3,\"x\"y\n",
        "A-2,2001-05-16,auxer-direct,1.00,1,0,\"two\r\nlines\"\r\n\r\nA-3,\"x\"y\r\n",
      })
  void a_field_of_two_lines_counts_as_two(String text) {
    try (Service service = Service.on(TestDatabase.H2)) {
      Answer answer = send(service, "independent", utf8(HEADER + text));
      assertThat(lines(answer.json(), "refused")).as("%s", answer).endsWith("5");
    }
  }
}
