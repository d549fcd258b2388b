package tradecredit.http.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * A row of an import is as long as its bound allows, whatever that is and however the file comes.
 */
class ImportRowBoundTest {

  private static final String IMPORT = Client.AUXER + "/invoices/import";
  private static final String BOUND = "tradecredit.http.import-row-bytes";
  private static final String HEADER =
      "number,invoiceDate,product,faceValue,quantity,discount,memo\n";
  private static final String GOOD = row("A-9", "");

  private static String row(String number, String memo) {
    return number + ",2001-05-16,auxer-direct,0.01,1,0," + memo + "\n";
  }

  private static JsonNode imported(Service service, String csv) {
    return service.client().send("POST", IMPORT, "k", csv, "Content-Type", "text/csv").json();
  }

  @Test
  void a_bound_below_what_is_read_at_once_takes_every_row_within_it() {
    try (Service service = Service.on(TestDatabase.H2.fresh(), Map.of(BOUND, "4096"))) {
      String rows =
          IntStream.range(0, 1000).mapToObj(i -> row("A-" + i, "")).collect(Collectors.joining());
      assertThat(imported(service, HEADER + rows).get("accepted").asInt()).isEqualTo(1000);
      Invariants.hold(service.database());
    }
  }

  /** Each is longer than any memo, which is that row's own fault; the next one is read. */
  @ParameterizedTest
  @ValueSource(ints = {9_000, 16_300, 19_900, 40_000})
  void a_row_within_the_bound_ends_no_file_however_long_its_memo(int length) {
    String bound = String.valueOf(length + 100);
    try (Service service = Service.on(TestDatabase.H2.fresh(), Map.of(BOUND, bound))) {
      for (String memo : List.of("m".repeat(length), '"' + "\"\"".repeat(length) + '"')) {
        JsonNode told = imported(service, HEADER + row("A-1", memo) + GOOD);
        assertThat(statuses(told)).containsExactly("refused", "accepted");
      }
    }
  }

  @Test
  void a_row_above_the_bound_ends_the_file() {
    try (Service service = Service.on(TestDatabase.H2)) {
      String csv = HEADER + row("A-1", "") + row("A-2", "") + row("A-3", "m".repeat(16_384)) + GOOD;
      JsonNode told = imported(service, csv);
      assertThat(statuses(told)).containsExactly("accepted", "refused", "refused");
      assertThat(told.at("/results/2/problem/errors/0/detail").asText())
          .endsWith("a row has at most 16384 characters");
    }
  }

  @Test
  void where_what_comes_in_is_cut_makes_no_difference() throws IOException, InterruptedException {
    try (Service service = Service.on(TestDatabase.H2);
        RawHttp raw = new RawHttp(service.client().base())) {
      String csv = HEADER + row("A-1", "m".repeat(9_000)) + GOOD;
      raw.send(
          "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\nIdempotency-Key: k\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n"
              .formatted(IMPORT, service.client().key("auxer-telecom-clerk")));
      chunk(raw, csv.substring(0, 8_600));
      TimeUnit.MILLISECONDS.sleep(500);
      chunk(raw, csv.substring(8_600));
      raw.send("0\r\n\r\n");
      assertThat(raw.receiveAll()).contains("\"accepted\":1", "\"refused\":1");
      Invariants.hold(service.database());
    }
  }

  private static void chunk(RawHttp raw, String text) throws IOException {
    raw.send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
  }

  private static List<String> statuses(JsonNode told) {
    List<String> statuses = new ArrayList<>();
    told.get("results").forEach(result -> statuses.add(result.get("status").asText()));
    return statuses;
  }
}
