package tradecredit.webhook;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tradecredit.access.SecretBox;

/**
 * Endpoint secrets as they are stored: sealed by {@link SecretBox}, each for its own endpoint, so
 * that none can be moved to another.
 */
@Singleton
public final class SealedSecrets {

  private static final Logger LOG = LoggerFactory.getLogger(SealedSecrets.class);

  private final SecretBox box;
  private final SaidOnce withoutPrevious = new SaidOnce();

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
   * one before it while its grace lasts. If the key that sealed the one before is lost, the secret
   * in force signs alone: its owner has that, and nothing need be kept back until the grace is
   * over.
   *
   * @throws IllegalArgumentException if the key of the secret in force is not configured any more
   */
  List<WebhookSecret> at(Endpoint endpoint, Instant at) {
    Endpoint.Sealed sealed = endpoint.secrets();
    List<WebhookSecret> secrets = new ArrayList<>();
    secrets.add(open(endpoint.id(), sealed.current()));
    if (sealed.previous() != null
        && sealed.previousUntil() != null
        && at.isBefore(sealed.previousUntil())) {
      addPrevious(secrets, endpoint.id(), sealed.previous());
    }
    return secrets;
  }

  /** Says once where it cannot. */
  private void addPrevious(List<WebhookSecret> secrets, EndpointId endpoint, String previous) {
    try {
      secrets.add(open(endpoint, previous));
      withoutPrevious.ends(endpoint);
    } catch (IllegalArgumentException unreadable) {
      if (withoutPrevious.begins(endpoint)) {
        LOG.warn(
            "What is sent to {} is signed with its new secret alone: {}",
            endpoint,
            unreadable.getMessage());
      }
    }
  }

  /** Whether this instance has the key of the secret in force. */
  public boolean canOpenCurrent(Endpoint endpoint) {
    return whyClosed(endpoint).isEmpty();
  }

  /** Why this instance cannot open the secret in force; empty where it can. */
  public Optional<String> whyClosed(Endpoint endpoint) {
    try {
      WebhookSecret _ = open(endpoint.id(), endpoint.secrets().current());
      return Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.of(String.valueOf(unreadable.getMessage()));
    }
  }

  private WebhookSecret open(EndpointId endpoint, String sealed) {
    return new WebhookSecret(box.open(place(endpoint), sealed));
  }

  private static String place(EndpointId endpoint) {
    return "webhook_endpoint/" + endpoint;
  }
}
