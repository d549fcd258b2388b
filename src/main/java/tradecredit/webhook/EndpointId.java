package tradecredit.webhook;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import tradecredit.money.Quoted;

/**
 * What names an endpoint: {@code ep_} and 16 letters or digits.
 *
 * @param value the text
 */
public record EndpointId(String value) {

  private static final Pattern FORM = Pattern.compile("ep_[a-z0-9]{16}");
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Holds the form.
   *
   * @throws IllegalArgumentException if it is another
   */
  public EndpointId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(Quoted.of(value) + " is no id of a webhook endpoint");
    }
  }

  /** A new one. */
  public static EndpointId generate() {
    StringBuilder text = new StringBuilder("ep_");
    for (int i = 0; i < 16; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new EndpointId(text.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
