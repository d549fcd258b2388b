package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Invariants;
import tradecredit.support.Json;
import tradecredit.support.RawHttp;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;

/** Bodies that are large, slow, or outlive the key they came with. */
class BodiesTest {

  private static final String INVOICES = Client.AUXER + "/invoices";
  private static final String DAY = "2001-05-16";

  /** So long a key's proof is taken for fresh, and as long again. */
  private static final int NOT_FRESH_MILLIS = 400;

  private static String head(Client client, String owner, String path, String headers) {
    return headBy(client.key(owner), path, headers);
  }

  private static String headBy(String key, String path, String headers) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer %s\r\nIdempotency-Key: k\r\n%s\r\n"
        .formatted(path, key, headers);
  }

  @Test
  void a_body_that_is_too_large_is_refused_by_its_length() throws IOException {
    try (Service service = Service.on(TestDatabase.H2);
        RawHttp raw = new RawHttp(service.client().base())) {
      raw.send(
          head(
              service.client(),
              "kattosko-finance",
              Client.AUXER + "/credit-checks",
              "Content-Type: application/json\r\nContent-Length: 16000000\r\n"));
      assertThat(raw.receiveAll()).startsWith("HTTP/1.1 413 ").contains("content-too-large");
    }
  }

  @Test
  void a_batch_that_is_too_large_is_refused_by_its_length_and_told_the_bound() throws IOException {
    try (Service service = Service.on(TestDatabase.H2);
        RawHttp raw = new RawHttp(service.client().base())) {
      raw.send(
          head(
              service.client(),
              "auxer-telecom-clerk",
              INVOICES + "/batch",
              "Content-Type: application/json\r\nContent-Length: 17000000\r\n"));
      assertThat(raw.receiveAll())
          .startsWith("HTTP/1.1 413 ")
          .contains("A batch has at most 16777216 bytes; this one has 17000000.");
    }
  }

  /** Nobody reads it, so it is not what is wrong. */
  @ParameterizedTest
  @CsvSource({
    "/invoices/import, application/json, application/json, 415",
    "/invoices/import, application/vnd.ms-excel, application/json, 415",
    "/invoices/batch, text/csv, application/json, 415",
    "/invoices, application/json, text/html, 406",
    "/invoices/batch/x, application/json, application/json, 404",
    "/balance, application/json, application/json, 405"
  })
  void a_large_body_that_no_operation_takes_is_not_what_is_told(
      String path, String type, String accepted, int status) throws IOException {
    try (Service service = Service.on(TestDatabase.H2);
        RawHttp raw = new RawHttp(service.client().base())) {
      String headers =
          "Content-Type: %s\r\nAccept: %s\r\nContent-Length: 20000000\r\n"
              .formatted(type, accepted);
      String head = head(service.client(), "auxer-telecom-clerk", Client.AUXER + path, headers);
      assertThat(raw.send(head).receiveAll()).startsWith("HTTP/1.1 " + status + " ");
    }
  }

  @Test
  void a_chunked_body_that_is_there_with_its_head_counts_as_long_as_it_is() throws IOException {
    try (Service service =
            Service.on(
                TestDatabase.H2.fresh(),
                // There is no room for the longest body: so none is let in that counts as one.
                Map.of(
                    "micronaut.server.max-request-buffer-size",
                    "1000MB",
                    "tradecredit.http.bodies-share",
                    "1"));
        RawHttp whole = new RawHttp(service.client().base());
        RawHttp trickling = new RawHttp(service.client().base())) {
      String chunked = "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n";
      String head = head(service.client(), "auxer-telecom-clerk", INVOICES, chunked);
      String invoice = Json.auxerInvoice("A-1", DAY, "1.00");
      whole.send(head + "%x\r\n%s\r\n0\r\n\r\n".formatted(invoice.length(), invoice));
      trickling.send(head + "1\r\n{\r\n");
      assertThat(whole.receiveAll()).startsWith("HTTP/1.1 201 ");
      assertThat(trickling.receiveAll()).startsWith("HTTP/1.1 503 ");
      Invariants.hold(service.database());
    }
  }

  @Test
  void bodies_that_are_held_open_take_no_more_than_their_share_and_give_it_back()
      throws IOException {
    try (Service service =
        Service.on(
            TestDatabase.H2.fresh(),
            Map.of(
                "tradecredit.http.bodies-share",
                "1",
                "tradecredit.http.bodies-share-per-party",
                "100",
                "tradecredit.http.body-timeout",
                "6s"))) {
      Client client = service.client();
      long share = Runtime.getRuntime().maxMemory() / 100;
      int fit = (int) (share / 15_000_000);
      List<RawHttp> held = new ArrayList<>();
      for (int i = 0; i <= fit; i++) {
        RawHttp raw = new RawHttp(client.base());
        held.add(
            raw.send(
                head(
                    client,
                    "auxer-telecom-clerk",
                    INVOICES + "/batch",
                    "Content-Type: application/json\r\nContent-Length: 15000000\r\n")));
        raw.send("{");
      }
      assertThat(client.get(Client.AUXER + "/balance").status()).isEqualTo(200);
      int refused = 0;
      for (RawHttp raw : held) {
        String answer = raw.receiveAll();
        refused += answer.startsWith("HTTP/1.1 503 ") ? 1 : 0;
        assertThat(answer.isEmpty() || answer.contains("Retry-After")).as(answer).isTrue();
      }
      assertThat(refused).as("of %d bodies, those for which there was no room", fit + 1).isOne();
      awaitRoom(service, share);
      Invariants.hold(service.database());
    }
  }

  @Test
  void bodies_that_one_side_holds_open_keep_no_other_out() throws IOException {
    try (Service service =
        Service.on(
            TestDatabase.H2.fresh(),
            Map.of(
                "tradecredit.http.bodies-share",
                "1",
                "micronaut.server.max-request-buffer-size",
                "2MB"))) {
      Client client = service.client();
      String ofItsLength = "Content-Type: application/json\r\nContent-Length: 1000000\r\n";
      String path = Client.KATTOSKO + "/credit-checks";
      List<RawHttp> held = new ArrayList<>();
      boolean full = false;
      while (!full) {
        RawHttp raw = new RawHttp(client.base());
        held.add(raw.send(head(client, "auxer-telecom-finance", path, ofItsLength) + "{"));
        full = client.as("auxer-telecom-finance").post(path, longCheck()).status() == 503;
      }
      assertThat(held).hasSizeGreaterThan(1);
      assertThat(ofTheSameGroup(client).post(path, longCheck()).status()).isEqualTo(503);
      String invoice = Json.kattoskoInvoice("K-1", DAY, "1.00");
      assertThat(client.post(Client.KATTOSKO + "/invoices", invoice).status()).isEqualTo(201);
      for (RawHttp raw : held) {
        raw.close();
      }
      Invariants.hold(service.database());
    }
  }

  /** CT Industries, which is of Seller as Auxer Telecom is. */
  private static Client ofTheSameGroup(Client client) {
    return client.with(
        client
            .post("/v1/api-keys", "{\"party\":\"ct-industries\",\"roles\":[\"finance\"]}")
            .json()
            .get("key")
            .asText());
  }

  /** No less than what is held, so that there is no room for it once there is none for them. */
  private static String longCheck() {
    return " ".repeat(1_000_000) + "{}";
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /invoices/batch, application/json, 10000000, 400",
    "POST, /invoices, application/json, 1000000, 400",
    "POST, /invoices/batch, text/plain, 1000000, 415",
    "POST, /nothing-here, application/json, 1000000, 404",
    "PUT, /invoices, application/json, 1000000, 405"
  })
  void whatever_becomes_of_a_body_its_room_is_given_back(
      String method, String path, String type, int size, int status) throws IOException {
    try (Service service =
        Service.on(
            TestDatabase.H2.fresh(),
            Map.of(
                "tradecredit.http.bodies-share",
                "1",
                "tradecredit.http.bodies-share-per-party",
                "100"))) {
      Client client = service.client().as("auxer-telecom-clerk");
      int share = (int) (Runtime.getRuntime().maxMemory() / 100);
      String body = "x".repeat(Math.min(share / 2, size));
      for (long sent = 0; sent <= 2L * share; sent += body.length()) {
        assertThat(
                client.send(method, Client.AUXER + path, "k", body, "Content-Type", type).status())
            .isEqualTo(status);
      }
      Invariants.hold(service.database());
    }
  }

  private static void awaitRoom(Service service, long share) {
    String body = "x".repeat((int) Math.min(share / 2, 2_000_000));
    Awaiting.until(
        "there is room again",
        () -> service.client().post(INVOICES + "/batch", body).status() == 400);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_key_that_is_revoked_while_its_body_comes_in_posts_nothing(TestDatabase kind)
      throws IOException, InterruptedException {
    try (Service service = Service.on(kind);
        RawHttp single = new RawHttp(service.client().base());
        RawHttp file = new RawHttp(service.client().base())) {
      Client client = service.client();
      String invoice = Json.auxerInvoice("A-1", DAY, "1.00");
      String one = newClerk(client);
      String other = newClerk(client);
      begin(one, single, invoice.length());
      begin(other, file);
      Awaiting.until("both are let in", () -> isUsed(client, one) && isUsed(client, other));
      Thread.sleep(NOT_FRESH_MILLIS);
      revoke(client, one);
      revoke(client, other);
      single.send(invoice);
      chunk(
          file, "B-1," + DAY + ",auxer-direct,1.00,1,0,\nB-2," + DAY + ",auxer-direct,1.00,1,0,\n");
      file.send("0\r\n\r\n");
      assertThat(single.receiveAll()).startsWith("HTTP/1.1 401 ");
      assertThat(file.receiveAll()).startsWith("HTTP/1.1 401 ");
      assertThat(
              client
                  .as("auxer-telecom-finance")
                  .get(Client.AUXER + "/balance")
                  .json()
                  .get("sequence")
                  .asLong())
          .isZero();
      assertThat(denied(client))
          .containsExactlyInAnyOrder(
              "key %s: post-invoice denied".formatted(id(one)),
              "key %s: post-invoices denied".formatted(id(other)));
      Invariants.hold(service.database());
    }
  }

  private static String newClerk(Client client) {
    Client.Answer made =
        client.post("/v1/api-keys", "{\"party\":\"auxer-telecom\",\"roles\":[\"clerk\"]}");
    assertThat(made.status()).isEqualTo(201);
    return made.json().get("key").asText();
  }

  private static String id(String key) {
    return key.substring(4, 12);
  }

  /** Its use is noted as it lets its bearer in. */
  private static boolean isUsed(Client client, String key) {
    for (JsonNode one : client.get("/v1/api-keys?limit=200").json().get("items")) {
      if (one.get("id").asText().equals(id(key))) {
        return !one.get("lastUsedAt").isNull();
      }
    }
    throw new AssertionError("there is no key " + id(key));
  }

  private static void revoke(Client client, String key) {
    assertThat(client.send("DELETE", "/v1/api-keys/" + id(key), null, null).status())
        .isEqualTo(204);
  }

  /** What was denied on the account, by which key. */
  private static List<String> denied(Client client) {
    List<String> denied = new ArrayList<>();
    for (JsonNode record :
        client
            .as("auxer-telecom-auditor")
            .get("/v1/audit-records?accountId=auxer-to-kattosko")
            .json()
            .get("items")) {
      String detail = record.get("detail").asText();
      denied.add(
          "%s %s %s"
              .formatted(
                  detail.substring(0, detail.indexOf(' ', "key ".length())),
                  record.get("action").asText(),
                  record.get("outcome").asText()));
    }
    return denied;
  }

  private static void begin(String key, RawHttp single, int length) throws IOException {
    single.send(
        headBy(
            key, INVOICES, "Content-Type: application/json\r\nContent-Length: " + length + "\r\n"));
  }

  private static void begin(String key, RawHttp file) throws IOException {
    file.send(
        headBy(
            key, INVOICES + "/import", "Content-Type: text/csv\r\nTransfer-Encoding: chunked\r\n"));
    chunk(file, "number,invoiceDate,product,faceValue,quantity,discount,memo\n");
  }

  private static void chunk(RawHttp raw, String text) throws IOException {
    raw.send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
  }

  @Test
  void one_sides_slow_files_do_not_hold_back_the_others() throws IOException {
    try (Service service = Service.on(TestDatabase.H2)) {
      Client client = service.client();
      List<RawHttp> slow = new ArrayList<>();
      boolean refused = false;
      long deadline = System.nanoTime() + 20_000_000_000L;
      while (!refused && System.nanoTime() < deadline) {
        // One that came while another import ran was refused: so there is one more each time.
        slow.add(slowFile(client));
        refused = importOne(client, "kattosko-clerk", Client.KATTOSKO, "original").status() == 503;
      }
      assertThat(refused).as("Kattosko's own are full").isTrue();
      assertThat(importOne(client, "auxer-telecom-clerk", Client.AUXER, "auxer-direct").status())
          .isEqualTo(200);
      for (RawHttp raw : slow) {
        raw.close();
      }
    }
  }

  private static RawHttp slowFile(Client client) throws IOException {
    RawHttp raw =
        new RawHttp(client.base())
            .send(
                head(
                    client,
                    "kattosko-clerk",
                    Client.KATTOSKO + "/invoices/import",
                    "Content-Type: text/csv\r\nTransfer-Encoding: chunked\r\n"));
    chunk(raw, "number,");
    return raw;
  }

  private static Client.Answer importOne(
      Client client, String owner, String account, String product) {
    return client
        .as(owner)
        .send(
            "POST",
            account + "/invoices/import",
            "f",
            "number,invoiceDate,product,faceValue,quantity,discount,memo\nF-1,%s,%s,1.00,1,0,\n"
                .formatted(DAY, product),
            "Content-Type",
            "text/csv");
  }
}
