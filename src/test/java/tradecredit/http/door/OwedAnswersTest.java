package tradecredit.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
}
