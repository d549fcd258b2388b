package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Requests that no client library would send. */
class SmugglingTest {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
  private static final String INVOICES = Client.AUXER + "/invoices";

  private Service service;
  private String auth;
  private String body;

  @BeforeEach
  void start() {
    service = Service.on(TestDatabase.H2.fresh(), Map.of("micronaut.server.idle-timeout", "2s"));
    auth = "Authorization: Bearer " + service.client().key("auxer-telecom-clerk") + "\r\n";
    body = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
  }

  @AfterEach
  void nothing_was_posted_and_it_still_serves() {
    assertThat(service.client().get(Client.AUXER + "/balance").json().get("sequence").asLong())
        .isZero();
    Invariants.hold(service.database());
    service.close();
  }

  private List<Integer> send(String... parts) throws IOException {
    try (RawHttp raw = new RawHttp(service.client().base())) {
      for (String part : parts) {
        raw.send(part);
      }
      String answers = raw.receiveAll();
      List<Integer> statuses = new ArrayList<>();
      Matcher found = STATUS.matcher(answers);
      while (found.find()) {
        statuses.add(Integer.valueOf(found.group(1)));
      }
      assertThat(answers).doesNotContain("netty", "micronaut", "Micronaut", "java.", "jdbc");
      return statuses;
    }
  }

  private String post(String headers) {
    return "POST "
        + INVOICES
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIdempotency-Key: k\r\n"
        + "Content-Type: application/json\r\n"
        + headers;
  }

  @Test
  void two_authorizations_are_none() throws IOException {
    String other = "Authorization: Bearer " + service.client().key("kattosko-clerk") + "\r\n";
    String length = "Content-Length: " + body.length() + "\r\n\r\n" + body;
    assertThat(send(post(auth + other + length))).containsExactly(401);
    assertThat(send(post(other + auth + length))).containsExactly(401);
    assertThat(send(post(auth + auth + length))).containsExactly(401);
  }

  @Test
  void a_body_with_two_lengths_is_not_read() throws IOException {
    String hidden = "GET /v1/accounts HTTP/1.1\r\nHost: localhost\r\n" + auth + "\r\n";
    assertThat(
            send(
                post(
                    auth
                        + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                        + hidden)))
        .allMatch(status -> status == 400)
        .hasSizeLessThanOrEqualTo(1);
    assertThat(send(post(auth + "Content-Length: 2\r\nContent-Length: 500\r\n\r\n{}")))
        .containsExactly(400);
    assertThat(send(post(auth + "Content-Length: -1\r\n\r\n{}"))).containsExactly(400);
    assertThat(send(post(auth + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")))
        .allMatch(status -> (status >= 400 && status < 500) || status == 501);
  }

  /** RFC 9112, section 6.3: else the next server in a row takes what is hidden for a request. */
  @Test
  void a_body_whose_end_is_not_told_hides_no_request() throws IOException {
    String hidden = "GET /v1/accounts HTTP/1.1\r\nHost: localhost\r\n" + auth + "\r\n";
    for (String coding :
        List.of(
            "xchunked",
            "identity",
            "gzip",
            "\"chunked\"",
            "chunked;q=1",
            "chunked, chunked",
            "x\r\nContent-Length: 0",
            "chunked\r\nTransfer-Encoding: x")) {
      String head = auth + "Transfer-Encoding: " + coding + "\r\n\r\n";
      assertThat(send(post(head) + hidden)).as(coding).containsExactly(400);
      String poll = "GET " + Client.AUXER + "/balance HTTP/1.1\r\nHost: localhost\r\n" + head;
      assertThat(send(poll + hidden)).as("poll: %s", coding).containsExactly(400);
    }
  }

  @Test
  void a_body_of_two_media_types_or_of_none_is_not_taken() throws IOException {
    String rest = auth + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    assertThat(send(post("Content-Type: text/csv\r\n" + rest))).containsExactly(415);
    for (String type : List.of("x", ";", ",", "application")) {
      String untyped = post("").replace("application/json", type);
      assertThat(send(untyped + rest)).as(type).containsExactly(415);
    }
  }

  /** RFC 9112, section 3.2. */
  @Test
  void a_request_has_one_host() throws IOException {
    String end = "Connection: close\r\n" + auth + "\r\n";
    for (String path : List.of(Client.AUXER + "/balance", "/v1/accounts")) {
      String get = "GET " + path + " HTTP/1.1\r\n";
      assertThat(send(get + end)).containsExactly(400);
      assertThat(send(get + "Host: a\r\nHost: a\r\n" + end)).containsExactly(400);
      for (String host : List.of("a b", "a/<c>", "a@b", "[::1", "a:b", "a:1:2", "[::1]x")) {
        assertThat(send(get + "Host: " + host + "\r\n" + end)).as(host).containsExactly(400);
      }
      for (String host : List.of("", "a", "a.example:8080", "127.0.0.1:", "[::1]:80", "%41-_~!")) {
        assertThat(send(get + "Host: " + host + "\r\n" + end))
            .as(host)
            .allMatch(status -> status != 400)
            .hasSize(1);
      }
    }
    assertThat(send("GET /v1/accounts HTTP/1.0\r\n" + end)).hasSize(1).doesNotContain(400);
  }

  /** RFC 9110, section 6.2. */
  @Test
  void no_version_is_spoken_but_1_1() throws IOException {
    String end = " HTTP/%s\r\nHost: localhost\r\nConnection: close\r\n" + auth + "\r\n";
    for (String path : List.of(Client.AUXER + "/balance", "/v1/accounts")) {
      assertThat(send("GET " + path + end.formatted("9.9"))).containsExactly(505);
      assertThat(send("GET " + path + end.formatted("2.0"))).containsExactly(505);
      assertThat(send("GET " + path + end.formatted("0.9"))).containsExactly(505);
      assertThat(send("GET " + path + end.formatted("1.2"))).doesNotContain(400, 505).hasSize(1);
    }
  }

  @Test
  void headers_that_claim_to_be_someone_else_mean_nothing() throws IOException {
    String length = "Content-Length: " + body.length() + "\r\n\r\n" + body;
    for (String header :
        List.of(
            "X-HTTP-Method-Override: GET",
            "X-Forwarded-User: operator",
            "X-Original-URL: /health",
            "X-Rewrite-URL: /health",
            "Proxy-" + auth.strip(),
            "Cookie: JWT=x; " + auth.strip())) {
      assertThat(send(post(header + "\r\n" + length))).as(header).containsExactly(401);
    }
  }

  @Test
  void paths_that_lead_round_the_door_lead_nowhere() throws IOException {
    for (String path :
        List.of(
            "/health/..%2f.." + INVOICES,
            "/docs/../v1/accounts",
            "//v1/accounts",
            "/v1//accounts",
            "/V1/accounts",
            "/v1/accounts;x=/health",
            "/v1/accounts/%61uxer-to-kattosko/balance",
            "/v1/accounts/auxer-to-kattosko%00/balance",
            "/v1/accounts/auxer-to-kattosko/../kattosko-to-seller/balance",
            "http://localhost/v1/accounts")) {
      assertThat(send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
          .as(path)
          .allMatch(status -> status >= 400 && status < 500)
          .isNotEmpty();
    }
  }

  @Test
  void a_megabyte_of_headers_is_cut_off() throws IOException {
    assertThat(send(post(auth + "X-Filler: " + "x".repeat(1 << 20) + "\r\n\r\n")))
        .allMatch(status -> status >= 400 && status < 500);
    assertThat(send(post("Authorization: Bearer " + "x".repeat(15_000) + "\r\n\r\n")))
        .containsExactly(401);
    assertThat(send("GET /" + "x".repeat(1 << 20) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .allMatch(status -> status >= 400 && status < 500);
  }

  @Test
  void a_body_that_never_comes_holds_no_place_for_ever() throws IOException {
    assertThat(send(post(auth + "Content-Length: " + body.length() + "\r\n\r\n"), "{\"number\":"))
        .noneMatch(status -> status < 400 || status == 500);
  }
}
