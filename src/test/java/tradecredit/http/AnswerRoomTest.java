package tradecredit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.Invariants;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * Answers hold room until their clients have taken them: who leaves theirs takes their own side's,
 * and nobody else's.
 */
class AnswerRoomTest {

  private static final String INVOICES = Client.KATTOSKO + "/invoices";
  private static final String PAGE = INVOICES + "?limit=200";
  private static final String ONE = INVOICES + "?limit=1";
  private static final String NONE = INVOICES + "?status=paid";

  /** More than the sockets of both sides hold. */
  private static final int LARGE = 6 << 20;

  /** More pages of six megabytes than a half of a hundredth of the tests' heap has room for. */
  private static final int TOO_MANY = 12;

  /** More than there is room for at once, of lists that are asked for. */
  private static final int OFTEN = 40;

  private static final TestDatabase.Fresh BOOK = TestDatabase.H2.fresh();

  private Service service;

  @BeforeAll
  static void post_a_page_and_a_batch() {
    String rows =
        IntStream.range(0, 60_000)
            .mapToObj(row -> "K-%d,2001-05-16,original,0.01,1,0,\n".formatted(row / 1000))
            .collect(Collectors.joining());
    String file = "number,invoiceDate,product,faceValue,quantity,discount,memo\n" + rows;
    Map<String, String> patient = Map.of("tradecredit.posting.answer-timeout", "5m");
    try (Service roomy = Service.on(BOOK, patient)) {
      Client clerk = roomy.client().as("kattosko-clerk");
      String path = INVOICES + "/import";
      assertThat(clerk.send("POST", path, "f", file, "Content-Type", "text/csv").status())
          .isEqualTo(200);
      Answer batch = clerk.post(INVOICES + "/batch", "b", batch());
      assertThat(batch.status()).isEqualTo(200);
      assertThat(batch.json().get("accepted").asInt()).isEqualTo(10_000);
      assertThat(batch.bytes()).hasSizeGreaterThan(LARGE);
    }
  }

  private static String batch() {
    return IntStream.range(0, 10_000)
        .mapToObj(
            i ->
                """
                {"number":"B-%d","invoiceDate":"2001-05-16","lines":[
                  {"product":"original","faceValue":"0.01","quantity":1,"discount":"0"},
                  {"product":"original","faceValue":"0.01","quantity":1,"discount":"0"}]}"""
                    .formatted(i))
        .collect(Collectors.joining(",", "{\"mode\":\"independent\",\"invoices\":[", "]}"));
  }

  @BeforeEach
  void start() {
    service =
        Service.on(
            BOOK,
            Map.of(
                "tradecredit.inquiry.page-rows", "60000",
                "tradecredit.http.bodies-share", "1"));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Socket asked(String method, String path, String body) throws IOException {
    Socket socket = connected();
    send(socket, head(method, path, "", body) + body);
    return socket;
  }

  /** Asks first whether to go on with the body, and is told to. */
  private Socket askedFirst(String method, String path, String body) throws IOException {
    Socket socket = connected();
    send(socket, head(method, path, "Expect: 100-continue\r\n", body));
    InputStream in = socket.getInputStream();
    StringBuilder told = new StringBuilder();
    // To the end of the empty line behind its head, and no further.
    for (int next = in.read(); next >= 0 && !told.toString().endsWith("\r\n\r"); next = in.read()) {
      told.append((char) next);
    }
    assertThat(told.toString()).startsWith("HTTP/1.1 100 ");
    send(socket, body);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private Socket connected() throws IOException {
    URI base = service.client().base();
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
    return socket;
  }

  private String head(String method, String path, String more, String body) {
    return """
        %s %s HTTP/1.1\r
        Host: x\r
        Authorization: Bearer %s\r
        Idempotency-Key: b\r
        Content-Type: application/json\r
        Content-Length: %d\r
        %s\r
        """
        .formatted(method, path, service.client().key("kattosko-clerk"), body.length(), more);
  }

  private Answer another() {
    return service.client().as("kattosko-clerk").get(ONE);
  }

  private void awaitRoom() {
    Awaiting.until("there is room again", () -> another().status() == 200);
  }

  private boolean allAreAnswered() {
    return IntStream.range(0, OFTEN).allMatch(any -> another().status() == 200);
  }

  @ParameterizedTest
  @CsvSource({"GET, ?limit=200, false", "POST, /batch, false", "POST, /batch, true"})
  void answers_that_one_side_leaves_take_its_own_room_and_keep_no_other_out(
      String method, String path, boolean first) throws Exception {
    String body = method.equals("POST") ? batch() : "";
    String target = INVOICES + path;
    List<Socket> left = new ArrayList<>();
    while (another().status() == 200 && left.size() < TOO_MANY) {
      Socket socket = first ? askedFirst(method, target, body) : asked(method, target, body);
      left.add(socket);
      assertThat(socket.getInputStream().readNBytes(9)).asString().startsWith("HTTP/1.1 ");
    }

    assertThat(left).hasSizeBetween(2, TOO_MANY - 1);
    Answer refused = another();
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isPresent();
    assertThat(refused.json().get("code").asText()).isEqualTo("service-busy");
    Client other = service.client().as("auxer-telecom-finance");
    Answer page = other.get(PAGE);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.bytes()).hasSizeGreaterThan(LARGE);
    assertThat(service.client().as("kattosko-clerk").get(Client.KATTOSKO + "/balance").status())
        .isEqualTo(200);
    assertThat(service.client().get("/health").status()).isEqualTo(200);

    for (Socket socket : left) {
      socket.close();
    }
    awaitRoom();
    Invariants.hold(service.database());
  }

  @Test
  void an_answer_that_is_taken_late_gives_its_room_back_then() throws Exception {
    List<Socket> left = new ArrayList<>();
    while (another().status() == 200 && left.size() < TOO_MANY) {
      Socket socket = asked("GET", PAGE, "");
      left.add(socket);
      socket.getInputStream().readNBytes(9);
    }
    assertThat(another().status()).isEqualTo(503);
    for (Socket socket : left) {
      assertThat(socket.getInputStream().readNBytes(LARGE)).hasSize(LARGE);
    }
    awaitRoom();
    for (Socket socket : left) {
      socket.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, ?limit=1, 200",
    "HEAD, ?limit=1, 200",
    "GET, ?limit=0, 400",
    "GET, ?cursor=x, 400",
    "GET, /nothing, 404",
    "POST, ?x=1, 400",
    "POST, /batch, 400",
    "PUT, , 405"
  })
  void whatever_the_answer_is_its_room_is_given_back(String method, String path, int status)
      throws Exception {
    Client clerk = service.client().as("kattosko-clerk");
    String target = INVOICES + (path == null ? "" : path);
    String body = method.startsWith("P") ? "x".repeat(900_000) : null;
    for (int i = 0; i < OFTEN; i++) {
      assertThat(clerk.send(method, target, "k", body, "Content-Type", "application/json").status())
          .isEqualTo(status);
    }
    awaitRoom();
  }

  @Test
  void who_leaves_before_the_answer_is_there_gives_its_room_back() throws Exception {
    for (int i = 0; i < OFTEN; i++) {
      asked("GET", PAGE, "").close();
    }
    // Some of them may be read only after a first of these was answered.
    Awaiting.until("there is room for all again", this::allAreAnswered);
  }

  @Test
  void requests_that_are_sent_at_once_on_one_connection_each_give_their_room_back()
      throws Exception {
    String request =
        "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(NONE, service.client().key("kattosko-clerk"));
    try (RawHttp raw = new RawHttp(service.client().base())) {
      StringBuilder answers = new StringBuilder();
      for (int i = 1; i <= OFTEN; i++) {
        raw.send(request.repeat(2));
        while (answers.toString().split("HTTP/1.1 200 ", -1).length <= 2 * i) {
          answers.append(raw.receiveSome());
          assertThat(answers.toString()).doesNotContain("HTTP/1.1 503 ");
        }
      }
    }
    awaitRoom();
  }
}
