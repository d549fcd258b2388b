package tradecredit.money;

import java.util.regex.Pattern;

/**
 * An exact amount of money, positive, zero or negative, in the one currency of the agreement.
 *
 * <p>Arithmetic is exact: a result that does not fit a {@code long} of cents is refused with {@link
 * ArithmeticException}, and nothing here rounds.
 *
 * @param cents the amount in hundredths of the currency unit
 */
public record Money(long cents) implements Comparable<Money> {

  /** Nothing: {@code 0.00}. */
  public static final Money ZERO = new Money(0);

  private static final Pattern AMOUNT = Pattern.compile("(?:0|[1-9][0-9]{0,9})\\.[0-9]{2}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern TWO_DECIMALS = Pattern.compile("[0-9]+\\.[0-9]{2}");
  private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9].*");

  /** Returns the amount of so many cents. Example: {@code ofCents(125000)} is 1250.00. */
  public static Money ofCents(long cents) {
    return new Money(cents);
  }

  /**
   * Reads an amount as the API and the agreement file write it: two decimals, not negative, at most
   * 9999999999.99, no sign, no leading zeros, no grouping.
   *
   * <p>Example: {@code parse("1250.00").cents()} is 125000.
   *
   * @throws MoneyFormatException if the text is anything else; too few and too many decimals are
   *     refused alike, because rounding is not for a reader to do
   */
  public static Money parse(String text) {
    if (!AMOUNT.matcher(text).matches()) {
      throw new MoneyFormatException(text, ruleBrokenBy(text));
    }
    int point = text.length() - 3;
    return new Money(Long.parseLong(text.substring(0, point) + text.substring(point + 1)));
  }

  private static String ruleBrokenBy(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return "is not a decimal amount";
    }
    if (text.startsWith("-")) {
      return "is negative";
    }
    if (!TWO_DECIMALS.matcher(text).matches()) {
      return "is not an amount with two decimals";
    }
    return LEADING_ZERO.matcher(text).matches() ? "has a leading zero" : "is over 9999999999.99";
  }

  /**
   * Adds exactly.
   *
   * @throws ArithmeticException if the sum does not fit a {@code long} of cents
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  /**
   * Subtracts exactly.
   *
   * @throws ArithmeticException if the difference does not fit a {@code long} of cents
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, other.cents));
  }

  /**
   * Returns the same amount on the other side of zero.
   *
   * @throws ArithmeticException for the one amount without an opposite, {@link Long#MIN_VALUE}
   */
  public Money negated() {
    return new Money(Math.negateExact(cents));
  }

  /** Whether this is exactly 0.00. */
  public boolean isZero() {
    return cents == 0;
  }

  /** Whether this is 0.01 or more. */
  public boolean isPositive() {
    return cents > 0;
  }

  /** Whether this is -0.01 or less. */
  public boolean isNegative() {
    return cents < 0;
  }

  /** Whether this is more than the other by a cent at least; equal amounts are not. */
  public boolean isGreaterThan(Money other) {
    return cents > other.cents;
  }

  /** Returns the smaller of the two. */
  public Money min(Money other) {
    return cents <= other.cents ? this : other;
  }

  /** Returns the larger of the two. */
  public Money max(Money other) {
    return cents >= other.cents ? this : other;
  }

  /** Orders by amount, the smallest first. */
  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  /** Writes two decimals and no grouping, as {@code 1250.00} or {@code -0.03}. */
  @Override
  public String toString() {
    long units = Math.abs(cents / 100);
    long hundredths = Math.abs(cents % 100);
    return (cents < 0 ? "-" : "") + units + (hundredths < 10 ? ".0" : ".") + hundredths;
  }
}
