package tradecredit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Opaque cursors: which list, and after which number it goes on. */
final class Cursor {

  private Cursor() {}

  /** A cursor for {@code list} that goes on after {@code number}. */
  static String after(String list, long number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((list + ":" + number).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The number in a cursor of {@code list}; 0 where there is none; a 400 where it is no cursor of
   * that list.
   */
  static long number(@Nullable String cursor, String list) {
    Long number = Query.read("cursor", cursor, text -> decoded(text, list));
    return number == null ? 0 : number;
  }

  private static Long decoded(String text, String list) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      String prefix = list + ":";
      if (plain.startsWith(prefix)) {
        return Long.parseUnsignedLong(plain.substring(prefix.length())) & Long.MAX_VALUE;
      }
    } catch (IllegalArgumentException noCursor) {
      throw new IllegalArgumentException("this is no cursor of this list", noCursor);
    }
    throw new IllegalArgumentException("this is no cursor of this list");
  }
}
