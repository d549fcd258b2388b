package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tradecredit.support.Logged;
import tradecredit.support.Receiver;
import tradecredit.support.Service;
import tradecredit.support.TestDatabase;
import tradecredit.support.Webhooks;

/** What secrets are kept under may change, and is missed aloud. */
@Isolated("it reads the log of all")
class EncryptionKeysTest {

  private static final String FILE = "encryption.key";

  private static Map<String, String> underTheFile() {
    Map<String, String> settings = Webhooks.settings();
    settings.remove("tradecredit.access.encryption-keys");
    return settings;
  }

  /** An endpoint whose secret is under the key in the file. */
  private static Webhooks.Made made(TestDatabase.Fresh database, Receiver receiver) {
    try (Service service = Service.on(database, underTheFile())) {
      Webhooks.Made endpoint = Webhooks.of(service).make(receiver.url());
      assertThat(database.keys().resolve(FILE)).exists();
      return endpoint;
    }
  }

  private static void isTold(Service service, Webhooks.Made endpoint, Receiver receiver) {
    int before = receiver.requests().size();
    assertThat(Webhooks.of(service).test(endpoint).status()).isEqualTo(202);
    assertThat(receiver.await(before + 1).getLast().isSignedWith(endpoint.secret())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void an_endpoint_from_before_keys_were_configured_is_told_and_signed_for_as_ever(
      TestDatabase kind) {
    TestDatabase.Fresh database = kind.fresh();
    try (Receiver receiver = Receiver.answering(204)) {
      Webhooks.Made endpoint = made(database, receiver);
      try (Service service = Service.on(database, Webhooks.settings())) {
        isTold(service, endpoint, receiver);
        Webhooks.Made later = Webhooks.of(service).make(receiver.url());
        isTold(service, later, receiver);
      }
    }
  }

  @Test
  void the_line_of_the_file_may_be_configured_too() throws IOException {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    try (Receiver receiver = Receiver.answering(204)) {
      Webhooks.Made endpoint = made(database, receiver);
      Map<String, String> both = Webhooks.settings();
      both.merge(
          "tradecredit.access.encryption-keys",
          Files.readString(database.keys().resolve(FILE)).strip(),
          (own, files) -> own + "," + files);
      try (Service service = Service.on(database, both)) {
        isTold(service, endpoint, receiver);
      }
    }
  }

  @Test
  void an_endpoint_whose_key_is_lost_is_named_at_the_start() throws IOException {
    TestDatabase.Fresh database = TestDatabase.H2.fresh();
    try (Receiver receiver = Receiver.answering(204)) {
      Webhooks.Made lost = made(database, receiver);
      assertThat(warnings(database)).isEmpty();
      Files.delete(database.keys().resolve(FILE));
      assertThat(warnings(database))
          .singleElement()
          .satisfies(
              told ->
                  assertThat(told)
                      .startsWith("Endpoint " + lost.id() + " of kattosko is told nothing")
                      .contains("tradecredit.access.encryption-key-file"));
    }
  }

  /** What is warned of while a service starts and stops again. */
  private static List<String> warnings(TestDatabase.Fresh database) {
    try (Logged logged = Logged.byOurs()) {
      Service.on(database, underTheFile()).close();
      return logged.lines(Level.WARN);
    }
  }
}
