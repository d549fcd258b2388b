package tradecredit.support;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of webhooks on loopback that answers as it is told, down to the bytes, and keeps all
 * that it got. It verifies with the public library of Standard Webhooks, never with our own signer.
 */
public final class Receiver implements AutoCloseable {

  /** How it answers. */
  @FunctionalInterface
  public interface Behaviour {
    /** Answers {@code request} on {@code out}, or does not; the connection is closed after it. */
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /** What came in; header names are in lower case. */
  public record Request(String line, Map<String, String> headers, String body) {

    /** A header; empty where there is none. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** Its {@code webhook-id}. */
    public String id() {
      return header("webhook-id");
    }

    /** Whether the public library accepts it under {@code secret}. */
    public boolean isSignedWith(String secret) {
      try {
        new Webhook(secret)
            .verify(
                body,
                Map.of(
                    "webhook-id", List.of(id()),
                    "webhook-timestamp", List.of(header("webhook-timestamp")),
                    "webhook-signature", List.of(header("webhook-signature"))));
        return true;
      } catch (WebhookVerificationException refused) {
        return false;
      } catch (com.standardwebhooks.exceptions.EmptyWebhookSecretException none) {
        throw new IllegalArgumentException(none);
      }
    }
  }

  private final ServerSocket server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Behaviour behaviour;

  /** On a free port of loopback. */
  public Receiver(Behaviour behaviour) {
    this(behaviour, 0);
  }

  /** On that port of loopback. */
  public Receiver(Behaviour behaviour, int port) {
    this.behaviour = behaviour;
    try {
      this.server = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    Thread _ = Thread.ofVirtual().start(this::accept);
  }

  /** One that answers with this status. */
  public static Receiver answering(int status) {
    return new Receiver(status(status));
  }

  /** Answers with a status and headers, each with its line end. */
  public static Behaviour status(int status, String... headers) {
    return (request, out) ->
        out.write(
            "HTTP/1.1 %d x\r\n%sConnection: close\r\nContent-Length: 0\r\n\r\n"
                .formatted(status, String.join("", headers))
                .getBytes(StandardCharsets.US_ASCII));
  }

  /** Answers otherwise from now on. */
  public void behave(Behaviour other) {
    behaviour = other;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread _ = Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Request request = read(new BufferedInputStream(socket.getInputStream()));
      if (request != null) {
        requests.add(request);
        behaviour.answer(request, socket.getOutputStream());
        socket.getOutputStream().flush();
      }
    } catch (IOException gone) {
      // The sender hung up; what it sent was kept.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Request read(InputStream in) throws IOException {
    String line = line(in);
    if (!line.startsWith("POST ")) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      if (colon < 0) {
        return null;
      }
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  /** Its port. */
  public int port() {
    return server.getLocalPort();
  }

  /** All that came in, in order. */
  public List<Request> requests() {
    return new ArrayList<>(requests);
  }

  /** The ids of all that came in. */
  public Set<String> ids() {
    Set<String> ids = new HashSet<>();
    requests.forEach(request -> ids.add(request.id()));
    return ids;
  }

  /** How many connections were made to it. */
  public int connections() {
    return connections.get();
  }

  /** Waits, at most 20 seconds, until so many requests came in. */
  public List<Request> await(int count) {
    Awaiting.until("%d requests".formatted(count), () -> requests.size() >= count);
    return requests();
  }

  /** Waits, at most 20 seconds, until a request came in that is such. */
  public Request await(Predicate<Request> such) {
    Awaiting.until("a request", () -> requests.stream().anyMatch(such));
    return requests.stream().filter(such).findFirst().orElseThrow();
  }

  /** Sleeps, as a slow receiver does. */
  public static void pause(long millis) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(millis);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
