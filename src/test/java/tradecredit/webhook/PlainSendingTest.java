package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** Nothing comes between the service and a receiver, nor from one receiver to another. */
class PlainSendingTest {

  /**
   * Says what the JVM says that was told of a proxy by {@code -DsocksProxyHost} or {@code
   * -Dhttp.proxyHost}, to whoever asks for one port. To all others it says what was said before:
   * other tests go on beside this one.
   */
  private static final class Told extends ProxySelector {
    private final ProxySelector before;
    private final int port;
    private final SocketAddress proxy;

    Told(ProxySelector before, int port, int proxy) {
      this.before = before;
      this.port = port;
      this.proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy);
    }

    @Override
    public List<Proxy> select(URI uri) {
      if (uri.getPort() != port) {
        return before.select(uri);
      }
      boolean plain = uri.getScheme().equals("socket");
      return List.of(new Proxy(plain ? Proxy.Type.SOCKS : Proxy.Type.HTTP, proxy));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException fault) {
      before.connectFailed(uri, address, fault);
    }
  }

  @Test
  void no_proxy_that_the_machine_is_told_of_comes_between() {
    ProxySelector before = ProxySelector.getDefault();
    try (Receiver receiver = Receiver.answering(200);
        Receiver proxy = Receiver.answering(200);
        Service service = Service.on(TestDatabase.H2.fresh(), Webhooks.settings())) {
      ProxySelector.setDefault(new Told(before, receiver.port(), proxy.port()));
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(receiver.url());
      webhooks.test(endpoint);
      webhooks.awaitQuiet(endpoint);
      assertThat(receiver.requests()).hasSize(1);
      assertThat(proxy.connections()).isZero();
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  /** A cookie is of a host, whatever its port (RFC 6265, section 8.5). */
  @Test
  void a_cookie_that_a_receiver_sets_is_sent_neither_to_it_nor_to_another_on_its_host() {
    try (Receiver setting =
            new Receiver(Receiver.status(200, "Set-Cookie: told=kattosko; Path=/\r\n"));
        Receiver other = Receiver.answering(200);
        Service service = Service.on(TestDatabase.H2.fresh(), Webhooks.settings())) {
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint = webhooks.make(setting.url());
      webhooks.test(endpoint);
      webhooks.awaitQuiet(endpoint);
      webhooks.test(endpoint);
      webhooks.test(webhooks.make(other.url()));
      assertThat(Stream.concat(setting.await(2).stream(), other.await(1).stream()))
          .hasSize(3)
          .allMatch(request -> request.header("cookie").isEmpty());
    }
  }
}
