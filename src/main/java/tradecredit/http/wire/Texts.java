package tradecredit.http.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tradecredit.money.Quoted;

/** How texts of the wire are read. */
public final class Texts {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final String TO_SECONDS =
      "\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):\\d{2}:\\d{2}(\\.\\d{1,9})?";
  private static final Pattern INSTANT =
      Pattern.compile(TO_SECONDS + "(Z|[+-]00:00)", Pattern.CASE_INSENSITIVE);
  private static final Pattern INSTANT_ANYWHERE =
      Pattern.compile(TO_SECONDS + "(Z|[+-]\\d{2}:\\d{2})", Pattern.CASE_INSENSITIVE);
  private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_INSTANT = Instant.parse("9999-01-01T00:00:00Z");
  private static final String OUT_OF_DAYS =
      " is not from 0001-01-01 to 9998-12-31, the days that are taken";
  private static final Pattern METHOD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");
  private static final int LONGEST_FREE_TEXT = 500;

  private Texts() {}

  /** A day as {@code YYYY-MM-DD}, year 0001 to 9998. */
  public static LocalDate date(String text) {
    if (!DATE.matcher(text).matches()) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not a date as YYYY-MM-DD");
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1 && date.getYear() < 9999) {
        return date;
      }
    } catch (DateTimeException noSuchDay) {
      throw new IllegalArgumentException(Quoted.of(text) + " is no day of the calendar", noSuchDay);
    }
    throw new IllegalArgumentException(Quoted.of(text) + OUT_OF_DAYS);
  }

  /**
   * An instant in UTC, as RFC 3339 writes it: {@code 2001-05-16T12:00:00Z}, or with an offset of
   * nothing, {@code +00:00}, as many clients do; in either case of its letters. Years 0001 to 9998.
   */
  public static Instant instant(String text) {
    return instant(text, INSTANT, "an instant in UTC as 2001-05-16T12:00:00Z");
  }

  /** The same at any offset. */
  static Instant instantAnywhere(String text) {
    return instant(text, INSTANT_ANYWHERE, "an instant as 2001-06-01T12:00:00Z");
  }

  private static Instant instant(String text, Pattern form, String expected) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(Quoted.of(text) + " is not " + expected);
    }
    try {
      Instant instant = Instant.parse(text);
      if (instant.isAfter(FIRST_INSTANT) && instant.isBefore(LAST_INSTANT)) {
        return instant;
      }
    } catch (DateTimeException noSuchInstant) {
      throw new IllegalArgumentException(Quoted.of(text) + " is no instant", noSuchInstant);
    }
    throw new IllegalArgumentException(Quoted.of(text) + OUT_OF_DAYS);
  }

  /**
   * Up to 500 characters, none of them a control character or half of a pair. One beyond U+FFFF
   * counts as two, as H2 counts what its columns take.
   */
  public static String free(String text) {
    if (text.length() > LONGEST_FREE_TEXT) {
      throw new IllegalArgumentException(
          "at most " + LONGEST_FREE_TEXT + " characters, not " + text.length());
    }
    boolean unprintable =
        text.codePoints()
            .anyMatch(
                point ->
                    Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE);
    if (unprintable) {
      throw new IllegalArgumentException(
          "control characters and unpaired surrogates are not taken");
    }
    return text;
  }

  /** Free text that says something: a reason, a note. */
  public static String reason(String text) {
    if (text.chars().allMatch(Texts::isSpace)) {
      throw new IllegalArgumentException("a reason says something");
    }
    return free(text);
  }

  /** As {@code \\s} in the patterns of the API document, which are ECMAScript's. */
  private static boolean isSpace(int character) {
    return Character.isSpaceChar(character)
        || (character >= '\t' && character <= '\r')
        || character == '\ufeff';
  }

  /** How a payment was made: a word of letters, digits, {@code _} and {@code -}. */
  public static String paymentMethod(String text) {
    if (!METHOD.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "a payment method is a word of 1 to 32 letters, digits, - or _");
    }
    return text;
  }
}
