package tradecredit.http.webhook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.ProblemException;
import tradecredit.webhook.Endpoint;
import tradecredit.webhook.EndpointId;
import tradecredit.webhook.SealedSecrets;
import tradecredit.webhook.WebhookSecret;
import tradecredit.webhook.WebhookSettings;

/** Makes secrets of endpoints, and says how long those before them are good for. */
@Singleton
final class WebhookSecrets {

  private final SealedSecrets secrets;
  private final WebhookSettings settings;
  private final InstantSource clock;

  WebhookSecrets(SealedSecrets secrets, WebhookSettings settings, InstantSource clock) {
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A new secret.
   *
   * @param plain for its owner
   * @param sealed for the store
   */
  record Sealed(WebhookSecret plain, String sealed) {}

  /** A secret for {@code endpoint}; a 409 where the operator has given no key to keep it under. */
  Sealed generate(EndpointId endpoint) {
    if (!secrets.isConfigured()) {
      throw new ProblemException(
          409,
          Codes.WEBHOOK_SECRETS_NOT_CONFIGURED,
          "Webhook secrets cannot be kept here",
          "The operator has configured neither encryption keys nor a file for one, so they cannot be encrypted.");
    }
    WebhookSecret secret = WebhookSecret.generate();
    return new Sealed(secret, secrets.seal(endpoint, secret));
  }

  /**
   * Until when the secret in force signs beside one that takes its place. Null where its key is
   * lost: nobody signs with it, and to keep it would keep the endpoint mute until its grace is
   * over.
   */
  @Nullable Instant graceOf(Endpoint endpoint) {
    return secrets.canOpenCurrent(endpoint)
        ? clock.instant().plus(settings.rotationGrace()).truncatedTo(ChronoUnit.MICROS)
        : null;
  }
}
