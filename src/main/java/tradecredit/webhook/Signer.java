package tradecredit.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as Standard Webhooks has it: {@code v1,} and the base64 of HMAC-SHA256 (RFC 2104)
 * over {@code <id>.<seconds since 1970>.<body>}, one signature a secret, a space between them.
 */
final class Signer {

  private static final String ALGORITHM = "HmacSHA256";

  private Signer() {}

  /**
   * The {@code webhook-signature} of these very bytes.
   *
   * @param at the attempt; the header {@code webhook-timestamp} has its seconds
   * @param secrets the one in force first, and the one before it while its grace lasts
   */
  static String signatures(String id, Instant at, byte[] body, List<WebhookSecret> secrets) {
    byte[] head = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII);
    return secrets.stream()
        .map(secret -> "v1," + signature(secret, head, body))
        .collect(Collectors.joining(" "));
  }

  private static String signature(WebhookSecret secret, byte[] head, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
      mac.update(head);
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }
}
