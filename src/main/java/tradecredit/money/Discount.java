package tradecredit.money;

import java.util.regex.Pattern;

/**
 * A discount on the face value of cards, exact to a hundredth of a percent.
 *
 * @param basisPoints hundredths of a percent, from 0 (no discount) to 9999 (99.99 %)
 */
public record Discount(int basisPoints) {

  private static final int WHOLE = 10_000;

  private static final Pattern PERCENT = Pattern.compile("(?:0|[1-9][0-9]?)(?:\\.[0-9]{1,2})?");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9].*");
  private static final Pattern TOO_MANY_DECIMALS = Pattern.compile("[0-9]+\\.[0-9]{3,}");

  /**
   * Holds a discount of 0 to below 100 percent.
   *
   * @throws IllegalArgumentException if the basis points are outside 0 to 9999
   */
  public Discount {
    if (basisPoints < 0 || basisPoints >= WHOLE) {
      throw new IllegalArgumentException(basisPoints + " basis points are not within 0 to 9999");
    }
  }

  /**
   * Reads a percentage with at most two decimals, from 0 to below 100, without sign and leading
   * zero.
   *
   * <p>Example: {@code parse("33.33").basisPoints()} is 3333.
   *
   * @throws DiscountFormatException if the text is anything else
   */
  public static Discount parse(String text) {
    if (!PERCENT.matcher(text).matches()) {
      throw new DiscountFormatException(text, ruleBrokenBy(text));
    }
    int point = text.indexOf('.');
    String percent = point < 0 ? text : text.substring(0, point);
    String decimals = point < 0 ? "" : text.substring(point + 1);
    return new Discount(Integer.parseInt(percent + decimals + "0".repeat(2 - decimals.length())));
  }

  private static String ruleBrokenBy(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return isSigned(text)
          ? "is given without the % sign, as " + withoutSign(text)
          : "is not a percentage";
    }
    if (text.startsWith("-")) {
      return "is negative";
    }
    if (LEADING_ZERO.matcher(text).matches()) {
      return "has a leading zero";
    }
    return TOO_MANY_DECIMALS.matcher(text).matches()
        ? "has more than two decimals"
        : "is not below 100 percent";
  }

  private static boolean isSigned(String text) {
    return text.endsWith("%") && PERCENT.matcher(withoutSign(text)).matches();
  }

  private static String withoutSign(String text) {
    return text.substring(0, text.length() - 1).strip();
  }

  /**
   * Returns what one invoice line costs: face value × quantity × (100 − discount) / 100, rounded
   * half up to the cent, once, at the end.
   *
   * <p>Example: 265 cards of 10.00 at 33.33 % are 2650.00 × 0.6667 = 1766.755, so 1766.76.
   *
   * @param faceValue what is printed on one card, not negative
   * @param quantity how many cards, not negative
   * @throws IllegalArgumentException if the face value or the quantity is negative
   * @throws ArithmeticException if face value × quantity does not fit a {@code long} of cents
   */
  public Money lineAmount(Money faceValue, long quantity) {
    if (faceValue.isNegative() || quantity < 0) {
      throw new IllegalArgumentException(
          "a line has no negative face value or quantity: " + faceValue + " x " + quantity);
    }
    long gross = Math.multiplyExact(faceValue.cents(), quantity);
    int charged = WHOLE - basisPoints;
    // Apart from its last four digits the gross divides without a rest: no product here can
    // overflow, because each is at most the gross itself.
    long exact = gross / WHOLE * charged;
    long rounded = (gross % WHOLE * charged + WHOLE / 2) / WHOLE;
    return Money.ofCents(exact + rounded);
  }

  /** Writes the percentage without trailing zeros, as {@code 30}, {@code 32.5} or {@code 33.33}. */
  @Override
  public String toString() {
    int percent = basisPoints / 100;
    int hundredths = basisPoints % 100;
    if (hundredths == 0) {
      return Integer.toString(percent);
    }
    return hundredths % 10 == 0
        ? percent + "." + hundredths / 10
        : percent + (hundredths < 10 ? ".0" : ".") + hundredths;
  }
}
