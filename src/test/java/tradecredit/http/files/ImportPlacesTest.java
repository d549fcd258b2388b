package tradecredit.http.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** An import has its place until its answer is taken, or nobody takes it any more. */
class ImportPlacesTest {

  private static final String IMPORT = Client.AUXER + "/invoices/import";
  private static final String HEADER =
      "number,invoiceDate,product,faceValue,quantity,discount,memo\n";

  /** Its answer is more than the sockets of both sides hold. */
  private static final String LARGE = HEADER + "A\n".repeat(60_000);

  private static final String SMALL = HEADER + "A-1,2001-05-16,auxer-direct,1.00,1,0,\n";
  private static final int PLACES = 2;

  private static Service service() {
    return Service.on(
        TestDatabase.H2.fresh(), Map.of("tradecredit.http.imports", String.valueOf(PLACES)));
  }

  private static Answer imports(Service service, String csv) {
    return service.client().send("POST", IMPORT, "k", csv, "Content-Type", "text/csv");
  }

  /** Sends a file and reads the beginning of its answer. */
  private static Socket unread(Service service) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(16 << 10);
    socket.setSoTimeout(20_000);
    socket.connect(
        new InetSocketAddress(
            service.client().base().getHost(), service.client().base().getPort()));
    String request =
        "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nIdempotency-Key: k\r\nContent-Type: text/csv\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(IMPORT, service.client().key("auxer-telecom-clerk"), LARGE.length(), LARGE);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    assertThat(new String(in.readNBytes(1024), StandardCharsets.US_ASCII))
        .startsWith("HTTP/1.1 200 ");
    return socket;
  }

  @Test
  void answers_that_are_not_taken_hold_their_places_until_their_connections_are_gone()
      throws IOException {
    try (Service service = service()) {
      for (int round = 0; round <= PLACES; round++) {
        try (Socket one = unread(service);
            Socket other = unread(service)) {
          assertThat(one.isConnected() && other.isConnected()).isTrue();
          assertThat(imports(service, SMALL).status()).isEqualTo(503);
        }
        Awaiting.until("a place", () -> imports(service, SMALL).status() == 200);
        Awaiting.until("the other", () -> bothPlacesAreFree(service));
      }
    }
  }

  private static boolean bothPlacesAreFree(Service service) {
    try (Socket one = unread(service)) {
      return one.isConnected() && imports(service, SMALL).status() == 200;
    } catch (IOException | AssertionError busy) {
      return false;
    }
  }

  @Test
  void an_answer_that_is_taken_gives_its_place_back() throws IOException {
    try (Service service = service();
        Socket one = unread(service)) {
      assertThat(one.isConnected()).isTrue();
      for (int round = 0; round <= PLACES; round++) {
        assertThat(imports(service, LARGE).json().get("refused").asInt()).isEqualTo(60_000);
        assertThat(imports(service, "no header").status()).isEqualTo(400);
      }
    }
  }
}
