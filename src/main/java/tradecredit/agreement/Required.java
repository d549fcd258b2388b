package tradecredit.agreement;

import java.util.List;
import java.util.regex.Pattern;
import tradecredit.money.Quoted;

/** What the records of this package ask of their components, each refused in the same words. */
final class Required {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private Required() {}

  /** Returns an id that can stand in a URL; {@code noun} is what it should have been. */
  static String slug(String noun, String value) {
    if (!SLUG.matcher(value).matches()) {
      throw new IllegalArgumentException(
          Quoted.of(value)
              + " is not "
              + noun
              + ": 1 to 64 of a-z, 0-9 and -, beginning with a letter or a digit");
    }
    return value;
  }

  /** Returns a text that says something. */
  static String text(String noun, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(noun + " is blank");
    }
    return value;
  }

  /** Returns an unchangeable copy of a list that has an element. */
  static <T> List<T> elements(String noun, List<T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(noun + " are empty");
    }
    return List.copyOf(values);
  }

  /** Returns a number that a clause can have. */
  static int clauseNumber(int number) {
    if (number < 1) {
      throw new IllegalArgumentException(number + " is not the number of a clause");
    }
    return number;
  }
}
