package tradecredit.money;

/** A refused text as a message shows it: in quotes, on one line and cut to a readable length. */
public final class Quoted {

  private static final int MAXIMUM_CHARACTERS = 40;

  private Quoted() {}

  /**
   * Quotes a text for a message; what comes from outside may be a megabyte or hold line breaks.
   *
   * <p>Example: {@code 50000} becomes {@code "50000"}; of a longer text the first 40 characters
   * stay, followed by an ellipsis; each control character becomes a question mark.
   */
  public static String of(String text) {
    boolean isLong = text.length() > MAXIMUM_CHARACTERS;
    String shown = isLong ? text.substring(0, MAXIMUM_CHARACTERS) + "…" : text;
    return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
  }
}
