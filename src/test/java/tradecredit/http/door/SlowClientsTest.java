package tradecredit.http.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** Clients who take their time cost the service no more than a bounded part of it. */
class SlowClientsTest extends FrontDoorRig {

  /** More than the sockets of both sides hold, and what may wait to be sent. */
  private static final int TOO_MUCH = 48 << 20;

  /** Who takes nothing for so long is not taken from either. */
  private static final Duration REST = Duration.ofSeconds(2);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Map<String, String> AS_OFTEN_AS_ONE_LIKES =
      Map.of("tradecredit.access.requests", "100000000");

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void who_does_not_read_what_they_polled_is_not_read_from_until_they_do(TestDatabase kind)
      throws Exception {
    try (Service service = service(kind.fresh(), AS_OFTEN_AS_ONE_LIKES);
        SocketChannel greedy = connected(service.client().base())) {
      byte[] poll = request(service, "GET " + BALANCE, "", "").getBytes(StandardCharsets.US_ASCII);
      long sent = sendUntilNothingIsTaken(greedy, poll);
      assertThat(sent).as("bytes taken from a client who reads nothing").isLessThan(TOO_MUCH);
      assertThat(routed).as("polls that the router saw").hasValue(0);

      assertThat(service.client().get(BALANCE).status()).isEqualTo(200);
      long expected = sent / poll.length;
      assertThat(answersOf(greedy, expected)).as("answers").isEqualTo(expected);
    }
  }

  private static SocketChannel connected(URI base) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 16 << 10);
    channel.setOption(StandardSocketOptions.SO_SNDBUF, 16 << 10);
    channel.connect(new InetSocketAddress(base.getHost(), base.getPort()));
    channel.configureBlocking(false);
    return channel;
  }

  /** How much was taken of one poll after another. */
  private static long sendUntilNothingIsTaken(SocketChannel channel, byte[] poll) throws Exception {
    ByteBuffer next = ByteBuffer.wrap(poll);
    long sent = 0;
    long last = System.nanoTime();
    while (sent < TOO_MUCH && System.nanoTime() - last < REST.toNanos()) {
      int taken = channel.write(next);
      if (taken > 0) {
        sent += taken;
        last = System.nanoTime();
      } else {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      if (!next.hasRemaining()) {
        next.clear();
      }
    }
    return sent;
  }

  /**
   * How many answers there are yet, and a little later no more than those expected; what comes of
   * the last poll stays unanswered.
   */
  private static long answersOf(SocketChannel channel, long expected) throws Exception {
    ByteBuffer some = ByteBuffer.allocate(64 << 10);
    StringBuilder rest = new StringBuilder();
    long answers = 0;
    long last = System.nanoTime();
    long end = last + PATIENCE.toNanos();
    while (System.nanoTime() < end
        && (answers < expected || System.nanoTime() - last < REST.toNanos())) {
      int read = channel.read(some.clear());
      assertThat(read).as("the connection is open").isNotNegative();
      if (read == 0) {
        TimeUnit.MILLISECONDS.sleep(1);
        continue;
      }
      last = System.nanoTime();
      rest.append(StandardCharsets.US_ASCII.decode(some.flip()));
      int found = rest.indexOf("HTTP/1.1 200");
      int behind = 0;
      while (found >= 0) {
        answers++;
        behind = found + 1;
        found = rest.indexOf("HTTP/1.1 200", behind);
      }
      rest.delete(0, Math.max(behind, rest.length() - 11));
    }
    return answers;
  }

  @Test
  void the_beginning_of_a_head_costs_nobody_the_answer_that_is_owed() throws Exception {
    TestDatabase.Fresh database = TestDatabase.POSTGRES.fresh();
    String body = Json.auxerInvoice("A-1", "2001-05-16", "1.00");
    String headers =
        "Idempotency-Key: k-1\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
            .formatted(body.length());
    try (Service service = service(database, Map.of("tradecredit.http.head-timeout", "300ms"));
        HeldAccount held = new HeldAccount(database, "auxer-to-kattosko");
        RawHttp raw = new RawHttp(service.client().base())) {
      raw.send(request(service, "POST " + Client.AUXER + "/invoices", headers, body));
      held.awaitWaiting();
      raw.send("GET ");
      TimeUnit.MILLISECONDS.sleep(900);
      held.letGo();
      assertThat(raw.receiveSome()).startsWith("HTTP/1.1 201");
      Invariants.hold(database);
    }
  }

  @Test
  void a_head_that_trickles_in_has_an_end() throws Exception {
    try (Service service =
            service(TestDatabase.H2.fresh(), Map.of("tradecredit.http.head-timeout", "1500ms"));
        RawHttp slow = new RawHttp(service.client().base())) {
      slow.send(request(service, "GET " + BALANCE, "", ""));
      assertThat(slow.receiveSome()).startsWith("HTTP/1.1 200");
      TimeUnit.MILLISECONDS.sleep(2500);
      slow.send(request(service, "GET " + BALANCE, "", ""));
      assertThat(slow.receiveSome())
          .as("a pause between requests is the idle timeout's")
          .startsWith("HTTP/1.1 200");
      slow.send("GET ");
      TimeUnit.MILLISECONDS.sleep(300);
      assertThatThrownBy(
              () -> {
                slow.send("/v1/");
                slow.receiveSome();
              })
          .as("closed in the middle of the head, perhaps before this part of it came")
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "401 POST /v1/accounts/auxer-to-kattosko/invoices",
        "404 POST /v1/nowhere",
        "405 DELETE /v1/accounts",
        "401 GET /v1/accounts"
      })
  void the_rest_of_a_body_whose_request_is_answered_has_an_end(String expected) throws Exception {
    try (Service service =
            service(TestDatabase.H2.fresh(), Map.of("tradecredit.http.body-timeout", "500ms"));
        RawHttp slow = new RawHttp(service.client().base())) {
      slow.send(expected.substring(4) + " HTTP/1.1\r\nHost: x\r\n");
      slow.send("Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
      assertThat(slow.receiveAll())
          .as("closed long before it would be idle")
          .startsWith("HTTP/1.1 " + expected.substring(0, 3));
    }
  }

  @Test
  void what_comes_in_time_behind_an_early_answer_costs_nobody_the_connection() throws Exception {
    String head = "POST /v1/nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n";
    try (Service service =
            service(TestDatabase.H2.fresh(), Map.of("tradecredit.http.body-timeout", "3s"));
        RawHttp slow = new RawHttp(service.client().base())) {
      slow.send(head + "12");
      assertThat(slow.receiveSome()).startsWith("HTTP/1.1 404");
      slow.send("34");
      TimeUnit.MILLISECONDS.sleep(4000);
      slow.send(request(service, "GET " + BALANCE, "", ""));
      assertThat(slow.receiveSome()).startsWith("HTTP/1.1 200");
    }
  }
}
