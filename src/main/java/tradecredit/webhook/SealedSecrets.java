package tradecredit.webhook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tradecredit.access.SecretBox;

/**
 * Endpoint secrets as they are stored: sealed by {@link SecretBox}, each for its own endpoint, so
 * that none can be moved to another.
 */
@Singleton
public final class SealedSecrets {

  private final SecretBox box;

  SealedSecrets(SecretBox box) {
    this.box = box;
  }

  /** Whether there is a key to seal with. */
  public boolean isConfigured() {
    return box.isConfigured();
  }

  /** Seals {@code secret} for {@code endpoint}. */
  public String seal(EndpointId endpoint, WebhookSecret secret) {
    return box.seal(place(endpoint), secret.bytes());
  }

  /**
   * What {@code endpoint}'s messages are signed with at {@code at}: the secret in force, and the
   * one before it while its grace lasts.
   *
   * @throws IllegalArgumentException if a key is not configured any more
   */
  List<WebhookSecret> at(Endpoint endpoint, Instant at) {
    Endpoint.Sealed sealed = endpoint.secrets();
    List<WebhookSecret> secrets = new ArrayList<>();
    secrets.add(open(endpoint.id(), sealed.current()));
    if (sealed.previous() != null
        && sealed.previousUntil() != null
        && at.isBefore(sealed.previousUntil())) {
      secrets.add(open(endpoint.id(), sealed.previous()));
    }
    return secrets;
  }

  /** Whether this instance has the key of the secret in force. */
  public boolean canOpenCurrent(Endpoint endpoint) {
    try {
      WebhookSecret _ = open(endpoint.id(), endpoint.secrets().current());
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private WebhookSecret open(EndpointId endpoint, String sealed) {
    return new WebhookSecret(box.open(place(endpoint), sealed));
  }

  private static String place(EndpointId endpoint) {
    return "webhook_endpoint/" + endpoint;
  }
}
