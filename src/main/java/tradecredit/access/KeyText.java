package tradecredit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntPredicate;
import tradecredit.platform.Digests;

/**
 * An API key as its owner holds it: {@code tcl_<short part>_<secret part>}. The short part, eight
 * of a-z and 0-9, names the key and is no secret; the secret part is 256 random bits in base64url
 * (43 characters). Its text is what is digested, so a change of any one character is another key.
 *
 * <p>Never logged: {@link #toString()} shows the short part alone.
 */
public final class KeyText {

  private static final String PREFIX = "tcl_";
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int SECRET_BYTES = 32;
  private static final int SECRET_LENGTH = 43;
  private static final int SHORT_LENGTH = 8;
  private static final int SHORT_END = PREFIX.length() + SHORT_LENGTH;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final String secret;

  private KeyText(String id, String secret) {
    this.id = id;
    this.secret = secret;
  }

  /** A new key. */
  public static KeyText generate() {
    StringBuilder id = new StringBuilder(SHORT_LENGTH);
    for (int i = 0; i < SHORT_LENGTH; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new KeyText(
        id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** The key in {@code text}; none where it has not the form of one. */
  static Optional<KeyText> parse(String text) {
    if (text.length() != SHORT_END + 1 + SECRET_LENGTH
        || !text.startsWith(PREFIX)
        || text.charAt(SHORT_END) != '_') {
      return Optional.empty();
    }
    String id = text.substring(PREFIX.length(), SHORT_END);
    String secret = text.substring(SHORT_END + 1);
    return isId(id) && areAll(secret, KeyText::isOfSecret)
        ? Optional.of(new KeyText(id, secret))
        : Optional.empty();
  }

  // No stream: each request runs through it, and streams here were 1.5 % of a poll's time.
  private static boolean areAll(String text, IntPredicate are) {
    for (int i = 0; i < text.length(); i++) {
      if (!are.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfSecret(int character) {
    return isOfId(character)
        || (character >= 'A' && character <= 'Z')
        || character == '_'
        || character == '-';
  }

  private static boolean isOfId(int character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
  }

  /** Whether {@code text} may name a key. */
  public static boolean isId(String text) {
    return text.length() == SHORT_LENGTH && areAll(text, KeyText::isOfId);
  }

  /** What names it. */
  public String id() {
    return id;
  }

  /** The whole key, to be shown to its owner once. */
  public String reveal() {
    return PREFIX + id + "_" + secret;
  }

  /** What is stored of its secret part: its SHA-256 in lower-case hexadecimal. */
  public String digest() {
    return Digests.sha256Hex(secret);
  }

  /** Whether two digests are the same; takes as long for different ones as for the same. */
  static boolean areEqual(String digest, String stored) {
    return MessageDigest.isEqual(
        digest.getBytes(StandardCharsets.US_ASCII), stored.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return PREFIX + id + "_…";
  }
}
