package tradecredit.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.Service;
import tradecredit.support.ShippedAgreement;
import tradecredit.support.TestDatabase;

/**
 * What the service starts with: the agreement file, the business date, and the book as it was left.
 */
@Order(1)
class StartTest {

  @TempDir Path folder;

  private Path agreement(String find, String replacement) {
    return ShippedAgreement.changed(folder, find, replacement);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_wrong_agreement_file_stops_the_start_with_the_file_the_line_and_the_reason(
      TestDatabase kind) throws IOException {
    Path wrong = agreement("effectiveDate: 2001-05-16", "effectiveDate: 2001-02-30");
    assertThatThrownBy(() -> Service.on(kind.fresh(), ShippedAgreement.from(wrong)))
        .rootCause()
        .hasMessageContaining(wrong.toString())
        .hasMessageContaining("line ")
        .hasMessageContaining("effectiveDate")
        .hasMessageContaining("2001-02-30");
    Path latin = folder.resolve("latin.yml");
    Files.writeString(
        latin,
        ShippedAgreement.text().replace("name: Seller", "name: Vend\u00e9"),
        StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Service.on(kind.fresh(), ShippedAgreement.from(latin)))
        .rootCause()
        .hasMessageContaining(latin + ", line 38: here is something that is not UTF-8");
    assertThatThrownBy(
            () -> Service.on(kind.fresh(), ShippedAgreement.from(folder.resolve("none.yml"))))
        .hasStackTraceContaining("none.yml");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_pinned_discount_must_be_matched_and_both_rates_are_named(TestDatabase kind) {
    Path pinned =
        ShippedAgreement.written(
            folder,
            ShippedAgreement.text()
                .replaceFirst("discounts: \\{}", "discounts: {auxer-direct: \"30\"}"));
    try (Service service = Service.on(kind.fresh(), ShippedAgreement.from(pinned))) {
      Answer other = service.client().post(Client.AUXER + "/invoices", invoice("A-1", "28"));
      Answer current = service.client().post(Client.AUXER + "/invoices", invoice("A-1", "30.00"));

      assertThat(other.status()).isEqualTo(422);
      assertThat(other.code()).isEqualTo("discount-not-current");
      assertThat(other.json().get("discount").asText()).isEqualTo("28");
      assertThat(other.json().get("currentDiscount").asText()).isEqualTo("30");
      assertThat(other.json().at("/errors/0/pointer").asText()).isEqualTo("/lines/0/discount");
      assertThat(current.status()).isEqualTo(201);
    }
  }

  private static String invoice(String number, String discount) {
    return """
        {"number":"%s","invoiceDate":"2001-05-16","lines":[{"product":"auxer-direct","faceValue":"5.00","quantity":2,"discount":"%s"}]}"""
        .formatted(number, discount);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_restricted_product_is_refused_by_its_clause_until_its_day_and_elsewhere_for_ever(
      TestDatabase kind) {
    try (Service service = Service.on(kind.fresh(), Map.of())) {
      Client client = service.client();
      client.businessDate("2002-06-01");
      Answer early =
          client.post(
              Client.AUXER + "/invoices", Json.invoice("T-1", "2002-05-15", "total-call", "1.00"));
      Answer allowed =
          client.post(
              Client.AUXER + "/invoices", Json.invoice("T-1", "2002-05-16", "total-call", "1.00"));
      Answer elsewhere =
          client.post(
              Client.AUXER + "/invoices", Json.invoice("T-2", "2002-05-16", "original", "1.00"));

      assertThat(early.code()).isEqualTo("product-restricted");
      assertThat(early.json().get("clause").asInt()).isEqualTo(17);
      assertThat(allowed.status()).isEqualTo(201);
      assertThat(elsewhere.code()).isEqualTo("product-restricted");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void by_hand_the_business_date_moves_forwards_only_and_survives_a_restart(TestDatabase kind) {
    TestDatabase.Fresh database = kind.empty();
    try (Service service = Service.on(database, Map.of())) {
      assertThat(service.client().get("/v1/business-date").json().get("date").asText())
          .isEqualTo("2001-05-16");
      assertThat(service.client().businessDate("2001-05-20").status()).isEqualTo(200);
      assertThat(service.client().businessDate("2001-05-20").status()).isEqualTo(200);
      Answer back = service.client().businessDate("2001-05-19");
      assertThat(back.status()).isEqualTo(409);
      assertThat(back.code()).isEqualTo("business-date-moves-back");
      service
          .client()
          .post(Client.AUXER + "/invoices", "k", Json.auxerInvoice("A-1", "2001-05-20", "1.00"));
    }
    try (Service again = Service.on(database, Map.of())) {
      assertThat(again.client().get("/v1/business-date").json().get("date").asText())
          .isEqualTo("2001-05-20");
      Answer replay =
          again
              .client()
              .post(
                  Client.AUXER + "/invoices", "k", Json.auxerInvoice("A-1", "2001-05-20", "1.00"));
      assertThat(replay.header("Idempotency-Replayed")).contains("true");
      Invariants.hold(database);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void by_default_the_business_date_is_today_in_the_agreements_time_zone(TestDatabase kind) {
    try (Service service =
        Service.on(kind.fresh(), Map.of("tradecredit.business-date.mode", "system"))) {
      ZoneId newYork = ZoneId.of("America/New_York");
      LocalDate before = LocalDate.now(newYork);
      LocalDate told =
          LocalDate.parse(service.client().get("/v1/business-date").json().get("date").asText());
      assertThat(told).isBetween(before, LocalDate.now(newYork));
      Answer put = service.client().businessDate("2030-01-01");
      assertThat(put.status()).isEqualTo(409);
      assertThat(put.code()).isEqualTo("business-date-not-manual");
      assertThat(
              service
                  .client()
                  .post(
                      Client.AUXER + "/invoices", Json.auxerInvoice("A-1", told.toString(), "1.00"))
                  .status())
          .isEqualTo(201);
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void terms_in_the_file_are_taken_over_until_the_book_is_used_and_then_stop_the_start(
      TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (Service service = Service.on(database, Map.of())) {
      assertThat(service.client().get(Client.AUXER).json().at("/terms/creditLimit").asText())
          .isEqualTo("50000.00");
    }
    Path other = agreement("\"50000.00\"", "\"60000.00\"");
    try (Service service = Service.on(database, ShippedAgreement.from(other))) {
      assertThat(service.client().get(Client.AUXER).json().at("/terms/creditLimit").asText())
          .isEqualTo("60000.00");
      service
          .client()
          .post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "60000.00"));
    }
    assertThatThrownBy(() -> Service.on(database, Map.of()))
        .hasStackTraceContaining("limit 50000.00")
        .hasStackTraceContaining("limit 60000.00")
        .hasStackTraceContaining("amendment");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_owes_whom_may_change_in_the_file_until_the_book_is_used(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    Path other =
        agreement(
            "supplier: auxer-telecom\n    buyer: kattosko",
            "supplier: kattosko\n    buyer: auxer-telecom");
    try (Service service = Service.on(database, ShippedAgreement.from(other))) {
      assertThat(service.client().get(Client.AUXER).json().at("/supplier").asText())
          .isEqualTo("kattosko");
    }
    try (Service service = Service.on(database, Map.of())) {
      service
          .client()
          .post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "1.00"));
      Invariants.hold(database);
    }
    assertThatThrownBy(() -> Service.on(database, ShippedAgreement.from(other)))
        .hasStackTraceContaining(
            "auxer-to-kattosko: the agreement file says supplier kattosko, buyer auxer-telecom")
        .hasStackTraceContaining("begun with supplier auxer-telecom, buyer kattosko");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_owes_the_note_may_change_in_the_file_until_it_is_recorded(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    Path other = agreement("maker: kattosko\n  payee: seller", "maker: seller\n  payee: kattosko");
    Service.on(database, ShippedAgreement.from(other)).close();
    try (Service service = Service.on(database, Map.of())) {
      assertThat(
              service
                  .client()
                  .post(
                      "/v1/agreements/clifton-telecard-2001/promissory-note",
                      "{\"principal\":\"100.00\"}")
                  .status())
          .isEqualTo(201);
    }
    assertThatThrownBy(() -> Service.on(database, ShippedAgreement.from(other)))
        .hasStackTraceContaining("says payee kattosko, maker seller")
        .hasStackTraceContaining("begun with payee seller, maker kattosko");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_book_that_is_not_used_yet_moves_on_with_a_file_that_begins_later(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    Service.on(database, Map.of()).close();
    Path later = agreement("effectiveDate: 2001-05-16", "effectiveDate: 2001-05-18");
    try (Service service = Service.on(database, ShippedAgreement.from(later))) {
      Client client = service.client();
      assertThat(client.get("/v1/business-date").json().get("date").asText())
          .isEqualTo("2001-05-18");
      assertThat(
              client
                  .post(
                      "/v1/agreements/clifton-telecard-2001/promissory-note",
                      "{\"principal\":\"100.00\"}")
                  .status())
          .isEqualTo(201);
      assertThat(
              client
                  .post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-18", "1.00"))
                  .status())
          .isEqualTo(201);
      Invariants.hold(database, later);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_account_may_leave_the_file_or_be_renamed_in_it_until_it_is_used(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    Service.on(database, Map.of()).close();
    Path renamed = agreement("kattosko-to-seller", "kattosko-sales");
    try (Service service = Service.on(database, ShippedAgreement.from(renamed))) {
      assertThat(service.client().get(Client.KATTOSKO).status()).isEqualTo(404);
      assertThat(service.client().get("/v1/accounts/kattosko-sales/balance").status())
          .isEqualTo(200);
    }
    try (Service service = Service.on(database, Map.of())) {
      assertThat(
              service
                  .client()
                  .post(
                      Client.KATTOSKO + "/invoices",
                      Json.kattoskoInvoice("K-1", "2001-05-16", "1.00"))
                  .status())
          .isEqualTo(201);
      Invariants.hold(database);
    }
    assertThatThrownBy(() -> Service.on(database, ShippedAgreement.from(renamed)))
        .hasStackTraceContaining(
            "the agreement file has no account kattosko-to-seller, but the book has");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_currency_may_change_in_the_file_until_the_book_is_used(TestDatabase kind)
      throws SQLException {
    TestDatabase.Fresh database = kind.fresh();
    Path euros = agreement("currency: USD", "currency: EUR");
    Service.on(database, ShippedAgreement.from(euros)).close();
    try (Service service = Service.on(database, Map.of())) {
      service
          .client()
          .post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "1.00"));
      assertThat(service.client().get(Client.AUXER + "/balance").json().get("currency").asText())
          .isEqualTo("USD");
    }
    assertThatThrownBy(() -> Service.on(database, ShippedAgreement.from(euros)))
        .hasStackTraceContaining("currency: the agreement file says EUR")
        .hasStackTraceContaining("begun in USD");

    // As a book in use is that was begun before its currency was kept.
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE business_day SET currency = NULL");
    }
    Service.on(database, Map.of()).close();
    assertThatThrownBy(() -> Service.on(database, ShippedAgreement.from(euros)))
        .hasStackTraceContaining("begun in USD");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void the_currency_of_a_recorded_note_does_not_change_either(TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (Service service = Service.on(database, Map.of())) {
      assertThat(
              service
                  .client()
                  .post(
                      "/v1/agreements/clifton-telecard-2001/promissory-note",
                      "{\"principal\":\"100.00\"}")
                  .status())
          .isEqualTo(201);
    }
    Path euros = agreement("currency: USD", "currency: EUR");
    assertThatThrownBy(() -> Service.on(database, ShippedAgreement.from(euros)))
        .hasStackTraceContaining("begun in USD");
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void by_hand_the_business_date_goes_on_where_a_time_in_system_mode_has_left_it(
      TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    Service.on(database, Map.of()).close();
    Map<String, String> system = Map.of("tradecredit.business-date.mode", "system");
    try (Service service = Service.on(database, system)) {
      service
          .client()
          .post(Client.AUXER + "/invoices", Json.auxerInvoice("A-1", "2001-05-16", "1.00"));
    }
    try (Service service = Service.on(database, Map.of())) {
      Client client = service.client();
      String told = client.get("/v1/business-date").json().get("date").asText();
      assertThat(told)
          .isEqualTo(client.get(Client.AUXER + "/balance").json().get("businessDate").asText())
          .isNotEqualTo("2001-05-16");
      assertThat(client.businessDate("2001-05-17").code()).isEqualTo("business-date-moves-back");
      String next = LocalDate.parse(told).plusDays(1).toString();
      assertThat(client.businessDate(next).status()).isEqualTo(200);
      assertThat(client.get(Client.AUXER + "/balance").json().get("businessDate").asText())
          .isEqualTo(next);
      Invariants.hold(database);
    }
  }
}
