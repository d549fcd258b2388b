package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.runtime.graceful.GracefulShutdownManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** An answer that is more than the sockets hold, of which its client takes a little at a time. */
class LargeAnswersTest {

  private static final String PAGE = Client.AUXER + "/invoices?limit=200";
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)\r\n");

  /** More than the sockets of both sides hold. */
  private static final int LARGE = 6 << 20;

  private static final int SOME = 128 << 10;

  /** All of them on one page. */
  private static final Map<String, String> WHOLE = Map.of("tradecredit.inquiry.page-rows", "60000");

  /** Of long invoices, which all the tests read. */
  private static final TestDatabase.Fresh BOOK = TestDatabase.H2.fresh();

  private Service service;

  @BeforeAll
  static void post_the_long_invoices() {
    String rows =
        IntStream.range(0, 60_000)
            .mapToObj(row -> "A-%d,2001-05-16,auxer-direct,0.01,1,0,\n".formatted(row / 1000))
            .collect(Collectors.joining());
    String file = "number,invoiceDate,product,faceValue,quantity,discount,memo\n" + rows;
    try (Service patient = Service.on(BOOK, WHOLE)) {
      Answer imported =
          patient
              .client()
              .send(
                  "POST", Client.AUXER + "/invoices/import", "k", file, "Content-Type", "text/csv");
      assertThat(imported.json().get("accepted").asInt()).isEqualTo(60_000);
      assertThat(patient.client().get(PAGE).status()).isEqualTo(200);
    }
  }

  @BeforeEach
  void start() {
    service = withIdleTimeout("2s");
  }

  private static Service withIdleTimeout(String timeout) {
    return Service.on(
        BOOK,
        Map.of(
            "tradecredit.inquiry.page-rows", "60000",
            "micronaut.server.idle-timeout", timeout,
            "micronaut.lifecycle.graceful-shutdown.grace-period", "20s"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Socket asking(String path) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(16 << 10);
    socket.setSoTimeout(20_000);
    socket.connect(
        new InetSocketAddress(
            service.client().base().getHost(), service.client().base().getPort()));
    String request =
        "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, service.client().key("auxer-telecom-clerk"));
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Takes the beginning of an answer; how much of its body is still to come. */
  private static long begin(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    String begin = new String(in.readNBytes(4096), StandardCharsets.ISO_8859_1);
    Matcher length = LENGTH.matcher(begin);
    assertThat(length.find()).as(begin).isTrue();
    long missing = Long.parseLong(length.group(1)) + begin.indexOf("\r\n\r\n") + 4 - begin.length();
    assertThat(missing).isGreaterThan(LARGE);
    return missing;
  }

  /** How much of what is still to come is missing when the other side closes or all is there. */
  private static long missingFrom(Socket socket, long toCome) throws Exception {
    InputStream in = socket.getInputStream();
    long missing = toCome;
    int read = SOME;
    while (missing > 0 && read == SOME) {
      read = in.readNBytes((int) Math.min(SOME, missing)).length;
      missing -= read;
      TimeUnit.MILLISECONDS.sleep(60);
    }
    return missing;
  }

  @Test
  void who_takes_it_slowly_is_not_idle() throws Exception {
    try (Socket slow = asking(PAGE)) {
      assertThat(missingFrom(slow, begin(slow))).isZero();
    }
  }

  /** Within twice the idle timeout, which has to be short beside the time for which it stops. */
  @Test
  void who_stops_taking_it_is_idle() throws Exception {
    service.close();
    service = withIdleTimeout("1s");
    try (Socket stopped = asking(PAGE)) {
      stopped.getInputStream().readNBytes(4096);
      TimeUnit.SECONDS.sleep(5);
      long left = stopped.getInputStream().transferTo(OutputStream.nullOutputStream());
      assertThat(left).as("what was in the sockets").isLessThan(LARGE);
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }

  @Test
  void who_sends_a_little_now_and_then_and_takes_nothing_is_idle_too() throws Exception {
    try (Socket stubborn = asking(PAGE)) {
      OutputStream out = stubborn.getOutputStream();
      out.write(
          "POST /v1/nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(
              () -> {
                for (int sent = 0; sent < 50; sent++) {
                  TimeUnit.MILLISECONDS.sleep(300);
                  out.write('x');
                }
              })
          .as("closed within 15 seconds")
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void a_service_that_stops_sends_the_rest_of_it() throws Exception {
    try (Socket slow = asking(PAGE)) {
      long toCome = begin(slow);
      service.context().getBean(GracefulShutdownManager.class).shutdownGracefully();
      assertThat(missingFrom(slow, toCome)).isZero();
      assertThat(slow.getInputStream().read()).as("closed behind it").isNegative();
    }
  }
}
