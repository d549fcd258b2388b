package tradecredit.ledger;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cards by their serial numbers, first to last, both included. A serial is up to 16 letters or
 * hyphens and 1 to 20 digits; first and last have the same letters and count upwards.
 *
 * <p>Example: {@code AD-0990} to {@code AD-1010} are 21 cards; it overlaps {@code AD-1010} to
 * {@code AD-2000} in one.
 *
 * @param first the first card's serial number
 * @param last the last card's serial number
 */
public record CardRange(String first, String last) {

  private static final Pattern SERIAL = Pattern.compile("([A-Za-z-]{0,16})([0-9]{1,20})");

  /** Refuses serial numbers that are none, of two series, or count downwards. */
  public CardRange {
    if (!series(first).equals(series(last))) {
      throw new IllegalArgumentException(
          "the cards %s and %s are not of one series".formatted(first, last));
    }
    if (number(first).compareTo(number(last)) > 0) {
      throw new IllegalArgumentException("the first card %s is after %s".formatted(first, last));
    }
  }

  /** Refuses what is no serial number. */
  public static String serial(String text) {
    matched(text);
    return text;
  }

  private static Matcher matched(String serial) {
    Matcher matcher = SERIAL.matcher(serial);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a card's serial number is up to 16 letters or hyphens and 1 to 20 digits");
    }
    return matcher;
  }

  private static String series(String serial) {
    return matched(serial).group(1);
  }

  private static BigInteger number(String serial) {
    return new BigInteger(matched(serial).group(2));
  }

  /** Whether some card is in both. */
  public boolean overlaps(CardRange other) {
    return span().overlaps(other.span());
  }

  /** Whether no card is in two of the ranges. */
  static boolean areDisjoint(List<CardRange> ranges) {
    List<Span> spans =
        ranges.stream()
            .map(CardRange::span)
            .sorted(Comparator.comparing(Span::series).thenComparing(Span::first))
            .toList();
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i - 1).overlaps(spans.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The range as numbers: to be read once where it is held against many. */
  public Span span() {
    return new Span(this, series(first), number(first), number(last));
  }

  /**
   * A range whose serial numbers are read: leading zeros do not count.
   *
   * @param range as it was given
   * @param series the letters and hyphens before the digits; may be empty
   * @param first the first card's digits
   * @param last the last card's digits
   */
  public record Span(CardRange range, String series, BigInteger first, BigInteger last) {

    boolean overlaps(Span other) {
      return first.compareTo(other.last) <= 0
          && other.first.compareTo(last) <= 0
          && series.equals(other.series);
    }
  }

  @Override
  public String toString() {
    return first + " to " + last;
  }
}
