package tradecredit.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opaque cursors: which list, and after which number it goes on. */
public final class Cursor {

  private Cursor() {}

  /** A cursor for {@code list} that goes on after {@code text}, which is ASCII. */
  public static String after(String list, String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((list + ":" + text).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * What a cursor of {@code list} goes on after, read by {@code parse}; null where there is none.
   */
  public static <T> @Nullable T read(
      @Nullable String cursor, String list, Function<String, T> parse) {
    return Query.read("cursor", cursor, text -> parsed(text, list, parse));
  }

  /**
   * The number in a cursor of {@code list}; 0 where there is none; a 400 where it is no cursor of
   * that list.
   */
  public static long number(@Nullable String cursor, String list) {
    Long number = read(cursor, list, Query::sequence);
    return number == null ? 0 : number;
  }

  private static <T> T parsed(String cursor, String list, Function<String, T> parse) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      String prefix = list + ":";
      if (plain.startsWith(prefix)) {
        return parse.apply(plain.substring(prefix.length()));
      }
    } catch (IllegalArgumentException noCursor) {
      throw new IllegalArgumentException("this is no cursor of this list", noCursor);
    }
    throw new IllegalArgumentException("this is no cursor of this list");
  }
}
