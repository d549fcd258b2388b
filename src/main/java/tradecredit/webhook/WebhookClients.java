package tradecredit.webhook;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The clients that webhooks are sent with, one for each reach of a URL, which differ in their
 * resolver. They know no proxy, no cookie, no password, no redirect and no second try.
 *
 * <p>Each connection is opened to an address that its resolver has just checked. It may be kept for
 * a short while, for messages that follow at once: a handshake costs both sides far more than a
 * message. It goes to the address that was checked, whatever the name says meanwhile; and before
 * each message the name is looked up and held against the rules anew, so that one that has changed
 * its mind is refused even so.
 */
@Singleton
class WebhookClients implements AutoCloseable {

  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_LINE = 8_192;
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** A connection that nothing follows on is closed after so long. */
  private static final TimeValue KEPT_IDLE = TimeValue.ofSeconds(2);

  /** And each after so long, used or not. */
  private static final TimeValue KEPT = TimeValue.ofSeconds(30);

  private final Map<AddressRules.Reach, CloseableHttpClient> clients =
      new EnumMap<>(AddressRules.Reach.class);
  private final Map<AddressRules.Reach, CheckedResolver> resolvers =
      new EnumMap<>(AddressRules.Reach.class);
  private final ExecutorService lookups;

  WebhookClients(NameLookup names, WebhookSettings settings, DispatchSettings dispatch) {
    this.lookups =
        new ThreadPoolExecutor(
            0,
            dispatch.inFlight(),
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());
    AddressRules rules = settings.addressRules();
    for (AddressRules.Reach reach : AddressRules.Reach.values()) {
      CheckedResolver resolver =
          new CheckedResolver(names, rules, reach, lookups, settings.timeout());
      resolvers.put(reach, resolver);
      clients.put(reach, client(resolver, settings, dispatch));
    }
  }

  /** Reads what the first message over TLS needs, so that its time is its receiver's alone. */
  void prepare(WebhookUrl url) {
    if (URIScheme.HTTPS.same(url.uri().getScheme())) {
      Objects.requireNonNull(Trust.TLS);
    }
  }

  /**
   * Sends {@code request} to where {@code url} leads, if its host is found and allowed now.
   *
   * @param to whose connections it may use, besides new ones: nobody reads an answer on a
   *     connection that another's messages go over
   * @throws AddressNotAllowedException if it leads to an address that is not allowed
   */
  ClassicHttpResponse send(WebhookUrl url, HttpPost request, EndpointId to) throws IOException {
    CloseableHttpClient client = clients.get(url.reach());
    CheckedResolver resolver = resolvers.get(url.reach());
    if (client == null || resolver == null) {
      throw new IllegalStateException("no client for " + url.reach());
    }
    HttpClientContext context = HttpClientContext.create();
    context.setUserToken(to);
    try {
      resolver.check(url.host());
      return client.executeOpen(
          new HttpHost(url.uri().getScheme(), url.host(), url.port()), request, context);
    } finally {
      resolver.forget();
    }
  }

  private static CloseableHttpClient client(
      DnsResolver resolver, WebhookSettings settings, DispatchSettings dispatch) {
    Timeout timeout = Timeout.of(settings.timeout());
    return HttpClients.custom()
        .setConnectionManager(connections(resolver, timeout, dispatch.inFlight()))
        .setKeepAliveStrategy((response, context) -> KEPT_IDLE)
        .evictIdleConnections(KEPT_IDLE)
        .setRoutePlanner(new DefaultRoutePlanner(null))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent("trade-credit-ledger")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      DnsResolver resolver, Timeout timeout, int most) {
    return new Direct()
        .setTlsSocketStrategy(
            (socket, host, port, attachment, context) ->
                Trust.TLS.upgrade(socket, host, port, attachment, context))
        .setDnsResolver(resolver)
        .setMaxConnTotal(most)
        .setMaxConnPerRoute(most)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_LINE)
                        .build())
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout)
                .setSocketTimeout(timeout)
                .setTimeToLive(KEPT)
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build())
        .build();
  }

  /** Whom TLS trusts, read when it is first asked for: no start waits for it. */
  private static final class Trust {
    static final TlsSocketStrategy TLS = DefaultClientTlsStrategy.createDefault();
  }

  /** Connects by itself: not even a proxy that the JVM was told of comes between. */
  private static final class Direct extends PoolingHttpClientConnectionManagerBuilder {
    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
      return new DefaultHttpClientConnectionOperator(
          proxy -> new Socket(Proxy.NO_PROXY),
          ports,
          resolver,
          RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
    }
  }

  @Override
  public void close() throws IOException {
    lookups.shutdownNow();
    for (CloseableHttpClient client : clients.values()) {
      client.close();
    }
  }
}
