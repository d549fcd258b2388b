package tradecredit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are signed as the public library of Standard Webhooks signs and verifies them. */
class SignerTest {

  private static final String BODY = "{\"test\": 2432232314}";
  private static final byte[] BYTES = BODY.getBytes(StandardCharsets.UTF_8);

  private static WebhookSecret secret(String text) {
    return new WebhookSecret(Base64.getDecoder().decode(text));
  }

  /** The example of the specification. */
  @Test
  void the_signature_of_the_specification_comes_out() {
    assertThat(
            Signer.signatures(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                BYTES,
                List.of(secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void every_secret_signs_and_the_public_library_takes_either() throws Exception {
    WebhookSecret fresh = WebhookSecret.generate();
    WebhookSecret old = WebhookSecret.generate();
    Instant now = Instant.now();
    String signatures = Signer.signatures("msg_1", now, BYTES, List.of(fresh, old));
    assertThat(signatures.split(" ", -1)).hasSize(2).allMatch(one -> one.startsWith("v1,"));
    for (WebhookSecret secret : List.of(fresh, old)) {
      new Webhook(secret.reveal())
          .verify(
              BODY,
              Map.of(
                  "webhook-id", List.of("msg_1"),
                  "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                  "webhook-signature", List.of(signatures)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 23, 65})
  void a_secret_has_24_to_64_bytes(int bytes) {
    assertThatThrownBy(() -> new WebhookSecret(new byte[bytes]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_secret_shows_itself_only_when_asked() {
    WebhookSecret secret = WebhookSecret.generate();
    assertThat(secret.reveal()).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(secret.toString()).isEqualTo("whsec_...");
    assertThat(WebhookSecret.generate()).isNotEqualTo(secret);
  }
}
