package tradecredit.webhook;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one attempt: signs, sends, and reads no more of the answer than it needs. It ends within
 * the configured time, whatever the receiver does, and never throws for what a receiver does.
 */
@Singleton
class Sender implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  /** Without a charset: JSON has none to choose (RFC 8259). */
  private static final ContentType JSON = ContentType.create("application/json");

  private final WebhookClients clients;
  private final SealedSecrets secrets;
  private final WebhookSettings settings;
  private final AddressRules rules;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor deadlines;
  private final SaidOnce unreadable = new SaidOnce();
  private final SaidOnce untaken = new SaidOnce();

  Sender(
      WebhookClients clients,
      SealedSecrets secrets,
      WebhookSettings settings,
      InstantSource clock) {
    this.clients = clients;
    this.secrets = secrets;
    this.settings = settings;
    this.rules = settings.addressRules();
    this.clock = clock;
    this.deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /** Whether this instance has the keys of the endpoint's secrets; says once where it has not. */
  boolean canSign(Endpoint endpoint) {
    try {
      List<WebhookSecret> _ = secrets.at(endpoint, clock.instant());
      unreadable.ends(endpoint.id());
      return true;
    } catch (IllegalArgumentException ours) {
      if (unreadable.begins(endpoint.id())) {
        LOG.error("This instance sends nothing to {}: {}", endpoint.id(), ours.getMessage());
      }
      return false;
    }
  }

  /** Sends {@code message} to {@code endpoint} once; says once where its URL is not taken. */
  Attempt send(Endpoint endpoint, Message message) {
    Instant startedAt = clock.instant();
    long began = System.nanoTime();
    Answer answer;
    try {
      WebhookUrl url = WebhookUrl.of(endpoint.subscription().url(), rules, settings.allowHttp());
      clients.prepare(url);
      untaken.ends(endpoint.id());
      answer = post(url, request(url, endpoint, message, startedAt), endpoint.id());
    } catch (IllegalArgumentException ours) {
      // The settings no longer take its URL, which is not named here.
      if (untaken.begins(endpoint.id())) {
        LOG.error("Nothing can be sent to {}: {}", endpoint.id(), ours.getMessage());
      }
      answer = new Answer(null, Failure.NOT_SENT, null);
    }
    Duration latency = Duration.ofNanos(System.nanoTime() - began);
    return new Attempt(
        startedAt,
        Duration.ofMillis(latency.toMillis()),
        answer.status(),
        answer.failure(),
        answer.retryAfter());
  }

  /** What came back. */
  private record Answer(
      @Nullable Integer status, @Nullable Failure failure, @Nullable Duration retryAfter) {}

  private HttpPost request(WebhookUrl url, Endpoint endpoint, Message message, Instant at) {
    byte[] body = message.body();
    HttpPost request = new HttpPost(url.uri());
    request.setEntity(new ByteArrayEntity(body, JSON));
    request.setHeader("webhook-id", message.id());
    request.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
    request.setHeader(
        "webhook-signature", Signer.signatures(message.id(), at, body, secrets.at(endpoint, at)));
    return request;
  }

  private Answer post(WebhookUrl url, HttpPost request, EndpointId to) {
    AtomicBoolean late = new AtomicBoolean();
    Future<?> deadline =
        deadlines.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            settings.timeout().toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      return read(clients.send(url, request, to));
    } catch (IOException | RuntimeException broken) {
      if (late.get()) {
        return new Answer(null, Failure.TIMEOUT, null);
      }
      if (broken instanceof IOException fault) {
        return new Answer(null, failure(fault), null);
      }
      if (broken instanceof IllegalArgumentException) {
        // So the client says that an answer has a status of 000, which is no HTTP.
        return new Answer(null, Failure.CONNECTION_LOST, null);
      }
      throw (RuntimeException) broken;
    } finally {
      deadline.cancel(false);
      // Closes the connection of what was not read to its end; does nothing else.
      request.cancel();
    }
  }

  private Answer read(ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    HttpEntity entity = response.getEntity();
    if (entity != null && status / 100 == 2) {
      InputStream body = entity.getContent();
      byte[] _ = body.readNBytes(settings.responseBytes());
    }
    return new Answer(status, judged(status), retryAfter(response));
  }

  private static @Nullable Failure judged(int status) {
    return switch (status / 100) {
      case 2 -> null;
      case 3 -> Failure.REDIRECTED;
      default -> Failure.REFUSED;
    };
  }

  private @Nullable Duration retryAfter(ClassicHttpResponse response) {
    Header header = response.getFirstHeader("Retry-After");
    boolean counts = response.getCode() == 429 || response.getCode() == 503;
    return counts && header != null && header.getValue() != null
        ? RetryAfter.read(header.getValue(), clock.instant(), settings.retryAfterLimit())
            .orElse(null)
        : null;
  }

  private static Failure failure(IOException fault) {
    return switch (fault) {
      case AddressNotAllowedException inner -> Failure.ADDRESS_NOT_ALLOWED;
      case UnknownHostException unknown -> Failure.NAME_NOT_RESOLVED;
      case SSLException tls -> Failure.TLS_FAILED;
      case SocketTimeoutException slow -> Failure.TIMEOUT;
      case ConnectException refused -> Failure.CONNECTION_FAILED;
      case NoRouteToHostException nowhere -> Failure.CONNECTION_FAILED;
      default -> Failure.CONNECTION_LOST;
    };
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    clients.close();
  }
}
