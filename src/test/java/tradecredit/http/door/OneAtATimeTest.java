package tradecredit.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.support.Client;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * What is sent at once on one connection is done in its order, not only answered in it; behind a
 * request that closes the connection nothing is done.
 */
class OneAtATimeTest extends FrontDoorRig {

  private static final String INVOICES = Client.AUXER + "/invoices";
  private static final String HOLD = Client.AUXER + "/hold";
  private static final String CLERK = "auxer-telecom-clerk";
  private static final String CONTROLLER = "auxer-telecom-controller";
  private static final String CLOSE = "Connection: close\r\n";
  private static final String EXPECT = "Expect: 100-continue\r\n";

  private static final Pattern TOLD =
      Pattern.compile("HTTP/1\\.[01] (\\d{3})|\"code\":\"([a-z-]+)\"|\"sequence\":(\\d+)");

  private static String asked(
      Service service, String line, String role, String headers, String body) {
    return "%s\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n%s"
        .formatted(line, service.client().key(role), headers, body);
  }

  private static String posted(Service service, String path, String role, String key, String body) {
    String headers =
        "Idempotency-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
            .formatted(key, body.length());
    return asked(service, "POST " + path + " HTTP/1.1", role, headers, body);
  }

  private static String invoice(Service service, String number) {
    String body = Json.auxerInvoice(number, "2001-05-16", "1.00");
    return posted(service, INVOICES, CLERK, "k-" + number, body);
  }

  private static String batch(Service service, int invoices) {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < invoices; i++) {
      bodies.add(Json.auxerInvoice("B-" + i, "2001-05-16", "1.00"));
    }
    String body =
        "{\"mode\":\"independent\",\"invoices\":[%s]}".formatted(String.join(",", bodies));
    return posted(service, INVOICES + "/batch", CLERK, "batch", body);
  }

  private static String payment(Service service, String invoice) {
    String body =
        """
        {"reference":"P-1","receivedDate":"2001-05-16","method":"wire","amount":"1.00",\
        "allocations":[{"invoiceNumber":"%s","amount":"1.00"}]}"""
            .formatted(invoice);
    return posted(service, Client.AUXER + "/payments", CLERK, "payment", body);
  }

  private static String received(Service service, List<String> requests) throws IOException {
    try (RawHttp raw = new RawHttp(service.client().base())) {
      return raw.send(String.join("", requests)).receiveAll();
    }
  }

  /** Of each answer its status, and the first code or sequence that it tells. */
  private static List<String> told(String received) {
    List<String> told = new ArrayList<>();
    Matcher found = TOLD.matcher(received);
    while (found.find()) {
      if (found.group(1) != null) {
        told.add(found.group(1));
      } else if (told.getLast().length() == 3) {
        String more = found.group(2) == null ? found.group(3) : found.group(2);
        told.set(told.size() - 1, told.getLast() + " " + more);
      }
    }
    return told;
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void acts_take_effect_in_the_order_in_which_they_were_sent(TestDatabase kind) throws IOException {
    try (Service service = service(kind.fresh(), Map.of())) {
      String lifted =
          asked(service, "DELETE " + HOLD + " HTTP/1.1", CONTROLLER, "Idempotency-Key: l\r\n", "");
      String poll = asked(service, "GET " + BALANCE + " HTTP/1.1", CLERK, "", "");
      String last = asked(service, "GET " + BALANCE + " HTTP/1.1", CLERK, CLOSE, "");
      String received =
          received(
              service,
              List.of(
                  invoice(service, "A-1"),
                  poll,
                  posted(service, HOLD, CONTROLLER, "h", "{\"reason\":\"a look\"}"),
                  invoice(service, "A-2"),
                  poll,
                  lifted,
                  invoice(service, "A-3"),
                  batch(service, 200),
                  payment(service, "B-0"),
                  last));
      assertThat(told(received))
          .containsExactly(
              "201 1",
              "200 1",
              "201 2",
              "422 account-on-hold",
              "200 2",
              "200 3",
              "201 4",
              "200 5",
              "201 205",
              "200 205");
      Invariants.hold(service.database());
    }
  }

  /** Who sends more than a megabyte by curl asks first whether to go on. */
  @Test
  void a_word_to_go_on_is_no_answer_and_nothing_is_begun_behind_it() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service service = service(database, Map.of());
        HeldAccount held = new HeldAccount(database, "auxer-to-kattosko");
        RawHttp raw = new RawHttp(service.client().base())) {
      String asking = invoice(service, "A-1").replaceFirst("\r\n", "\r\n" + EXPECT);
      int body = asking.indexOf("\r\n\r\n") + 4;
      String poll = asked(service, "GET " + BALANCE + " HTTP/1.1", CLERK, "", "");
      String last = asked(service, "GET " + BALANCE + " HTTP/1.1", CLERK, CLOSE, "");
      raw.send(asking.substring(0, body));
      assertThat(raw.receiveSome()).startsWith("HTTP/1.1 100 ");

      raw.send(asking.substring(body) + poll + invoice(service, "A-2") + last);
      held.awaitWaiting();
      held.letGo();

      assertThat(told(raw.receiveAll())).containsExactly("201 1", "200 1", "201 2", "200 2");
      Invariants.hold(database);
    }
  }

  @Test
  void a_poll_that_asks_whether_to_go_on_is_left_to_the_router() throws IOException {
    try (Service service = service(TestDatabase.H2.fresh(), Map.of())) {
      String asking = asked(service, "GET " + BALANCE + " HTTP/1.1", CLERK, EXPECT, "");
      String last = asked(service, "GET " + BALANCE + " HTTP/1.1", CLERK, CLOSE, "");
      String received = received(service, List.of(asking, last));
      assertThat(received).contains("\"sequence\":0");
      assertThat(routed).as("seen by the router").hasValue(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET %s HTTP/1.1|Connection: close",
        "GET %s HTTP/1.1|connection: TE, Close",
        "GET %s HTTP/1.1|Connection: close, TE|Connection: x",
        "GET %s HTTP/1.0|X: y",
        "GET %s/ HTTP/1.1|Connection: close",
        "GET %s?odd=1 HTTP/1.1|Connection: close",
        "HEAD %s HTTP/1.1|Connection: close",
      })
  void nothing_is_done_behind_a_request_that_closes_the_connection(String closing)
      throws IOException {
    try (Service service = service(TestDatabase.H2.fresh(), Map.of())) {
      String[] lines = closing.formatted(BALANCE).split("\\|");
      String headers = String.join("\r\n", List.of(lines).subList(1, lines.length)) + "\r\n";
      String received =
          received(
              service,
              List.of(
                  asked(service, lines[0], CLERK, headers, ""),
                  invoice(service, "A-1"),
                  invoice(service, "A-2")));
      assertThat(told(received)).hasSize(1);
      assertThat(routed).as("seen by the router").hasValue(1);
      assertThat(service.client().get(BALANCE).json().get("sequence").asLong()).isZero();
    }
  }

  @Test
  void nothing_is_done_behind_a_posting_that_closes_the_connection() throws IOException {
    try (Service service = service(TestDatabase.H2.fresh(), Map.of())) {
      String closing = invoice(service, "A-1").replaceFirst("\r\n", "\r\n" + CLOSE);
      String received = received(service, List.of(closing, invoice(service, "A-2")));
      assertThat(told(received)).containsExactly("201 1");
      assertThat(received.toLowerCase(Locale.ROOT)).contains("\r\nconnection: close\r\n");
      assertThat(routed).as("seen by the router").hasValue(1);
      Invariants.hold(service.database());
    }
  }
}
