package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Which agreement files a book in use is not opened with: what they say would hide or alter it. */
class KeptBookTest {

  private static final String NOTE = "/v1/agreements/clifton-telecard-2001/promissory-note";

  @TempDir Path folder;

  private Map<String, String> with(Map<String, String> replacements) throws IOException {
    String text = Files.readString(Path.of("config", "agreement.yml"));
    for (Map.Entry<String, String> each : replacements.entrySet()) {
      assertThat(text).contains(each.getKey());
      text = text.replace(each.getKey(), each.getValue());
    }
    Path file = Files.writeString(folder.resolve("agreement.yml"), text);
    return Map.of("tradecredit.agreement.file", file.toString());
  }

  /** Another agreement, with accounts of other ids. */
  private Map<String, String> other() throws IOException {
    return with(
        Map.of(
            "clifton-telecard-2001", "other-telecard-2001",
            "auxer-to-kattosko", "auxer-sales",
            "kattosko-to-seller", "kattosko-sales"));
  }

  private static void post(Service service) {
    assertThat(
            service
                .client()
                .post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "1.00"))
                .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void another_agreement_begins_in_a_book_until_that_is_used_and_then_stops_the_start(
      TestDatabase kind) throws IOException {
    TestDatabase.Fresh database = kind.empty();
    Service.on(database, other()).close();
    try (Service service = Service.on(database, Map.of())) {
      post(service);
    }
    assertThatThrownBy(() -> Service.on(database, other()))
        .hasStackTraceContaining("the agreement file has no account auxer-to-kattosko, but");
    try (Service service = Service.on(database, Map.of())) {
      assertThat(service.client().get(Client.AUXER + "/balance").json().get("balance").asText())
          .isEqualTo("1.00");
      Invariants.hold(database);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void another_agreement_stops_the_start_where_the_note_alone_was_recorded(TestDatabase kind)
      throws IOException {
    TestDatabase.Fresh database = kind.empty();
    try (Service service = Service.on(database, Map.of())) {
      assertThat(service.client().post(NOTE, "{\"principal\":\"100.00\"}").status()).isEqualTo(201);
    }
    assertThatThrownBy(() -> Service.on(database, other()))
        .hasStackTraceContaining("other-telecard-2001")
        .hasStackTraceContaining("the promissory note of clifton-telecard-2001");
    try (Service service = Service.on(database, Map.of())) {
      assertThat(service.client().get(NOTE).status()).isEqualTo(200);
    }
  }
}
