package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tradecredit.support.Aside;
import tradecredit.support.Awaiting;
import tradecredit.support.Client;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;
import tradecredit.webhook.AddressRules.Reach;

/** A canary that listens inside and must see no connection, whatever a name says. */
class CanaryTest {

  /** What names may lead to: addresses of this host, of its network, and of all that is special. */
  private static final List<String> INSIDE =
      List.of(
          "127.0.0.1",
          "127.0.0.2",
          "127.1.2.3",
          "127.255.255.254",
          "0.0.0.0",
          "0.0.0.1",
          "10.0.0.1",
          "10.255.255.254",
          "172.16.0.1",
          "172.31.255.254",
          "192.168.0.1",
          "192.168.255.254",
          "100.64.0.1",
          "100.127.255.254",
          "169.254.169.254",
          "169.254.0.1",
          "168.63.129.16",
          "100.100.100.200",
          "192.0.0.1",
          "192.0.0.192",
          "192.0.2.1",
          "198.51.100.1",
          "203.0.113.1",
          "198.18.0.1",
          "198.19.255.254",
          "192.88.99.1",
          "192.31.196.1",
          "192.52.193.1",
          "192.175.48.1",
          "224.0.0.1",
          "239.255.255.255",
          "240.0.0.1",
          "255.255.255.255",
          "::",
          "::1",
          "::127.0.0.1",
          "::ffff:127.0.0.1",
          "::ffff:10.0.0.1",
          "::ffff:169.254.169.254",
          "64:ff9b::127.0.0.1",
          "64:ff9b::a9fe:a9fe",
          "64:ff9b:1::1",
          "2002:7f00:1::1",
          "2001::1",
          "2001:2::1",
          "2001:10::1",
          "2001:db8::1",
          "3fff::1",
          "100::1",
          "fc00::1",
          "fd00:ec2::254",
          "fd12:3456::1",
          "fe80::1",
          "fec0::1",
          "ff02::1",
          "4000::1",
          "5f00::1");

  private static final EndpointId ONE = EndpointId.generate();
  private static final EndpointId OTHER = EndpointId.generate();

  private ServerSocket canary;
  private final AtomicInteger seen = new AtomicInteger();

  @BeforeEach
  void listen() throws IOException {
    canary = new ServerSocket(0);
    Thread _ = Thread.ofVirtual().start(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        canary.accept().close();
        seen.incrementAndGet();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  @AfterEach
  void close() throws IOException {
    canary.close();
  }

  private static WebhookSettings settings(List<String> cidrs, boolean http) {
    java.time.Duration second = java.time.Duration.ofSeconds(1);
    return new WebhookSettings(
        cidrs, http, List.of(second), second.multipliedBy(2), 1024, second, second, second, 5, 5);
  }

  private static DispatchSettings dispatch() {
    java.time.Duration second = java.time.Duration.ofSeconds(1);
    return new DispatchSettings(true, second, second, 10, 10, 1, 10, 10, second, second);
  }

  private static InetAddress[] addresses(String... texts) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[texts.length];
    for (int i = 0; i < texts.length; i++) {
      addresses[i] = InetAddress.getByName(texts[i]);
    }
    return addresses;
  }

  private void connect(WebhookClients clients, Reach reach, String scheme) throws IOException {
    send(clients, reach, scheme, canary.getLocalPort(), ONE).close();
  }

  private static ClassicHttpResponse send(
      WebhookClients clients, Reach reach, String scheme, int port, EndpointId endpoint)
      throws IOException {
    URI uri = URI.create("%s://name.example:%d/".formatted(scheme, port));
    WebhookUrl url = new WebhookUrl(uri, "name.example", port, reach);
    return clients.send(url, new HttpPost(uri), endpoint);
  }

  @Test
  void no_name_leads_inside_by_any_address_in_any_reach() throws IOException {
    assertThat(INSIDE).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    for (String inside : INSIDE) {
      for (String beside : List.of(inside, "93.184.216.34")) {
        NameLookup names = name -> addresses(beside, inside);
        try (WebhookClients clients =
            new WebhookClients(names, settings(List.of(), false), dispatch())) {
          for (Reach reach : Reach.values()) {
            for (String scheme : List.of("http", "https")) {
              assertThatThrownBy(() -> connect(clients, reach, scheme))
                  .as("%s %s", inside, reach)
                  .isInstanceOf(AddressNotAllowedException.class);
            }
          }
        }
      }
    }
    assertThat(seen).hasValue(0);
  }

  @Test
  void the_canary_sings_where_loopback_is_open() throws IOException {
    NameLookup names = name -> addresses("127.0.0.1");
    try (WebhookClients clients =
        new WebhookClients(names, settings(List.of(), true), dispatch())) {
      assertThatThrownBy(() -> connect(clients, Reach.LOOPBACK, "http"))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(UnknownHostException.class);
    }
    Awaiting.until("the canary", () -> seen.get() > 0);
  }

  @Test
  void each_connection_asks_once_and_a_name_that_changes_its_mind_is_refused() throws IOException {
    Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.1", "127.0.0.2"));
    NameLookup names = name -> addresses(answers.removeFirst());
    try (WebhookClients clients =
        new WebhookClients(names, settings(List.of("127.0.0.2/32"), false), dispatch())) {
      assertThatThrownBy(() -> connect(clients, Reach.OPENED, "http"))
          .isNotInstanceOf(UnknownHostException.class);
      Awaiting.until("the connection that is allowed", () -> seen.get() == 1);
      assertThatThrownBy(() -> connect(clients, Reach.OPENED, "http"))
          .isInstanceOf(AddressNotAllowedException.class);
      assertThat(answers).containsExactly("127.0.0.2");
    }
    assertThat(seen).hasValue(1);
  }

  /** Answers every request on every connection, and counts both. */
  private static final class Polite implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    Polite(String address) throws IOException {
      server = new ServerSocket(0, 50, InetAddress.getByName(address));
      Thread _ = Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
      try {
        while (true) {
          Socket connection = server.accept();
          connections.incrementAndGet();
          Thread _ = Thread.ofVirtual().start(() -> answer(connection));
        }
      } catch (IOException closed) {
        // The test is over.
      }
    }

    private void answer(Socket connection) {
      try (connection;
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.isEmpty()) {
            requests.incrementAndGet();
            connection
                .getOutputStream()
                .write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          }
        }
      } catch (IOException gone) {
        // The client has closed it.
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  @Test
  void a_kept_connection_is_of_one_endpoint_and_not_for_a_name_that_has_changed_its_mind()
      throws IOException {
    Deque<String> answers =
        new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.2", "127.0.0.1", "127.0.0.2", "127.0.0.2"));
    NameLookup names = name -> addresses(answers.removeFirst());
    try (Polite receiver = new Polite("127.0.0.2");
        WebhookClients clients =
            new WebhookClients(names, settings(List.of("127.0.0.2/32"), false), dispatch())) {
      int port = receiver.server.getLocalPort();
      send(clients, Reach.OPENED, "http", port, ONE).close();
      send(clients, Reach.OPENED, "http", port, ONE).close();
      assertThat(receiver.connections).as("kept").hasValue(1);
      assertThatThrownBy(() -> send(clients, Reach.OPENED, "http", port, ONE))
          .isInstanceOf(AddressNotAllowedException.class);
      assertThat(receiver.requests).hasValue(2);
      send(clients, Reach.OPENED, "http", port, OTHER).close();
      assertThat(receiver.connections).as("of another").hasValue(2);
      send(clients, Reach.OPENED, "http", port, ONE).close();
      assertThat(receiver.connections).as("still kept").hasValue(2);
      assertThat(receiver.requests).hasValue(4);
    }
  }

  @Test
  void a_look_up_that_takes_too_long_is_given_up_and_keeps_no_other_waiting() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    CompletableFuture<Void> over = new CompletableFuture<>();
    NameLookup names =
        name -> {
          if (asked.incrementAndGet() == 1) {
            over.join();
          }
          return addresses("127.0.0.1");
        };
    try (Polite receiver = new Polite("127.0.0.1");
        WebhookClients clients = new WebhookClients(names, settings(List.of(), true), dispatch())) {
      int port = receiver.server.getLocalPort();
      CompletableFuture<Throwable> slow =
          Aside.ask(() -> catchThrowable(() -> send(clients, Reach.LOOPBACK, "http", port, ONE)));
      Awaiting.until("the first look-up", () -> asked.get() == 1);
      send(clients, Reach.LOOPBACK, "http", port, OTHER).close();
      assertThat(receiver.requests).hasValue(1);
      Awaiting.until("the end of the first", slow::isDone);
      assertThat(slow.join())
          .isInstanceOf(UnknownHostException.class)
          .hasMessage("name.example was not found in time");
    } finally {
      over.complete(null);
    }
  }

  @Test
  void an_attempt_at_a_name_that_leads_inside_is_recorded_as_such_and_makes_no_connection() {
    List<String> asked = new ArrayList<>();
    NameLookup names =
        name -> {
          asked.add(name);
          return addresses(asked.size() % 2 == 0 ? "127.0.0.1" : "169.254.169.254");
        };
    Map<String, String> settings =
        Webhooks.settings(
            "allow-http",
            "false",
            "allowed-cidrs",
            "198.51.100.0/24",
            "retry-schedule",
            "0s,10ms,10ms");
    try (Service service =
        Service.on(TestDatabase.H2.fresh(), settings, Service.part(NameLookup.class, names))) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint =
          webhooks.make("https://inner.example:%d/".formatted(canary.getLocalPort()));
      webhooks.test(endpoint);
      Awaiting.until("the end", () -> webhooks.backlog(endpoint, "givenUp") == 1);
      assertThat(webhooks.attempts(endpoint))
          .hasSize(3)
          .allMatch(attempt -> attempt.get("failure").asText().equals("addressNotAllowed"));
      assertThat(asked).containsExactly("inner.example", "inner.example", "inner.example");
      for (String url :
          List.of(
              "https://127.0.0.1/", "https://[::1]/", "https://2130706433/", "http://a.example/")) {
        Client.Answer answer =
            webhooks.client().post(Webhooks.PATH, null, "{\"url\":\"" + url + "\"}");
        assertThat(answer.status()).as(url).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("webhook-url-not-allowed");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/url");
      }
    }
    assertThat(seen).hasValue(0);
  }

  @Test
  void a_name_without_an_address_is_recorded_as_such() {
    NameLookup names =
        name -> {
          throw new UnknownHostException(name);
        };
    try (Service service =
        Service.on(
            TestDatabase.H2.fresh(),
            Webhooks.settings("retry-schedule", "0s"),
            Service.part(NameLookup.class, names))) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make("https://nowhere.example/");
      webhooks.test(endpoint);
      Awaiting.until("the end", () -> webhooks.backlog(endpoint, "givenUp") == 1);
      assertThat(webhooks.attempts(endpoint).get(0).get("failure").asText())
          .isEqualTo("nameNotResolved");
    }
  }
}
