package tradecredit.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradecredit.agreement.AccountId;
import tradecredit.posting.Lanes;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** An answer that is owed comes, whatever comes behind its request and however long it takes. */
class OwedAnswersTest extends FrontDoorRig {

  private static final String HELD = "auxer-to-kattosko";
  private static final String INVOICES = Client.AUXER + "/invoices";
  private static final String PAD = "x".repeat(20_000);

  private static String post(Service service, String path, String type, String key, String body) {
    String headers =
        "Idempotency-Key: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
            .formatted(key, type, body.length());
    return request(service, "POST " + path, headers, body);
  }

  private static String invoice(Service service, int number) {
    String body = Json.auxerInvoice("A-" + number, "2001-05-16", "1.00");
    return post(service, INVOICES, "application/json", "k-" + number, body);
  }

  @Test
  void what_is_no_request_is_told_so_behind_it_as_anywhere() throws IOException, SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service service = service(database, Map.of())) {
      String line = "GET /" + PAD + " HTTP/1.1\r\n\r\n";
      String headers = "GET / HTTP/1.1\r\nA: " + PAD + "\r\n\r\n";
      assertMisread(service, 1, line, "414", "uri-too-long");
      assertMisread(service, 2, headers, "431", "request-header-fields-too-large");
      assertMisread(service, 3, "GET\r\n\r\n", "400", "invalid-request");
      Invariants.hold(database);
    }
  }

  private static void assertMisread(
      Service service, int number, String noRequest, String status, String code)
      throws IOException, SQLException {
    try (HeldAccount held = new HeldAccount(service.database(), HELD);
        RawHttp raw = new RawHttp(service.client().base())) {
      raw.send(invoice(service, number) + noRequest);
      held.awaitWaiting();
      held.letGo();
      String told = raw.receiveAll();
      assertThat(told).startsWith("HTTP/1.1 201");
      assertThat(told.substring(told.lastIndexOf("HTTP/1.1 ")).toLowerCase(Locale.ROOT))
          .startsWith("http/1.1 " + status)
          .contains("\"code\":\"" + code + "\"", "\"status\":" + status, "\"instance\":\"/\"")
          .contains("\r\nx-request-id: ", "\r\nx-content-type-options: nosniff")
          .contains("\r\nconnection: close", "\r\ncontent-type: application/problem+json");
    }
  }

  @Test
  void a_connection_is_not_idle_while_a_posting_on_it_waits() throws IOException, SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    Map<String, String> settings =
        Map.of(
            "micronaut.server.idle-timeout", "1s", "tradecredit.posting.answer-timeout", "3500ms");
    try (Service service = service(database, settings);
        HeldAccount held = new HeldAccount(database, HELD);
        RawHttp raw = new RawHttp(service.client().base())) {
      raw.send(invoice(service, 1));
      held.awaitWaiting();
      assertThat(raw.receiveAll()).as("all until it is idle").startsWith("HTTP/1.1 503");
    }
  }

  @Test
  void it_is_idle_after_all_once_the_posting_has_waited_as_long_as_an_import_may_take()
      throws IOException, SQLException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    Map<String, String> settings =
        Map.of("micronaut.server.idle-timeout", "1s", "tradecredit.http.import-timeout", "1500ms");
    try (Service service = service(database, settings);
        HeldAccount held = new HeldAccount(database, HELD);
        RawHttp raw = new RawHttp(service.client().base())) {
      raw.send(invoice(service, 1));
      held.awaitWaiting();
      assertThat(raw.receiveAll()).as("closed long before it would be answered").isEmpty();
    }
    Invariants.hold(database);
  }

  /** Of the longer file not all is read before the lane has room. */
  @ParameterizedTest
  @ValueSource(ints = {1, 8_000})
  void a_connection_is_not_idle_while_a_file_on_it_waits_for_a_full_lane(int rows)
      throws IOException, SQLException, InterruptedException {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    Map<String, String> settings =
        Map.of("micronaut.server.idle-timeout", "1s", "tradecredit.posting.queue-capacity", "4");
    String file =
        "number,invoiceDate,product,faceValue,quantity,discount,memo\n"
            + "F-1,2001-05-16,auxer-direct,1.00,1,0,\n"
            + "F-2,2001-05-16,auxer-direct,1.00,1,0,\n".repeat(rows);
    try (Service service = service(database, settings);
        HeldAccount held = new HeldAccount(database, HELD);
        RawHttp raw = new RawHttp(service.client().base())) {
      List<RawHttp> before = fillTheLane(service, held);
      raw.send(post(service, INVOICES + "/import", "text/csv", "f", file));
      TimeUnit.MILLISECONDS.sleep(3500);
      held.letGo();
      assertThat(raw.receiveSome()).startsWith("HTTP/1.1 200");
      for (RawHttp one : before) {
        assertThat(one.receiveSome()).startsWith("HTTP/1.1 201");
        one.close();
      }
      Invariants.hold(database);
    }
  }

  /** One posting that waits for the account, and two behind it. */
  private static List<RawHttp> fillTheLane(Service service, HeldAccount held) throws IOException {
    List<RawHttp> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiting.add(new RawHttp(service.client().base()).send(invoice(service, i)));
      if (i == 0) {
        held.awaitWaiting();
      }
    }
    Lanes lanes = service.context().getBean(Lanes.class);
    Awaiting.until("the lane is full", () -> !lanes.haveRoom(new AccountId(HELD), 2));
    return waiting;
  }

  @Test
  void a_connection_is_idle_while_its_client_owes_the_rest_of_a_body() throws IOException {
    try (Service service =
            service(TestDatabase.H2.fresh(), Map.of("micronaut.server.idle-timeout", "1s"));
        RawHttp raw = new RawHttp(service.client().base())) {
      String whole = invoice(service, 1);
      raw.send(whole.substring(0, whole.length() - 1));
      assertThat(raw.receiveAll()).as("closed within RawHttp's patience").isEmpty();
    }
  }
}
