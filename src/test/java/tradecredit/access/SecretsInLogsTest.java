package tradecredit.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import tradecredit.support.Client;
import tradecredit.support.Logged;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.TokenIssuer;

/** Secrets are never logged, even where everything of ours is. */
@Isolated("it sets and reads the log of all")
class SecretsInLogsTest {

  @Test
  void neither_keys_nor_tokens_are_logged() {
    Logger ours = (Logger) LoggerFactory.getLogger("tradecredit");
    ours.setLevel(Level.TRACE);
    try (Logged logged = Logged.byAll();
        TokenIssuer issuer = new TokenIssuer();
        Service service = Service.on(TestDatabase.H2.fresh(), issuer.settings())) {
      Client client = service.client();
      String token = issuer.token("kattosko", "finance");
      String bad = issuer.token("../", "finance");
      String made =
          client.post("/v1/api-keys", "{\"roles\":[\"admin\"]}").json().get("key").asText();
      List<String> secrets =
          List.of(token, bad, made, client.key("kattosko-clerk"), "tcl_abcdefgh_" + "x".repeat(43));
      for (String secret : secrets) {
        client.with(secret).get(Client.AUXER + "/balance");
      }
      String all = text(logged);
      assertThat(all).contains("A token is refused", "first keys are in");
      for (String secret : secrets) {
        assertThat(all).doesNotContain(secret.substring(secret.length() - 40));
      }
    } finally {
      ours.setLevel(null);
    }
  }

  private static String text(Logged logged) {
    return logged.events(Level.TRACE).stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .collect(Collectors.joining("\n"));
  }
}
