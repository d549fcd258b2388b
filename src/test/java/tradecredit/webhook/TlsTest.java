package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradecredit.support.Awaiting;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** A receiver of https must prove its name to an authority that the machine trusts. */
class TlsTest {

  private static final char[] WORD = "changeit".toCharArray();

  @TempDir Path folder;

  private final AtomicInteger requests = new AtomicInteger();

  /** A certificate that its holder signed, made by the JDK's own tool. */
  private SSLContext selfSigned()
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(WORD),
                    "-keystore",
                    store.toString(),
                    "-alias",
                    "receiver"))
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, WORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, WORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void serve(SSLServerSocket server) {
    while (!server.isClosed()) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        socket.startHandshake();
        if (socket.getInputStream().read() >= 0) {
          requests.incrementAndGet();
        }
      } catch (IOException refused) {
        // The sender did not trust it, or the test is over.
      }
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_gets_no_request() throws Exception {
    try (SSLServerSocket server =
            (SSLServerSocket)
                selfSigned()
                    .getServerSocketFactory()
                    .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Service service =
            Service.on(
                TestDatabase.H2.fresh(),
                Webhooks.settings("timeout", "5s", "retry-schedule", "0s"))) {
      Thread _ = Thread.ofVirtual().start(() -> serve(server));
      Webhooks webhooks = Webhooks.of(service);
      Webhooks.Made endpoint =
          webhooks.make("https://127.0.0.1:%d/".formatted(server.getLocalPort()));
      webhooks.test(endpoint);
      Awaiting.until("the end", () -> webhooks.backlog(endpoint, "givenUp") == 1);
      assertThat(webhooks.attempts(endpoint).get(0).get("failure").asText()).isEqualTo("tlsFailed");
      assertThat(requests).hasValue(0);
    }
  }
}
