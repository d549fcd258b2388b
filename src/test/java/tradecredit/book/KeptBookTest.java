package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;

/** Which agreement files a book in use is not opened with: what they say would hide or alter it. */
class KeptBookTest {

  private static final String NOTE = "/v1/agreements/clifton-telecard-2001/promissory-note";

  @TempDir Path folder;

  private Map<String, String> with(Map<String, String> replacements) {
    return ShippedAgreement.from(ShippedAgreement.changed(folder, replacements));
  }

  /** Another agreement, with accounts of other ids. */
  private Map<String, String> other() {
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
      TestDatabase kind) {
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

  /** Under a mistyped id the same accounts would begin anew. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void another_id_of_the_same_agreement_stops_the_start(TestDatabase kind) {
    TestDatabase.Fresh database = kind.empty();
    try (Service service = Service.on(database, Map.of())) {
      post(service);
    }
    Map<String, String> mistyped = with(Map.of("clifton-telecard-2001", "clifton-telecard-2002"));
    assertThatThrownBy(() -> Service.on(database, mistyped))
        .hasStackTraceContaining(
            "account auxer-to-kattosko belongs to agreement clifton-telecard-2001 in this database, not to clifton-telecard-2002");
    try (Service service = Service.on(database, Map.of())) {
      assertThat(service.client().get(Client.AUXER + "/balance").json().get("balance").asText())
          .isEqualTo("1.00");
      Invariants.hold(database);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void another_agreement_stops_the_start_where_the_note_alone_was_recorded(TestDatabase kind) {
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

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_time_zone_may_change_in_the_file_until_the_book_is_used(TestDatabase kind)
      throws SQLException {
    TestDatabase.Fresh database = kind.empty();
    Map<String, String> london = with(Map.of("America/New_York", "Europe/London"));
    try (Service service = Service.on(database, london)) {
      assertThat(service.client().get("/v1/business-date").json().get("timeZone").asText())
          .isEqualTo("Europe/London");
    }
    try (Service service = Service.on(database, Map.of())) {
      post(service);
    }
    assertThatThrownBy(() -> Service.on(database, london))
        .hasStackTraceContaining("timeZone: the agreement file says Europe/London")
        .hasStackTraceContaining("begun in America/New_York");

    // As a book in use is that was begun before its time zone was kept.
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE business_day SET time_zone = NULL");
    }
    Service.on(database, Map.of()).close();
    assertThatThrownBy(() -> Service.on(database, london))
        .hasStackTraceContaining("begun in America/New_York");
  }
}
