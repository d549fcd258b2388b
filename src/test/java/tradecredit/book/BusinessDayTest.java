package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** The book has one business date, whatever the database's clock does. */
class BusinessDayTest {

  private static final String A = Client.AUXER;
  private static final String DATE = "/v1/business-date";
  private static final String NOTE = "/v1/agreements/clifton-telecard-2001/promissory-note";

  private static Service inMode(TestDatabase.Fresh database, String mode) {
    return Service.on(database, Map.of("tradecredit.business-date.mode", mode));
  }

  private static void setClock(TestDatabase.Fresh database, String instant) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE VIEW database_clock AS SELECT TIMESTAMP WITH TIME ZONE '%s+00' AS instant"
              .formatted(instant));
    }
  }

  private static String today(Client client, String path) {
    var json = client.get(path).json();
    return json.get(path.equals(DATE) ? "date" : "businessDate").asText();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_clock_that_is_set_back_over_midnight_does_not_split_it(TestDatabase kind)
      throws SQLException {
    TestDatabase.Fresh database = kind.fresh();
    try (Service service = inMode(database, "system")) {
      Client client = service.client();
      setClock(database, "2001-05-21 16:00:00");
      client.post(A + "/invoices", Json.auxerInvoice("A-1", "2001-05-21", "10.00"));
      setClock(database, "2001-05-20 16:00:00");
      for (String path :
          new String[] {DATE, "/v1/agreements/clifton-telecard-2001", A + "/balance"}) {
        assertThat(today(client, path)).as(path).isEqualTo("2001-05-21");
      }
      Invariants.hold(database);
    }
  }

  /** The note goes by the day that an account has seen: both sides would ask which else. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_note_stands_on_the_day_that_an_account_has_seen_though_the_clock_was_set_back(
      TestDatabase kind) throws SQLException {
    TestDatabase.Fresh database = kind.fresh();
    try (Service service = inMode(database, "system")) {
      Client client = service.client();
      setClock(database, "2001-11-13 16:00:00");
      assertThat(client.post(NOTE, "{\"principal\":\"600.00\"}").status()).isEqualTo(201);
      client.post(A + "/invoices", Json.auxerInvoice("A-1", "2001-11-13", "10.00"));
      setClock(database, "2001-11-12 16:00:00");
      assertThat(client.get(NOTE).json().get("asOf").asText()).isEqualTo("2001-11-13");
      Client.Answer paid =
          client.post(NOTE + "/payments", Json.payment("N-1", "2001-11-13", "1.00"));
      assertThat(paid.status()).as("%s", paid).isEqualTo(201);
      Invariants.hold(database);
    }
  }

  /** Instants, and the day that each of them is of in New York, in summer and in winter. */
  private static final Map<String, String> DAYS =
      new TreeMap<>(
          Map.of(
              "2001-07-01 03:59:59", "2001-06-30",
              "2001-07-01 04:30:00", "2001-07-01",
              "2001-10-28 03:59:59", "2001-10-27",
              "2001-10-28 04:00:00", "2001-10-28",
              "2001-10-29 04:59:59", "2001-10-28",
              "2001-10-29 05:00:00", "2001-10-29",
              "2001-12-01 04:30:00", "2001-11-30",
              "2001-12-01 05:00:00", "2001-12-01"));

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void by_the_clock_it_is_new_yorks_in_summer_and_in_winter_then_and_as_it_is_known_later(
      TestDatabase kind) throws SQLException {
    TestDatabase.Fresh database = kind.fresh();
    Map<String, String> settings =
        Map.of(
            "tradecredit.business-date.mode",
            "system",
            "tradecredit.posting.day-end-interval",
            "1h");
    try (Service service = Service.on(database, settings)) {
      Client client = service.client();
      for (Map.Entry<String, String> each : DAYS.entrySet()) {
        setClock(database, each.getKey());
        assertThat(today(client, DATE)).as(each.getKey()).isEqualTo(each.getValue());
      }
      setClock(database, "2001-12-05 16:00:00");
      for (Map.Entry<String, String> each : DAYS.entrySet()) {
        String known = A + "/balance?knownAt=" + each.getKey().replace(" ", "T") + "Z";
        assertThat(client.get(known).json().get("asOf").asText())
            .as(known)
            .isEqualTo(each.getValue());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_book_that_is_opened_before_its_agreement_begins_stands_on_its_first_day(TestDatabase kind)
      throws SQLException {
    TestDatabase.Fresh database = kind.fresh();
    try (Service service = inMode(database, "system")) {
      setClock(database, "2001-05-01 16:00:00");
      assertThat(today(service.client(), DATE)).isEqualTo("2001-05-16");
      assertThat(today(service.client(), A + "/balance")).isEqualTo("2001-05-16");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_day_that_is_turned_after_the_clock_was_set_back_leaves_what_was_known_as_it_was(
      TestDatabase kind) throws SQLException {
    TestDatabase.Fresh database = kind.fresh();
    try (Service service = inMode(database, "manual")) {
      Client client = service.client();
      setClock(database, "2030-05-18 12:00:00");
      client.businessDate("2001-05-18");
      client.post(A + "/invoices", Json.auxerInvoice("A-1", "2001-05-18", "10.00"));
      setClock(database, "2030-05-18 12:00:10");
      String known = A + "/balance?knownAt=2030-05-18T12:00:05Z";
      String first = client.get(known).text();
      assertThat(first).contains("\"businessDate\":\"2001-05-18\"");
      setClock(database, "2030-05-18 11:59:00");
      client.businessDate("2001-06-18");
      setClock(database, "2030-05-18 12:00:20");
      assertThat(client.get(known).text()).isEqualTo(first);
      Invariants.hold(database);
    }
  }
}
