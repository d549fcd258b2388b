package tradecredit.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.agreement.AccountId;
import tradecredit.posting.Lanes;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Client.Answer;
import tradecredit.support.HeldAccount;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/**
 * What is answered at the front door is answered as the router would, in the order in which it was
 * asked; what is not goes to the router, whole.
 */
class FrontDoorTest extends FrontDoorRig {

  private static final String INVOICES = Client.AUXER + "/invoices";

  private static final String LAST = Json.auxerInvoice("A-9", "2001-05-16", "1.00");

  /** As many as are under way and wait in a lane that holds four postings and lines. */
  private static final int ACCEPTED = 3;

  /** Says the same as none, and is not looked into at the door. */
  private static final String[] BY_THE_ROUTER = {"Accept", "application/json, */*"};

  private static final Pattern ANSWER =
      Pattern.compile(
          "HTTP/1\\.1 (\\d{3}) .*?x-request-id: (\\w+)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private int routedBy(Runnable asking) {
    int before = routed.get();
    asking.run();
    return routed.get() - before;
  }

  /** All that an answer says, but for what names the request and the second. */
  private static Map<String, List<String>> told(Answer answer) {
    Map<String, List<String>> told = new TreeMap<>();
    answer.response().headers().map().forEach((name, of) -> told.put(lower(name), of));
    assertThat(told.remove("x-request-id")).hasSize(1);
    assertThat(told.remove("date")).hasSize(1);
    told.put("status", List.of(Integer.toString(answer.status())));
    told.put("body", List.of(answer.text()));
    return told;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_poll_is_answered_at_the_door_as_the_router_would(TestDatabase kind) {
    try (Service service = service(kind.fresh(), Map.of())) {
      Client client = service.client();
      client.post(INVOICES, Json.auxerInvoice("A-1", "2001-05-16", "12.34"));
      Answer whole = client.get(BALANCE, BY_THE_ROUTER);
      String tag = whole.header("ETag").orElseThrow();
      Answer known = client.get(BALANCE, "Accept", BY_THE_ROUTER[1], "If-None-Match", tag);
      assertThat(List.of(whole.status(), known.status())).containsExactly(200, 304);

      assertThat(
              routedBy(
                  () -> {
                    assertThat(told(client.get(BALANCE))).isEqualTo(told(whole));
                    assertThat(told(client.get(BALANCE, "If-None-Match", "W/" + tag + ", \"x\"")))
                        .isEqualTo(told(known));
                    assertThat(client.get(BALANCE, "X-Request-Id", "mine").header("X-Request-Id"))
                        .contains("mine");
                  }))
          .as("seen by the router")
          .isZero();
      Invariants.hold(service.database());
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whoever_may_not_is_told_why_by_the_router_and_recorded_once(TestDatabase kind) {
    try (Service service = service(kind.fresh(), Map.of())) {
      Client client = service.client();
      Client altered = altered(client);
      Client none = client.with(null);
      Client other = client.as("operator-admin");
      assertThat(
              routedBy(
                  () -> {
                    assertThat(altered.get(BALANCE).status()).isEqualTo(401);
                    assertThat(altered.get(BALANCE).header("WWW-Authenticate")).isPresent();
                    assertThat(none.get(BALANCE).status()).isEqualTo(401);
                    assertThat(other.get(BALANCE).status()).isEqualTo(404);
                    assertThat(client.get(BALANCE + "?odd=1").status()).isEqualTo(400);
                    assertThat(client.get(BALANCE + "/").status()).isEqualTo(200);
                    assertThat(client.get("/v1/accounts/none/balance").status()).isEqualTo(404);
                    assertThat(client.send("HEAD", BALANCE, null, null).status()).isEqualTo(200);
                    assertThat(client.send("PUT", BALANCE, null, "{}").status()).isEqualTo(405);
                    assertThat(client.get(BALANCE, "Accept", "text/html").status()).isEqualTo(406);
                  }))
          .isEqualTo(10);
      Awaiting.until("a record of each attempt", () -> denied(client) >= 5);
      assertThat(denied(client)).isEqualTo(5);
      assertThat(client.as("kattosko-finance").get(BALANCE).status()).isEqualTo(200);
    }
  }

  /** With a key that differs from a good one in its last character. */
  private static Client altered(Client client) {
    return client.with(altered(client.key("auxer-telecom-clerk")));
  }

  private static int denied(Client client) {
    int denied = 0;
    for (var record :
        client.as("operator-admin").get("/v1/audit-records?limit=200").json().get("items")) {
      denied += record.get("outcome").asText().equals("denied") ? 1 : 0;
    }
    return denied;
  }

  @Test
  void the_port_for_management_has_no_front_door() throws IOException {
    try (Service service = service(TestDatabase.H2.fresh(), Map.of())) {
      int port = service.context().getRequiredProperty("endpoints.all.port", Integer.class);
      URI management = URI.create("http://127.0.0.1:" + port);
      assertThat(service.client().get(BALANCE).status()).isEqualTo(200);
      assertThat(routed).hasValue(0);
      try (RawHttp raw = new RawHttp(management)) {
        raw.send(request(service, "GET " + BALANCE, named(1, "p"), ""))
            .send(request(service, "GET /health", "Connection: close\r\n" + named(2, "h"), ""));
        assertThat(namesIn(raw.receiveAll())).containsExactly("404 p1", "200 h2");
      }
    }
  }

  @Test
  void whoever_polls_too_often_is_told_when_to_come_again() {
    try (Service service =
        service(
            TestDatabase.H2.fresh(),
            Map.of("tradecredit.access.requests", "3", "tradecredit.access.period", "1h"))) {
      Client client = service.client();
      assertThat(
              routedBy(
                  () -> {
                    for (int i = 0; i < 3; i++) {
                      assertThat(client.get(BALANCE).status()).isEqualTo(200);
                    }
                  }))
          .isZero();
      Answer tooOften = client.get(BALANCE);
      assertThat(tooOften.status()).isEqualTo(429);
      assertThat(tooOften.header("Retry-After")).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void what_is_sent_at_once_is_answered_in_its_order(TestDatabase kind) throws IOException {
    try (Service service = service(kind.fresh(), Map.of())) {
      String body = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
      String invoice =
          "Idempotency-Key: k-1\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length()
              + "\r\n";
      List<String> asked = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        asked.add(request(service, "GET " + BALANCE, named(i, "p"), ""));
        asked.add(request(service, "GET " + BALANCE, named(i, "q"), ""));
        asked.add(request(service, "GET /v1/accounts/none/balance", named(i, "n"), ""));
        asked.add(request(service, "POST " + INVOICES, named(i, "i") + invoice, body));
      }
      asked.add(request(service, "GET " + BALANCE, "Connection: close\r\n" + named(9, "p"), ""));
      String all = String.join("", asked);
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        expected.addAll(List.of("200 p" + i, "200 q" + i, "404 n" + i, "201 i" + i));
      }
      expected.add("200 p9");
      assertThat(answers(service, List.of(all))).isEqualTo(expected);
      assertThat(answers(service, List.of(all.split("(?s)(?<=\\G.{7})", -1)))).isEqualTo(expected);
      assertThat(service.client().get(BALANCE).json().get("sequence").asLong()).isEqualTo(1);
      Invariants.hold(service.database());
    }
  }

  private static String named(int number, String kind) {
    return "X-Request-Id: " + kind + number + "\r\n";
  }

  /** Status and name of each answer, as they came. */
  private static List<String> answers(Service service, List<String> parts) throws IOException {
    try (RawHttp raw = new RawHttp(service.client().base())) {
      for (String part : parts) {
        raw.send(part);
      }
      return namesIn(raw.receiveAll());
    }
  }

  private static List<String> namesIn(String received) {
    List<String> answers = new ArrayList<>();
    Matcher found = ANSWER.matcher(received);
    while (found.find()) {
      answers.add(found.group(1) + " " + found.group(2));
    }
    return answers;
  }

  @Test
  void a_posting_for_which_there_is_no_room_is_refused_unread() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    try (Service service = service(database, Map.of("tradecredit.posting.queue-capacity", "4"));
        HeldAccount held = new HeldAccount(database, "auxer-to-kattosko")) {
      Client client = service.client();
      List<CompletableFuture<Answer>> waiting = fillTheLane(service, held);

      Answer unread = client.post(INVOICES, "a-key", LAST);
      assertThat(unread.status()).isEqualTo(503);
      assertThat(unread.header("Retry-After")).contains("1");
      assertThat(unread.code()).isEqualTo("service-busy");
      assertThat(routed).as("seen by the router").hasValue(ACCEPTED);
      assertThat(told(client.send(FrontDoorTest::last, INVOICES))).isEqualTo(told(unread));
      assertThat(routed).hasValue(ACCEPTED + 1);
      assertThat(
              routedBy(
                  () -> {
                    assertThat(client.with(null).post(INVOICES, LAST).status()).isEqualTo(401);
                    assertThat(client.as("kattosko-clerk").post(INVOICES, LAST).status())
                        .isEqualTo(403);
                    assertThat(client.as("operator-admin").post(INVOICES, LAST).status())
                        .isEqualTo(404);
                    assertThat(altered(client).post(INVOICES, LAST).status()).isEqualTo(401);
                  }))
          .isEqualTo(4);
      assertThat(headFirst(service)).containsExactly("503 r1", "503 r2", "200 p3", "200 p4");
      assertThat(routed).as("but for the last").hasValue(ACCEPTED + 6);

      held.letGo();
      for (CompletableFuture<Answer> one : waiting) {
        assertThat(one.get(30, TimeUnit.SECONDS).status()).isEqualTo(201);
      }
      assertThat(client.post(INVOICES, "a-key", LAST).status()).isEqualTo(201);
      Invariants.hold(database);
    }
  }

  @Test
  void a_body_that_never_comes_behind_its_refusal_has_an_end() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    Map<String, String> bounds =
        Map.of("tradecredit.posting.queue-capacity", "4", "tradecredit.http.body-timeout", "300ms");
    try (Service service = service(database, bounds);
        HeldAccount held = new HeldAccount(database, "auxer-to-kattosko");
        RawHttp first = whole(service, 1)) {
      held.awaitWaiting();
      try (RawHttp second = whole(service, 2);
          RawHttp third = whole(service, 3);
          RawHttp raw = new RawHttp(service.client().base())) {
        awaitFull(service);
        raw.send(request(service, "POST " + INVOICES, named(4, "r") + ofLast(), ""));
        assertThat(namesIn(raw.receiveAll())).containsExactly("503 r4");
        held.letGo();
        for (RawHttp accepted : List.of(first, second, third)) {
          assertThat(accepted.receiveSome()).startsWith("HTTP/1.1 201");
        }
      }
      Invariants.hold(database);
    }
  }

  /** A connection on which a posting was sent, head and body at once. */
  private static RawHttp whole(Service service, int number) throws IOException {
    String body = Json.auxerInvoice("A-" + number, "2001-05-16", "1.00");
    String headers =
        "Idempotency-Key: k-%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
            .formatted(number, body.length());
    return new RawHttp(service.client().base())
        .send(request(service, "POST " + INVOICES, headers, body));
  }

  /**
   * A posting that is refused before its body is sent, and on the same connection another and two
   * polls.
   */
  private List<String> headFirst(Service service) throws IOException {
    try (RawHttp raw = new RawHttp(service.client().base())) {
      raw.send(request(service, "POST " + INVOICES, named(1, "r") + ofLast(), ""));
      StringBuilder received = new StringBuilder();
      while (!received.toString().contains("service-busy")) {
        received.append(raw.receiveSome());
      }
      raw.send(LAST)
          .send(request(service, "POST " + INVOICES, named(2, "r") + ofLast(), LAST))
          .send(request(service, "GET " + BALANCE, named(3, "p"), ""))
          .send(request(service, "GET " + BALANCE, "Connection: close\r\n" + named(4, "p"), ""));
      return namesIn(received.append(raw.receiveAll()).toString());
    }
  }

  /** Without saying how long it is, so that it is not all there at once. */
  private static void last(HttpRequest.Builder request) {
    request
        .method(
            "POST",
            HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(LAST)))
        .header("Idempotency-Key", "a-key")
        .header("Content-Type", "application/json");
  }

  private static String ofLast() {
    return "Idempotency-Key: a-key\r\nContent-Type: application/json\r\nContent-Length: "
        + LAST.length()
        + "\r\n";
  }

  /** One posting that waits for the account, and two behind it. */
  private List<CompletableFuture<Answer>> fillTheLane(Service service, HeldAccount held) {
    List<CompletableFuture<Answer>> waiting = new ArrayList<>();
    for (int i = 0; i < ACCEPTED; i++) {
      String invoice = Json.auxerInvoice("A-" + i, "2001-05-16", "1.00");
      waiting.add(Aside.ask(() -> service.client().post(INVOICES, invoice)));
      if (i == 0) {
        held.awaitWaiting();
      }
    }
    awaitFull(service);
    return waiting;
  }

  private static void awaitFull(Service service) {
    Lanes lanes = service.context().getBean(Lanes.class);
    AccountId account = new AccountId("auxer-to-kattosko");
    Awaiting.until("the lane is full", () -> !lanes.haveRoom(account, 2));
  }

  @Test
  void what_is_no_request_is_told_so_like_any_other_problem() throws IOException {
    try (Service service = service(TestDatabase.H2.fresh(), Map.of())) {
      String poll = request(service, "GET " + BALANCE, "", "");
      String pad = "x".repeat(20_000);
      assertMisread(service, "400", "invalid-request", "GET\r\n\r\n");
      assertMisread(service, "400", "invalid-request", "GET / HTTP/1.1\r\nA b: c\r\n\r\n");
      assertMisread(service, "414", "uri-too-long", "GET /" + pad + " HTTP/1.1\r\n\r\n");
      assertMisread(
          service,
          "431",
          "request-header-fields-too-large",
          "GET / HTTP/1.1\r\nA: " + pad + "\r\n\r\n");
      assertMisread(service, "400", "invalid-request", poll + "GET\r\n\r\n" + poll);
    }
  }

  /** Answered, with what stands before it, and closed; what comes after it is not looked at. */
  private static void assertMisread(Service service, String status, String code, String sent)
      throws IOException {
    try (RawHttp raw = new RawHttp(service.client().base())) {
      String told = raw.send(sent).receiveAll();
      String last = told.substring(told.lastIndexOf("HTTP/1.1 ")).toLowerCase(Locale.ROOT);
      assertThat(last)
          .startsWith("http/1.1 " + status)
          .contains("\"code\":\"" + code + "\"")
          .contains("\r\nx-request-id: ", "\r\nx-content-type-options: nosniff")
          .contains("\r\nconnection: close", "\r\ncontent-type: application/problem+json");
      assertThat(told.startsWith("HTTP/1.1 200")).isEqualTo(sent.startsWith("GET " + BALANCE));
    }
  }
}
