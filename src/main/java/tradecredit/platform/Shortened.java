package tradecredit.platform;

/** A text that a caller sent, cut short so that a message can repeat it. */
public final class Shortened {

  private static final int MAXIMUM_CHARACTERS = 40;

  private Shortened() {}

  /** The text as it is; of a longer one the first 40 characters and three dots. */
  public static String of(String text) {
    return text.length() > MAXIMUM_CHARACTERS
        ? text.substring(0, MAXIMUM_CHARACTERS) + "..."
        : text;
  }
}
