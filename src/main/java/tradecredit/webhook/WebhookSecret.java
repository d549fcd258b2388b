package tradecredit.webhook;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What an endpoint's messages are signed with: 24 to 64 bytes, written {@code whsec_} and base64
 * (Standard Webhooks, "Signature scheme"). Its text never shows the bytes.
 */
public final class WebhookSecret {

  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int LEAST = 24;
  private static final int MOST = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  /**
   * Of these bytes.
   *
   * @throws IllegalArgumentException unless they are 24 to 64
   */
  public WebhookSecret(byte[] bytes) {
    if (bytes.length < LEAST || bytes.length > MOST) {
      throw new IllegalArgumentException(
          "a webhook's secret has %d to %d bytes, not %d".formatted(LEAST, MOST, bytes.length));
    }
    this.bytes = bytes.clone();
  }

  /** A new one of 32 bytes. */
  public static WebhookSecret generate() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new WebhookSecret(bytes);
  }

  /** The bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The secret as its owner gets it, once. */
  public String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret secret && Arrays.equals(bytes, secret.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return PREFIX + "...";
  }
}
