package tradecredit.http.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.TradingAccount;
import tradecredit.posting.Caller;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
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
  void where_what_comes_in_is_cut_makes_no_difference() throws Exception {
    try (Service service = Service.on(TestDatabase.H2)) {
      for (int cut : new int[] {1, 100, 8_191, 8_192, 8_193, 8_600, 9_000, 9_120}) {
        String csv = HEADER + row("A-1", "m".repeat(9_000)) + row("B-" + cut, "");
        assertThat(statuses(imported(service, "k-" + cut, cut(csv, cut))))
            .as("cut at %d", cut)
            .containsExactly("refused", "accepted");
      }
      Invariants.hold(service.database());
    }
  }

  /** A file of which so many bytes are there to be read before the others are. */
  private static InputStream cut(String csv, int at) {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes, 0, at),
        new ByteArrayInputStream(bytes, at, bytes.length - at));
  }

  private static JsonNode imported(Service service, String key, InputStream file)
      throws IOException, InterruptedException {
    TradingAccount account =
        service.context().getBean(Agreement.class).accountNamed("auxer-to-kattosko").orElseThrow();
    ImportRun.RequestKey request =
        new ImportRun.RequestKey(key, IMPORT, new Caller("auxer-telecom", "clerk"), () -> {});
    HttpResponse<?> answer =
        service.context().getBean(Imports.class).independent(account, request, file);
    try (InputStream body = (InputStream) Objects.requireNonNull(answer.body())) {
      return new JsonMapper().readTree(body);
    }
  }

  private static List<String> statuses(JsonNode told) {
    List<String> statuses = new ArrayList<>();
    told.get("results").forEach(result -> statuses.add(result.get("status").asText()));
    return statuses;
  }
}
